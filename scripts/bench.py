"""`make bench`: run the measurements of `benchmarks/`, one after the other; ARGS="importing" runs one of them.

`make bench-relevance`: ask the judged queries instead, and tell what search answers rightly; ARGS="--data demo".
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import setup


def main() -> int:
    python = setup.environment(dev=True)
    setup.translations(python)
    wanted = sys.argv[1:]
    if wanted[:1] == ["relevance"]:
        command = [str(python), "-m", "tests.search.relevance.report", *wanted[1:]]
        return subprocess.run(command, cwd=setup.ROOT, check=False).returncode
    for name in _names():
        if wanted and name not in wanted:
            continue
        print(f"\n== {name} ==", flush=True)
        command = [str(python), "-m", f"benchmarks.{name}"]
        if code := subprocess.run(command, cwd=setup.ROOT, check=False).returncode:
            return code
    return 0


def _names() -> list[str]:
    """The modules of `benchmarks/`, and the packages that can be run."""
    folder = setup.ROOT / "benchmarks"
    return sorted(
        [file.stem for file in folder.glob("*.py")] + [file.parent.name for file in folder.glob("*/__main__.py")]
    )


if __name__ == "__main__":
    sys.exit(main())
