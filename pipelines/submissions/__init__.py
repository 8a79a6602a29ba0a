"""Workbooks and tables that departments send: cells with meaning, or findings that say why not. Pure functions."""
