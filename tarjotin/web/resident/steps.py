"""Links of a row: the pages of a list, the sort orders, the ways out of a dead end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

AROUND = 2  # neighbours of the current page on each side


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    url: str
    current: bool = False
    rel: str = ""  # prev, next: the neighbours of the current one
    after_gap: bool = False  # numbers are left out before it


def window(current: int, last: int) -> list[int]:
    """The pages worth a link: the first, the last and the neighbours; none when there is one page only."""
    near = {number for number in range(current - AROUND, current + AROUND + 1) if 1 <= number <= last}
    return sorted({1, last} | near) if last > 1 else []


def page_steps(current: int, last: int, url_of: Callable[[int], str]) -> list[Step]:
    """The links to the pages of a list; `url_of` gives the address of a page."""
    shown = window(current, last)
    rels = {current - 1: "prev", current + 1: "next"}
    return [
        Step(str(number), url_of(number), number == current, rels.get(number, ""), number - before > 1)
        for before, number in zip([0, *shown], shown, strict=False)
    ]
