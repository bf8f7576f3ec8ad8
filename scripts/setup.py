"""What `make run`, `make test` and `make check` need first: the virtual environment, and compiled translations.

Standard library only, for nothing is installed yet when it runs.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"


def python() -> Path:
    return VENV / "bin" / "python"


def environment(*, dev: bool) -> Path:
    """The interpreter of `.venv`, with exactly what the lock files name."""
    if sys.version_info < (3, 11):  # noqa: UP036  this script runs before anything is checked
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    locks = [ROOT / "requirements" / "base.txt", *([ROOT / "requirements" / "dev.txt"] if dev else [])]
    if not python().exists():
        print("Making a virtual environment …", flush=True)
        venv.create(VENV, with_pip=True)
    for lock in locks:
        _install(lock)
    return python()


def _install(lock: Path) -> None:
    stamp = VENV / f"installed-{lock.stem}"
    wanted = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    print(f"Installing {lock.relative_to(ROOT)} …", flush=True)
    run(
        [
            str(python()),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--only-binary",
            ":all:",
            "-r",
            str(lock),
        ]
    )
    stamp.write_text(wanted, encoding="ascii")


def translations(interpreter: Path) -> None:
    """Compile `.po` files that are newer than what was compiled from them."""
    for source in sorted((ROOT / "tarjotin").glob("*/locale/*/LC_MESSAGES/django.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        language = source.parent.parent.name.split("_")[0]  # plain Finnish counts as Finnish does
        compile_po = [str(interpreter), "-m", "babel.messages.frontend", "--quiet", "compile", "-D", "django"]
        run([*compile_po, "-i", str(source), "-o", str(target), "-l", language])


def run(command: Sequence[str]) -> None:
    """Run a step; when it fails, so do we, with its own message on the screen."""
    result = subprocess.run(command, cwd=ROOT, env=os.environ, check=False)
    if result.returncode:
        sys.exit(result.returncode)
