"""The server as it runs: two workers, started by the command of `make run`, on a port of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WORKERS = 2
STARTS_WITHIN_S = 60


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    workers: tuple[int, ...]  # their process ids


@contextmanager
def running() -> Iterator[Server]:
    port = _free_port()
    process = subprocess.Popen(_command(port), cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)})
    try:
        _wait(port)
        yield Server(port, _children(process.pid))
    finally:
        process.terminate()
        process.wait()


def _command(port: int) -> list[str]:
    sys.path.insert(0, str(ROOT / "scripts"))
    import run  # the command has one home

    return run.server_command(Path(sys.executable), str(port))


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(port: int) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/empty", timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the server did not start")


def _children(parent: int) -> tuple[int, ...]:
    """The worker processes: those of the server that serve, not what the interpreter starts for itself."""
    told = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    serving = [int(pid) for pid in told if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()]
    return tuple(serving)
