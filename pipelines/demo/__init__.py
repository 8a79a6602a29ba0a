"""A warehouse of example data: a year and a half of monthly submissions around the plans' own targets, from a seed.

Nothing here knows a short cut: forms are those of the published plans, they are filled in as workbooks and received by
the intake, and the ordinary run builds the warehouse. All but `sending`
and `make` is pure, and the same seed gives the same bytes.
"""
