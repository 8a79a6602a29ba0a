"""Inputs kept as received and read into Parquet: content-addressed, immutable, idempotent."""
