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
    files = [f for f in sorted((setup.ROOT / "benchmarks").glob("*.py")) if f.stem != "__init__"]
    for file in files:
        if wanted and file.stem not in wanted:
            continue
        print(f"\n== {file.stem} ==", flush=True)
        if code := subprocess.run([str(python), str(file)], cwd=setup.ROOT, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
