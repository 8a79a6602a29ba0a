"""Planledger: what government plans promised and what was done."""
