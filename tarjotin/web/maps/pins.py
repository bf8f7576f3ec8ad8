"""Pins that fingers can hit: those that would touch become one; names that would touch anything are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

from tarjotin.web.maps.lines import Box, Corner

SIDE = 44.0  # of the area that takes the tap
LETTER, LINE = 7.0, 14.0  # how wide and how high letters of a label are, a little more than they need


@dataclass(frozen=True, slots=True)
class Pin:
    """`members` are positions in the list that the pin stands for."""

    members: tuple[int, ...]
    x: float
    y: float
    width: float

    @property
    def box(self) -> Box:
        return (self.x - self.width / 2, self.y - SIDE / 2, self.x + self.width / 2, self.y + SIDE / 2)

    @property
    def shape(self) -> str:
        """A disc, or a longer one with round ends; its white rim belongs to the area that takes the tap."""
        radius = SIDE / 2 - 2
        flat = round(self.width - SIDE)
        begin = f"M{round(self.x - flat / 2)} {round(self.y - radius)}"
        turn = f"a{radius:.0f} {radius:.0f} 0 0 1 0"
        return f"{begin}h{flat}{turn} {2 * radius:.0f}h{-flat}{turn}-{2 * radius:.0f}z"


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    x: int
    y: int


def merged(corners: Sequence[Corner], width_of: Callable[[int], float], canvas: Box) -> list[Pin]:
    """Pins of which no two touch, the closest joined first; `width_of` tells how wide the words for so many are."""
    pins = [_pin((at,), corners, width_of, canvas) for at in range(len(corners))]
    while touching := [pair for pair in combinations(pins, 2) if touch(pair[0].box, pair[1].box)]:
        one, other = min(touching, key=lambda pair: (pair[0].x - pair[1].x) ** 2 + (pair[0].y - pair[1].y) ** 2)
        members = tuple(sorted(one.members + other.members))
        pins = [pin for pin in pins if pin is not one and pin is not other]
        pins.append(_pin(members, corners, width_of, canvas))
    return sorted(pins, key=lambda pin: pin.members)


def labels(wanted: Iterable[tuple[Corner, str]], taken: Iterable[Box], canvas: Box) -> list[Label]:
    """Names under their points, the first ones first, where nothing else stands."""
    full = list(taken)
    found = []
    for (x, y), text in wanted:
        half = len(text) * LETTER / 2
        box = (x - half, y + 4, x + half, y + 4 + LINE)
        if within(box, canvas) and not any(touch(box, other) for other in full):
            full.append(box)
            found.append(Label(text, round(x), round(y + 4 + LINE * 0.8)))
    return found


def touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def within(box: Box, canvas: Box) -> bool:
    return box[0] >= canvas[0] and box[1] >= canvas[1] and box[2] <= canvas[2] and box[3] <= canvas[3]


def _pin(members: tuple[int, ...], corners: Sequence[Corner], width_of: Callable[[int], float], canvas: Box) -> Pin:
    """In the middle of its members, moved in where it would stand across the edge."""
    width = max(SIDE, 2 * ceil(width_of(len(members)) / 2)) if len(members) > 1 else SIDE
    x = sum(corners[at][0] for at in members) / len(members)
    y = sum(corners[at][1] for at in members) / len(members)
    return Pin(
        members,
        round(min(max(x, canvas[0] + width / 2), canvas[2] - width / 2)),
        round(min(max(y, canvas[1] + SIDE / 2), canvas[3] - SIDE / 2)),
        width,
    )
