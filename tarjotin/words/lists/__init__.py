"""Lists of words kept as text: one or more a line, "#" begins a comment."""

from __future__ import annotations

from pathlib import Path


def lines(name: str) -> list[list[str]]:
    """The words of each line of a list."""
    text = (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8")
    return [words for line in text.splitlines() if (words := line.partition("#")[0].split())]
