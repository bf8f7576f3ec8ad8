"""The drawing of a map page: numbered pins that are links, over borders, rails and stations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from tarjotin.common.distance import Point
from tarjotin.web.formats.lists import listed
from tarjotin.web.maps.ground import Ground, ground
from tarjotin.web.maps.pins import SIDE, Label, Pin, labels, merged
from tarjotin.web.maps.view import WIDTH, fitted

LETTER = 8.5  # units of a letter on a pin


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing of the list: its number there, its name, its point, and where its pin leads."""

    number: int
    name: str
    point: Point
    url: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A pin: `said` stands on it, `name` is read aloud and begins with the same words."""

    x: int
    y: int
    shape: str
    said: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    ground: Ground
    pins: tuple[Drawn, ...]
    labels: tuple[Label, ...]


def drawing(
    marks: Sequence[Mark], many: Callable[[int], str], url_of: Callable[[Sequence[Mark]], str], *, stations: bool
) -> Drawing:
    """The map of these marks. `many` says how many a pin stands for, `url_of` where it then leads; `stations` are
    named where there is room, else the marks themselves."""
    view = fitted([mark.point for mark in marks])
    below = ground(view)
    corners = [view.corner(mark.point) for mark in marks]
    pins = merged(corners, lambda number: len(many(number)) * LETTER + 20, view.box)
    alone = [((pin.x, pin.y + SIDE / 2 - 4), marks[pin.members[0]].name) for pin in pins if len(pin.members) == 1]
    named = [(corner, name) for name, corner in below.stations] if stations else alone
    return Drawing(
        WIDTH,
        view.height,
        below,
        tuple(_drawn(pin, [marks[at] for at in pin.members], many, url_of) for pin in pins),
        tuple(labels(named, [pin.box for pin in pins], view.box)),
    )


def places(number: int) -> str:
    return ngettext("%(number)s paikka", "%(number)s paikkaa", number) % {"number": number}


def areas(number: int) -> str:
    return ngettext("%(number)s alue", "%(number)s aluetta", number) % {"number": number}


def _drawn(
    pin: Pin, members: Sequence[Mark], many: Callable[[int], str], url_of: Callable[[Sequence[Mark]], str]
) -> Drawn:
    alone = len(members) == 1
    said = str(members[0].number) if alone else many(len(members))
    names = listed(mark.name for mark in members)
    return Drawn(
        x=round(pin.x),
        y=round(pin.y) + 6,
        shape=pin.shape,
        said=said,
        name=f"{said}. {names}" if alone else f"{said}: {names}",
        url=members[0].url if alone else url_of(members),
    )
