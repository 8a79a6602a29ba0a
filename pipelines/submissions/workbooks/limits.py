"""How much a file may hold. Real yearbook tables stay below a hundredth of each."""

from __future__ import annotations

MEGABYTE = 1024 * 1024
MAX_FILE_BYTES = 50 * MEGABYTE
MAX_TEXT_BYTES = 16 * MEGABYTE  # of a .csv or .tsv
MAX_OLD_BYTES = 24 * MEGABYTE  # of an .xls
MAX_ENTRIES = 4_000  # of a package
MAX_UNPACKED_BYTES = 400 * MEGABYTE  # of all entries as declared
MAX_READ_BYTES = 48 * MEGABYTE  # of the parts that are read, as they really unpack
MAX_RATIO = 250  # unpacked / packed, for parts above a megabyte
MAX_ELEMENTS = 2_500_000  # XML elements of one file
MAX_SHEETS = 200
MAX_CELLS = 60_000  # cells with content, of one file
MAX_RECORDS = 1_500_000  # BIFF records of an .xls
MAX_MERGES = 20_000
MAX_CELL_TEXT = 32_767  # characters, Excel's own limit
MAX_TOTAL_TEXT = 20_000_000  # characters of all cells of a file
