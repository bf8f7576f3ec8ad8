"""`make run`: everything from an empty clone to a page in the browser. Standard library only.

Every step that already stands is skipped. Variables: PORT, DATA (a folder of payloads), LIVE=1 (the real APIs).
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import setup

ROOT = setup.ROOT
PORT = os.environ.get("PORT") or "8000"
DATA = os.environ.get("DATA") or ""
LIVE = os.environ.get("LIVE") == "1"
STARTS_WITHIN_S = 60
BACK_OFF_S = (1, 2, 5, 10, 30)
FRESH_FOR_S = 7 * 24 * 60 * 60  # demo sessions are written relative to the week they were read in


def main() -> int:
    started = time.monotonic()
    os.chdir(ROOT)
    python = setup.environment(dev=False)
    os.environ.update(_variables())
    manage = [str(python), "manage.py"]
    setup.translations(python)
    setup.run([*manage, "migrate", "--verbosity", "0"])
    setup.run([*manage, "collectstatic", "--noinput", "--verbosity", "0"])
    _fill(manage)
    server = _serve(python)
    return _watch(server, started)


def _variables() -> dict[str, str]:
    kind = "live" if LIVE else "recorded" if DATA else "demo"
    var = Path(os.environ.get("TARJOTIN_VAR") or ROOT / "var" / kind)
    var.mkdir(parents=True, exist_ok=True)
    return {
        "TARJOTIN_VAR": str(var),
        "TARJOTIN_SECRET_KEY": os.environ.get("TARJOTIN_SECRET_KEY") or _secret_key(var / "secret_key"),
        "TARJOTIN_PUBLIC_URL": os.environ.get("TARJOTIN_PUBLIC_URL") or f"http://localhost:{PORT}",
    }


def _secret_key(path: Path) -> str:
    """Made once, readable by its owner only."""
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    return path.read_text(encoding="ascii")


def _fill(manage: list[str]) -> None:
    """Read the sources through their own importers, unless that stands already."""
    stamp = Path(os.environ["TARJOTIN_VAR"]) / "filled"
    wanted = "live" if LIVE else str(Path(DATA or ROOT / "demo").resolve())
    is_same = stamp.exists() and stamp.read_text(encoding="utf-8") == wanted
    if is_same and (LIVE or DATA or time.time() - stamp.stat().st_mtime < FRESH_FOR_S):
        setup.run([*manage, "index", "refresh"])  # after an upgrade it has another form
        return
    print(f"Reading the sources ({wanted}) …", flush=True)
    setup.run([*manage, "first_fill", *([] if LIVE else [wanted]), *(["--ignore-dates"] if DATA else [])])
    stamp.write_text(wanted, encoding="utf-8")


def server_command(python: Path, port: str) -> list[str]:
    return [
        str(python.parent / "granian"),
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        port,
        "--workers",
        "2",
        "--blocking-threads",
        "8",
        "--respawn-failed-workers",
        "--respawn-interval",
        "12",
        "--workers-kill-timeout",
        "30s",
        "--http1-header-read-timeout",
        "10000",
        "--no-ws",
        "--log-level",
        "warning",
        "tarjotin.config.wsgi:application",
    ]


def _serve(python: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(server_command(python, PORT), cwd=ROOT)


def _watch(server: subprocess.Popen[bytes], started: float) -> int:
    """Say when the page can be opened; restart a server that dies; pass a stop on to it."""
    stopping = False

    def stop(*_: object) -> None:
        nonlocal stopping
        stopping = True
        server.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if not _answers(server):
        stop()
        server.wait()
        print(f"The server did not start. Is port {PORT} taken? Try: make run PORT=8123", file=sys.stderr)
        return 1
    print(f"\nTarjotin is open: http://localhost:{PORT}/fi/   ({time.monotonic() - started:.0f} s)", flush=True)
    failures = 0
    while True:
        code = server.wait()
        if stopping:
            return 0
        wait = BACK_OFF_S[min(failures, len(BACK_OFF_S) - 1)]
        failures += 1
        print(f"The server ended with {code}; starting it again in {wait} s.", file=sys.stderr, flush=True)
        time.sleep(wait)
        server = _serve(setup.python())


def _answers(server: subprocess.Popen[bytes]) -> bool:
    """Our own server answers, not somebody else's on the same port."""
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/fi/", timeout=5) as answer:
                if answer.status == 200 and server.poll() is None:
                    return True
        except OSError:
            time.sleep(0.1)
    return False


if __name__ == "__main__":
    sys.exit(main())
