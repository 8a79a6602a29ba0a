"""A second process that runs suites, so that its long import of Great Expectations overlaps with other work.

`GxWorker` is started early by ``planledger run``; requests and answers are lines of JSON. Where no worker was started
(under ``dagster dev``) suites run in this process.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

from pipelines.quality.runner import ExpectationOutcome, validate
from pipelines.quality.suites import Suite, load_suite


class GxWorkerFailed(RuntimeError):
    """The second process ended or answered with an error."""


class GxWorker:
    """A running worker; use as a context manager so that it never outlives the run."""

    def __init__(self, log_file: Path) -> None:
        self._log: IO[bytes] = log_file.open("wb")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pipelines.quality.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> GxWorker:
        global _active
        _active = self
        return self

    def __exit__(self, *exc: object) -> None:
        global _active
        _active = None
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()  # the worker ends at the end of its input
        try:
            self._process.wait(timeout=0.5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def validate(self, suite: Suite, landed: Path, inputs_file: Path) -> list[ExpectationOutcome]:
        """As `runner.validate`, in the worker. Raises `GxWorkerFailed`."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None and stdout is not None
        request = {"suite": str(suite.path), "landed": str(landed), "inputs_file": str(inputs_file)}
        try:
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
            answer = stdout.readline()
        except OSError as error:
            raise GxWorkerFailed(str(error)) from error
        if not answer:
            raise GxWorkerFailed(f"检查进程意外结束（见 {self._log.name}）")
        body: Any = json.loads(answer)
        if isinstance(body, dict):
            raise GxWorkerFailed(body["error"])
        return [ExpectationOutcome(**record) for record in body]


_active: GxWorker | None = None


def run_suite(suite: Suite, landed: Path, inputs_file: Path) -> list[ExpectationOutcome]:
    """Run a suite in the worker where one is running, else here."""
    if _active is not None:
        return _active.validate(suite, landed, inputs_file)
    return validate(suite, landed, inputs_file)


def main() -> None:
    """Answer requests until the input ends. Whatever libraries print goes to stderr, so that answers stay clean."""
    answers = sys.stdout
    sys.stdout = sys.stderr
    import great_expectations  # noqa: F401  the slow part: done before the first request comes

    for line in sys.stdin:
        request = json.loads(line)
        try:
            outcomes = validate(
                load_suite(Path(request["suite"])), Path(request["landed"]), Path(request["inputs_file"])
            )
            answer: Any = [outcome.as_record() for outcome in outcomes]
        except Exception as error:  # told to the run, which fails with it
            answer = {"error": f"{type(error).__name__}: {error}"}
        answers.write(json.dumps(answer, ensure_ascii=False) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
