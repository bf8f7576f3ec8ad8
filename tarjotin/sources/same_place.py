"""Are two places one? The rules, in the order they are asked. Pure."""

from __future__ import annotations

from typing import Final

from tarjotin.sources.decision import (
    Decision,
    apart,
    ask,
    different,
    in_words,
    is_part,
    metres_apart,
    name_in_words,
    same,
    shared_key,
    sides,
    unlike,
)
from tarjotin.sources.features import Features
from tarjotin.sources.likeness import NameLikeness

# Likeness of the names, 0–100, and metres (data model § 3).
PLACE_NAME: Final = 85
PLACE_NEAR_M: Final = 120
PLACE_ASK_NAME: Final = 65
PLACE_ASK_NEAR_M: Final = 80
PLACE_FAR_M: Final = 250
PLACE_ASK_NAME_ALONE: Final = 95

# One register gives each thing one number, so two numbers of one register are two things.
REGISTERS: Final = ("tpr", "lipas", "library")


def decide_places(a: Features, b: Features, names: NameLikeness) -> Decision:
    metres = metres_apart(a, b)
    return (
        _places_by_register(a, b)
        or _places_never(a, b, names, metres)
        or _places_in_one_building(a, b, names)
        or _places_alike(a, b, names, metres)
    )


def _places_by_register(a: Features, b: Features) -> Decision | None:
    """Ids decide before all else: a Linked Events place `tprek:N` is TPR unit N even with a wrong point."""
    for scheme in REGISTERS:
        mine, theirs = _ids(a, scheme), _ids(b, scheme)
        if mine and theirs and mine != theirs:
            return different("two numbers of one register", sides(mine, theirs))
        if mine and mine == theirs:
            return same("same id", 100.0, f"both are {mine}")
    if is_part(a, b):
        return different("a room of the other", "one names the other as the whole")
    return shared_key(a, b)


def _ids(features: Features, scheme: str) -> str:
    return next((key for key in features.keys if key.startswith(f"{scheme}:")), "")


def _places_never(a: Features, b: Features, names: NameLikeness, metres: float | None) -> Decision | None:
    if metres is not None and metres > PLACE_FAR_M:
        return different("too far apart", f"{metres:.0f} m")
    if names.marks_clash:
        return different("numbers or marks in the names differ", names.difference)
    return None


def _places_in_one_building(a: Features, b: Features, names: NameLikeness) -> Decision | None:
    """A building may house a library and a day-care centre, so its id needs a name that fits."""
    if not (_ids(a, "building") and _ids(a, "building") == _ids(b, "building")):
        return None
    if names.score >= PLACE_ASK_NAME and names.may_be_one:
        return same("same building", 100.0, "the building id agrees", name_in_words(names))
    return ask("same building, another name", names.score, "the building id agrees", name_in_words(names), apart(names))


def _places_alike(a: Features, b: Features, names: NameLikeness, metres: float | None) -> Decision:
    at_one_address = _at_one_address(a, b)
    where = _where(metres, a.address if at_one_address else "")
    is_near = metres is not None and metres <= PLACE_NEAR_M
    if names.score >= PLACE_NAME and names.may_be_one and (is_near or at_one_address):
        return same("name and location", names.score, name_in_words(names), where)
    is_very_near = metres is not None and metres <= PLACE_ASK_NEAR_M
    if names.score >= PLACE_ASK_NAME and is_very_near:
        return ask("near, name alike", names.score, name_in_words(names), where, apart(names))
    if names.score >= PLACE_NAME and at_one_address:
        return ask("same address, name alike", names.score, name_in_words(names), where, apart(names))
    if names.score >= PLACE_ASK_NAME_ALONE and names.may_be_one and metres is None and not (a.address and b.address):
        return ask("same name, location not told", names.score, name_in_words(names), "one has no point or address")
    return unlike(name_in_words(names), where)


def _at_one_address(a: Features, b: Features) -> bool:
    one_municipality = not a.municipality or not b.municipality or a.municipality == b.municipality
    return bool(a.address) and a.address == b.address and one_municipality


def _where(metres: float | None, address: str) -> str:
    return in_words(f"{metres:.0f} m" if metres is not None else "", f"same address {address}" if address else "")
