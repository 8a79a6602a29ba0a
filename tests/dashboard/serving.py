"""The real server for a test, and the browser that looks at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def answering(command: list[str], port: int, environment: Mapping[str, str], log: Path) -> Iterator[str]:
    """The address of a server started by a command, once it answers; stopped at the end of the block."""
    url = f"http://127.0.0.1:{port}/"
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=PROJECT, env=os.environ | dict(environment), stdout=output, stderr=output
        )
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(url + "_stcore/health", timeout=1).read()
                break
            except OSError:
                assert server.poll() is None, log.read_text()
                time.sleep(0.25)
        else:
            raise AssertionError(f"the server did not answer within 60 s: {log.read_text()}")
        yield url
    finally:
        server.terminate()
        server.wait(20)


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The dashboard on a free port, reading what is published in a home."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "dashboards/app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    with answering(command, port, {"PLANLEDGER_HOME": str(home)}, home / f"server-{port}.log") as url:
        yield url
