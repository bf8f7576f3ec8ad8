"""Links of a row: the pages of a list, the sort orders, the ways out of a dead end."""

from __future__ import annotations

from dataclasses import dataclass

AROUND = 2  # neighbours of the current page on each side


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    url: str
    current: bool = False


def window(current: int, last: int) -> list[int]:
    """The pages worth a link: the first, the last and the neighbours; none when there is one page only."""
    near = {number for number in range(current - AROUND, current + AROUND + 1) if 1 <= number <= last}
    return sorted({1, last} | near) if last > 1 else []
