"""Opening what a department sends: bytes -> sheets of cells, within bounds of time and memory."""
