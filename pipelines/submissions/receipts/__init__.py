"""The receipt (回执) of a submission: a page that lists the findings, and the workbook with the cells marked. Pure."""
