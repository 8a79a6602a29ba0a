"""Building the private warehouse with dbt, publishing it, and reading what was published."""
