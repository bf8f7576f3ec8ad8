"""Whether the locks say what the `.in` files ask: every requirement pinned and hashed, and no address in any lock."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FOLDER = Path(__file__).resolve().parent.parent / "requirements"
PINNED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)(\[[^\]]*\])?==(?P<version>[^ ;\\]+)")


def problems(folder: Path = FOLDER) -> list[str]:
    """What is out of step, in words; empty when all is well."""
    found = []
    for asked in sorted(folder.glob("*.in")):
        lock = asked.with_suffix(".txt")
        found += _out_of_step(asked, pins(lock)) + _unsafe_lines(lock)
    return found


def pins(lock: Path) -> dict[str, str]:
    """Package → pinned version."""
    matches = filter(None, map(PINNED.match, lock.read_text(encoding="utf-8").splitlines()))
    return {canonicalize_name(match["name"]): match["version"] for match in matches}


def _out_of_step(asked: Path, pinned: dict[str, str]) -> list[str]:
    lines = [line.split("#")[0].strip() for line in asked.read_text(encoding="utf-8").splitlines()]
    found = []
    for requirement in (Requirement(line) for line in lines if line and not line.startswith("-")):
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None:
            found.append(f"{asked.name} asks for {requirement}, which is not locked: make locks")
        elif version not in requirement.specifier:
            found.append(f"{asked.name} asks for {requirement}, but {version} is locked: make locks")
    return found


def _unsafe_lines(lock: Path) -> list[str]:
    text = lock.read_text(encoding="utf-8")
    blocks = [block for block in re.split(r"\n(?=[A-Za-z0-9])", text) if PINNED.match(block)]
    found = [f"{lock.name}: no hash for {block.split()[0]}" for block in blocks if "--hash=sha256:" not in block]
    if re.search(r"https?://|^\s*-(?!-hash|-c|c )", text, re.MULTILINE):
        found.append(f"{lock.name} has an address or an option line")
    return found


if __name__ == "__main__":
    for problem in problems():
        print(problem)
    sys.exit(bool(problems()))
