"""Where candidates for a match are looked up: records are compared only within a shared block. Pure.

Blocks are wide enough for every rule of `matching.py` that can say "same" or "ask", and narrow enough that an
import compares tens of records, not thousands. The caller reports blocks that grow too big.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from tarjotin.common.distance import Point
from tarjotin.sources.features import Features

_Cells = Callable[[Point, tuple[float, float]], tuple[str, ...]]

FIRST_LETTERS = 9
# Cells in degrees of latitude and longitude at 60° N: 125 m for places (merged up to 120 m apart) and 200 m for
# activities (asked up to 200 m apart), so that the neighbouring cells hold all that a rule can reach.
PLACE_CELL = (0.00113, 0.00226)
ACTIVITY_CELL = (0.0018, 0.0036)

# The last word of half of all associations.
_GENERAL_WORDS = frozenset(
    (
        "yhdistys",
        "seura",
        "liitto",
        "kerho",
        "osasto",
        "piiri",
        "säätiö",
        "keskus",
        "kaupunki",
        "kunta",
        "seurakunta",
        "tuki",
        "förening",
        "föreningen",
        "klubb",
        "stiftelse",
        "stiftelsen",
        "avdelning",
        "stad",
        "kommun",
        "association",
        "society",
        "club",
        "foundation",
        "city",
    )
)


def block_keys(features: Features) -> tuple[str, ...]:
    """The blocks a record stands in."""
    return tuple(dict.fromkeys(_keys(features, asking=False)))


def lookup_keys(features: Features) -> tuple[str, ...]:
    """The blocks to look for candidates in: the record's own, and the cells around it."""
    return tuple(dict.fromkeys(_keys(features, asking=True)))


def _keys(features: Features, *, asking: bool) -> Iterable[str]:
    cells = _cells_around if asking else _own_cell
    yield from features.keys
    if features.kind == "organisation":
        yield from _organisation_keys(features)
    elif features.kind == "place":
        yield from _place_keys(features, cells)
    elif features.kind == "service":
        yield from _service_keys(features)
        yield from _notice_keys(features, "by", asking=asking and features.source == "ptv")
    elif features.kind == "activity":
        yield from _activity_keys(features, cells)
        yield from _organiser_keys(features, asking=asking)
        yield from _notice_keys(features, "svc", asking=asking and features.source == "lahella")


def _organisation_keys(features: Features) -> Iterable[str]:
    if features.business_id:
        yield f"bid:{features.business_id}"
    yield from (f"phone:{phone}" for phone in features.phones)
    yield from (f"dom:{domain}" for domain in features.domains)
    for name in features.names:
        yield f"n9:{_first_letters(name)}"
        if last := _last_telling_word(name):
            yield f"last:{last}"


def _place_keys(features: Features, cells: _Cells) -> Iterable[str]:
    if features.point:
        yield from (f"grid:{cell}" for cell in cells(features.point, PLACE_CELL))
    if features.address:
        yield f"addr:{features.address}"
    # Places without a point or address are found by their whole name only: a thousand parks begin alike.
    yield from (f"pname:{_sorted_words(name)}" for name in features.names)


def _service_keys(features: Features) -> Iterable[str]:
    for name in features.names[:1]:
        yield f"svc:{features.organisation}|{_first_letters(name)}"
        yield f"svcl:{features.organisation}|{name.rpartition(' ')[2]}"
        yield f"sname:{_sorted_words(name)}"


def _activity_keys(features: Features, cells: _Cells) -> Iterable[str]:
    start = features.names[0][:4] if features.names else ""
    if features.organisation and features.place:
        yield from (f"opt:{features.organisation}|{features.place}|{time.rstrip('~')}" for time in features.times)
    if features.place:
        yield f"at:{features.place}|{start}"
    if features.point:
        yield from (f"near:{cell}:{start}" for cell in cells(features.point, ACTIVITY_CELL))


def _organiser_keys(features: Features, *, asking: bool) -> Iterable[str]:
    """By organiser and name only when one of the two has no place: an organiser has hundreds of water gymnastics."""
    if not features.organisation or not features.names:
        return
    key = f"{features.organisation}|{_first_letters(features.names[0])}"
    if asking:
        yield f"placeless:{key}" if features.place else f"by:{key}"
        return
    yield f"by:{key}"
    if not features.place:
        yield f"placeless:{key}"


def _notice_keys(features: Features, block: str, *, asking: bool) -> Iterable[str]:
    """A notice of Lähellä.fi and its copy in PTV are of two kinds: each asks for the other's block."""
    if asking and features.organisation:
        yield from (f"{block}:{features.organisation}|{_first_letters(name)}" for name in features.names[:1])


def _own_cell(point: Point, cell: tuple[float, float]) -> tuple[str, ...]:
    row, column = _cell(point, cell)
    return (f"{row}:{column}",)


def _cells_around(point: Point, cell: tuple[float, float]) -> tuple[str, ...]:
    row, column = _cell(point, cell)
    return tuple(f"{row + up}:{column + right}" for up in (0, -1, 1) for right in (0, -1, 1))


def _cell(point: Point, cell: tuple[float, float]) -> tuple[int, int]:
    return math.floor(point.lat / cell[0]), math.floor(point.lon / cell[1])


def _first_letters(name: str) -> str:
    return name.replace(" ", "")[:FIRST_LETTERS]


def _last_telling_word(name: str) -> str:
    return next((word for word in reversed(name.split()) if word not in _GENERAL_WORDS), "")


def _sorted_words(name: str) -> str:
    return " ".join(sorted(name.split()))
