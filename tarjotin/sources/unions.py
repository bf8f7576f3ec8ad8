"""Fields to which every source adds: how their values are joined. Pure.

Each function takes the values of all sources, best source first, and keeps that order, so the result does not
depend on the order in which records came.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeAlias, TypeVar

from tarjotin.catalogue.records import AccessRecord, ChannelRecord, ContactRecord, ServicePlaceRecord, SuitabilityRecord
from tarjotin.common.text import EMPTY, LocalisedText, Wording

Union: TypeAlias = Callable[[Sequence[Any]], Any]
T = TypeVar("T")

_NOTHING = (None, "", (), EMPTY)


def all_values(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values))


def joined_keywords(texts: Sequence[LocalisedText]) -> LocalisedText:
    """All search words of a language, comma-separated, each once."""
    found: dict[str, list[Wording]] = {}
    for text in texts:
        for wording in text.wordings:
            found.setdefault(wording.language, []).append(wording)
    return LocalisedText(tuple(_joined(language, found[language]) for language in sorted(found)))


def _joined(language: str, wordings: Sequence[Wording]) -> Wording:
    if len(wordings) == 1:
        return wordings[0]
    words = (word.strip() for wording in wordings for word in wording.text.split(","))
    once: dict[str, str] = {}
    for word in words:
        if word:
            once.setdefault(word.casefold(), word)
    return Wording(language, ", ".join(once.values()), wordings[0].by)


def all_contacts(lists: Sequence[tuple[ContactRecord, ...]]) -> tuple[ContactRecord, ...]:
    """A contact with a phone or e-mail of an earlier one is that one, and fills what it lacks."""
    kept: list[ContactRecord] = []
    for contact in all_values(lists):
        merged, at = contact, len(kept)
        # What it fills in may show that two earlier contacts are one as well.
        while (index := _index_of(merged, kept)) is not None:
            known = kept.pop(index)
            merged = filled(known, merged) if index <= at else filled(merged, known)
            at = min(at, index)
        kept.insert(at, merged)
    return tuple(kept)


def _index_of(contact: ContactRecord, kept: Sequence[ContactRecord]) -> int | None:
    return next((index for index, other in enumerate(kept) if _is_one_contact(contact, other)), None)


def _is_one_contact(a: ContactRecord, b: ContactRecord) -> bool:
    if a.phone and a.phone == b.phone:
        return True
    if a.email and a.email.casefold() == b.email.casefold():
        return True
    return bool(a.url) and a.url == b.url and not (a.phone or a.email or b.phone or b.email)


def by_key(key: Callable[[T], Hashable]) -> Callable[[Sequence[tuple[T, ...]]], tuple[T, ...]]:
    """One value a key, from the best source, which the others fill where it has nothing."""

    def join(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
        kept: dict[Hashable, T] = {}
        for values in lists:
            for value in values:
                known = kept.get(key(value))
                kept[key(value)] = value if known is None else filled(known, value)
        return tuple(kept.values())

    return join


def first_of_key(key: Callable[[T], Hashable]) -> Callable[[Sequence[tuple[T, ...]]], tuple[T, ...]]:
    """One value a key, whole, from the best source: a verdict is not mixed from two."""

    def join(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
        kept: dict[Hashable, T] = {}
        for values in lists:
            for value in values:
                kept.setdefault(key(value), value)
        return tuple(kept.values())

    return join


def filled(value: T, other: T) -> T:
    """The value, with what it does not tell (empty, none) from the other."""
    if value == other:
        return value
    names = [field.name for field in fields(value)]  # type: ignore[arg-type]
    gaps = {name: getattr(other, name) for name in names if getattr(value, name) in _NOTHING}
    more = {name: theirs for name, theirs in gaps.items() if theirs not in _NOTHING}
    return replace(value, **more) if more else value  # type: ignore[type-var]


def _access_key(access: AccessRecord) -> Hashable:
    return access.profile, access.arrival


def _channel_key(channel: ChannelRecord) -> Hashable:
    return channel.kind, channel.value.casefold() or channel.name


def _service_place_key(at: ServicePlaceRecord) -> Hashable:
    return at.place


def _suitability(lists: Sequence[tuple[SuitabilityRecord, ...]]) -> tuple[SuitabilityRecord, ...]:
    """A named human's word before what a machine derived, whichever source it came from."""
    stated = sorted(all_values(lists), key=lambda told: told.stated_by == "derived")
    return first_of_key(_limit)([tuple(stated)])


def _limit(told: SuitabilityRecord) -> Hashable:
    return told.limit


UNIONS: dict[str, Union] = {
    "codes": all_values,
    "languages": all_values,
    "life_events": all_values,
    "keywords": joined_keywords,
    "contacts": all_contacts,
    "access": first_of_key(_access_key),
    "channels": by_key(_channel_key),
    "places": by_key(_service_place_key),
    "suitability": _suitability,
}
