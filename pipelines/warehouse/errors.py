"""Errors that a command must be able to name without importing what raises them."""

from __future__ import annotations


class DbtFailed(RuntimeError):
    """dbt could not parse or start; the message names the file as dbt does."""
