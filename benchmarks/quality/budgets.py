"""What is measured, against which target; each line of the table that docs/quality.md holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Budget:
    """One line: `target` is met at or below it, `limit` is failed at or above it."""

    what: str
    unit: str
    target: float
    limit: float


BYTES = Budget("resident page, first visit, all bytes", "KB", 14, 25)
REQUESTS = Budget("– requests", "", 3, 5)
FONTS = Budget("– web fonts", "", 0, 1)
FOREIGN = Budget("– third-party requests", "", 0, 1)
SCRIPT = Budget("– script", "bytes", 0, 1)
ELEMENTS = Budget("– DOM elements", "", 500, 700)
NEXT = Budget("next resident page, stylesheet cached", "KB", 8, 15)
MAP = Budget("map page", "KB", 16, 25)
PAINT = Budget("largest contentful paint, slow 3G", "s", 2.0, 2.5)
RATIO = Budget("– beside a page of text alone", "times", 2.5, 3.5)
BLOCKED = Budget("total blocking time", "ms", 0, 50)
SHIFT = Budget("layout shift", "", 0, 0.02)
FIRST = Budget("first result's title on 360 × 640", "px", 560, 640)
FIRST_BIG = Budget("– with big text", "px", 1000, 1000.5)
STOPS = Budget("tab stops before the first result", "", 10, 14)
TARGETS = Budget("targets smaller than 24 × 24", "", 0, 1)
CONTROLS = Budget("main controls smaller than 44 × 44", "", 0, 1)
SIDEWAYS = Budget("sideways scroll at 320 px, 200 % text, wide spacing", "elements", 0, 1)
DIGITS = Budget("numbers read in the wrong order", "", 0, 1)
AXE = Budget("axe, A + AA + AAA + best practice", "findings", 0, 1)
PAPER = Budget("printed week", "pages", 1, 2)


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of a budget, and the page it was the worst on."""

    budget: Budget
    value: float
    where: str = ""

    @property
    def verdict(self) -> str:
        if self.value <= self.budget.target:
            return "met"
        return "over target" if self.value < self.budget.limit else "FAILED"

    @property
    def line(self) -> str:
        budget, where = self.budget, f" ({self.where})" if self.where else ""
        shown, target = (f"{number:g} {budget.unit}".strip() for number in (round(self.value, 2), budget.target))
        return f"| {budget.what} | {target} | {shown}{where} | {self.verdict} |"


def worst(budget: Budget, values: dict[str, float]) -> Measured:
    """The page that comes off worst."""
    where = max(values, key=lambda name: values[name])
    return Measured(budget, values[where], where if values[where] else "")


def table(lines: Iterable[Measured]) -> str:
    return "\n".join(["| what | target | value | verdict |", "|---|---|---|---|", *(each.line for each in lines)])
