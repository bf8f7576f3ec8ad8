"""`make locks`: compile the `.in` files to locks with hashes and no address. ARGS="--upgrade" takes newer versions."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import setup


def main() -> int:
    tools = setup.environment(dev=True).parent
    for name in ("base", "dev"):
        command = [str(tools / "uv"), "pip", "compile", "--quiet", "--generate-hashes", "--universal"]
        command += ["--python-version", "3.11", "--no-header", f"{name}.in", "-o", f"{name}.txt", *sys.argv[1:]]
        code = subprocess.run(command, cwd=setup.ROOT / "requirements", check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
