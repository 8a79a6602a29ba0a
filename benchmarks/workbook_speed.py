"""``python -m benchmarks.workbook_speed --count 200``: seconds and memory for reading department-sized workbooks."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from random import Random

from benchmarks.workbook_fuzz import as_file
from benchmarks.workbook_tables import make_table
from pipelines.submissions.reading import read_workbook


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    count = parser.parse_args().count
    random = Random(1)
    files = [as_file(make_table(random), random) for _ in range(count)]
    read_workbook(*files[0])  # vocabulary and code list are loaded once
    started = time.perf_counter()
    figures = sum(len(read_workbook(data, name).records) for data, name in files)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = 1000 * seconds / count
    print(f"workbooks {count}  figures {figures}  {seconds:.2f} s  {each:.1f} ms each  peak {peak:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
