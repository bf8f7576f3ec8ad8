"""`make check`: lint, format, types, import rules, templates, missing migrations, lock files in step."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import setup


def main() -> int:
    python = setup.environment(dev=True)
    setup.translations(python)
    tools = python.parent
    steps: list[tuple[str, list[str]]] = [
        ("lint", [str(tools / "ruff"), "check", "--quiet", "."]),
        ("format", [str(tools / "ruff"), "format", "--check", "--quiet", "."]),
        ("types", [str(tools / "mypy"), "tarjotin", "scripts"]),
        ("imports", [str(tools / "lint-imports"), "--no-cache"]),
        ("templates", [str(tools / "djlint"), "--check", "--lint", "--quiet", "tarjotin"]),
        ("migrations", [str(python), "manage.py", "makemigrations", "--check", "--dry-run"]),
        ("locks", [str(python), "scripts/lock_check.py"]),
        ("django", [str(python), "manage.py", "check", "--fail-level", "WARNING"]),
    ]
    failed = [name for name, command in steps if not _passes(name, command)]
    print(f"check: {'failed in ' + ', '.join(failed) if failed else 'all good'}")
    return int(bool(failed))


def _passes(name: str, command: list[str]) -> bool:
    result = subprocess.run(command, cwd=setup.ROOT, capture_output=True, text=True, check=False)
    print(f"{name}: {'ok' if result.returncode == 0 else 'FAILED'}", flush=True)
    if result.returncode:
        print(result.stdout + result.stderr, flush=True)
    return result.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
