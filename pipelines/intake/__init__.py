"""Taking submissions in: each is answered at once, and kept with what was understood and what was answered.

What is kept lies in ``raw/submissions/<month>/``: the file as received and, beside it, an intake record (JSON) with
who, when, what was read, the findings and the verdict. The record is never changed: a correction is a new submission,
a withdrawal a record of its own. Builds read the records alone, so that a figure stays what its sender was told it is.
"""
