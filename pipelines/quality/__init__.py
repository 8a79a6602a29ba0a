"""Expectations on what people send: suites in ``expectations/`` and their runner."""
