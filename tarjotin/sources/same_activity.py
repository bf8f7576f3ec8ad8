"""Are two activities one? A parallel group is not a duplicate. The rules, in the order they are asked. Pure."""

from __future__ import annotations

from typing import Final

from tarjotin.sources.decision import (
    Decision,
    apart,
    ask,
    different,
    is_part,
    metres_apart,
    name_in_words,
    same,
    shared_key,
    sides,
    unlike,
)
from tarjotin.sources.features import Features
from tarjotin.sources.likeness import NameLikeness, compare_names
from tarjotin.sources.times import dates_apart, first_shared_start, same_times_told, times_in_words

# Likeness of the names, 0–100, and metres (data model § 3).
ACTIVITY_NAME: Final = 90
ACTIVITY_ASK_NAME: Final = 80
ACTIVITY_ASK_NEAR_M: Final = 200
# Lähellä.fi names a door or a room where others name the house, so its place may be another entity on the same spot.
ACTIVITY_SAME_SPOT_M: Final = 50
ORGANISER_NAME: Final = 88


def decide_activities(a: Features, b: Features, names: NameLikeness) -> Decision:
    same_organiser = _same_organiser(a, b)
    same_times = same_times_told(a, b)
    return (
        _activities_never(a, b, names, same_organiser, same_times)
        or shared_key(a, b)
        or _same_session(a, b, names)
        or _same_group(a, b, names, same_organiser, same_times)
        or _perhaps_same_group(a, b, names, same_organiser, same_times)
    )


def _activities_never(
    a: Features, b: Features, names: NameLikeness, same_organiser: bool | None, same_times: bool | None
) -> Decision | None:
    if same_organiser is False:
        return different("another organiser", name_in_words(names))
    if same_times is False:
        return different("another weekday or time", sides(times_in_words(a.times), times_in_words(b.times)))
    if names.marks_clash:
        return different("a parallel group", names.difference)
    if is_part(a, b):
        return different("a part of the other", "one names the other as its series")
    return None


def _same_session(a: Features, b: Features, names: NameLikeness) -> Decision | None:
    """Linked Events has some sessions under two ids: one title, one start, one place."""
    if not (names.identical and _at_one_place(a, b)):
        return None
    if not (shared := first_shared_start(a, b)):
        return None
    return same("same title, start and place", 100.0, "name 100", _near_in_words(a, b), f"both start {shared}")


def _same_group(
    a: Features, b: Features, names: NameLikeness, same_organiser: bool | None, same_times: bool | None
) -> Decision | None:
    if not (
        same_organiser and same_times and _at_one_place(a, b) and names.score >= ACTIVITY_NAME and names.may_be_one
    ):
        return None
    evidence = (name_in_words(names), "same organiser", _near_in_words(a, b), f"{times_in_words(a.times)} agree")
    if not dates_apart(a, b):
        return same("organiser, place, weekday and time", names.score, *evidence)
    if a.source == b.source:
        return different("other dates", *evidence, "but no date in common")
    return ask("all agree but the dates", names.score, *evidence, "but no date in common")


def _perhaps_same_group(
    a: Features, b: Features, names: NameLikeness, same_organiser: bool | None, same_times: bool | None
) -> Decision:
    """What a person should look at. A source rarely tells one thing twice, so within one source the names must be
    the same and the times must agree."""
    near = _near_in_words(a, b)
    evidence = (
        name_in_words(names),
        near,
        _organiser_in_words(same_organiser),
        _times_in_words(a, same_times),
        apart(names),
    )
    if a.source == b.source and not (names.identical and same_times and near and not dates_apart(a, b)):
        return different("two activities of one source", *evidence)
    if names.score >= ACTIVITY_ASK_NAME and near:
        return ask("name and place alike", names.score, *evidence)
    placeless = not (a.place or a.point) or not (b.place or b.point)
    if names.score >= ACTIVITY_NAME and placeless and same_organiser and same_times:
        return ask("place missing on a side", names.score, *evidence, "place missing on a side")
    return unlike(*evidence)


def _same_organiser(a: Features, b: Features) -> bool | None:
    """`None` when it cannot be told. A provider's name counts beside the publisher: the city publishes for others."""
    names = compare_names(a.organiser_name, b.organiser_name)
    if names.score >= ORGANISER_NAME and names.may_be_one:
        return True
    one_publisher = bool(a.organisation) and a.organisation == b.organisation
    if names.words_clash or names.marks_clash:
        return None if one_publisher else False
    if one_publisher:
        return True
    told = bool(a.organisation and b.organisation) and not (a.organiser_name or b.organiser_name)
    return False if told else None


def _times_in_words(a: Features, same_times: bool | None) -> str:
    return f"{times_in_words(a.times)} agree" if same_times else "weekday and time not known to agree"


def _organiser_in_words(same_organiser: bool | None) -> str:
    return "same organiser" if same_organiser else "organiser not known to agree"


def _at_one_place(a: Features, b: Features) -> bool:
    if a.place and a.place == b.place:
        return True
    metres = metres_apart(a, b)
    return metres is not None and metres <= ACTIVITY_SAME_SPOT_M


def _near_in_words(a: Features, b: Features) -> str:
    """The place in words when it is the same or at most 200 m away, or an empty text."""
    if a.place and a.place == b.place:
        return "same place"
    metres = metres_apart(a, b)
    return f"{metres:.0f} m" if metres is not None and metres <= ACTIVITY_ASK_NEAR_M else ""
