"""What of a suggestion stands in the catalogue and not in the index: its name, whom to ask, and for whom it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from tarjotin.catalogue.models import ENTITY_MODELS, Suitability
from tarjotin.common.text import LocalisedText
from tarjotin.search.index.schema import Stored
from tarjotin.search.recommending.needs import Needs
from tarjotin.search.recommending.suggestion import Ask

# What is loaded with each kind of entry, so that a few suggestions cost a few questions.
JOINED = {"activity": ("organisation", "place"), "service": ("organisation",), "place": ("organisation",)}
LISTED = {
    "activity": ("contacts", "organisation__contacts", "place__contacts"),
    "service": ("contacts", "channels", "service_places__place", "organisation__contacts"),
    "place": ("contacts", "organisation__contacts"),
}


def refused(rows: Iterable[Stored], needs: Needs) -> set[UUID]:
    """Activities that a person says are not for somebody with a limit that was named."""
    limits = {option for each in needs.limits if each.group == "limit" for option in each.options}
    if not limits:
        return set()
    denied = Suitability.objects.filter(verdict="not_for", limit__in=limits, activity__in=[row.id for row in rows])
    return set(denied.values_list("activity", flat=True))


def names(rows: Iterable[Stored]) -> dict[UUID, str]:
    """What each is called, to tell apart what only has the same name."""
    found: dict[UUID, LocalisedText] = {}
    for kind, ids in _by_kind(rows).items():
        found |= dict(ENTITY_MODELS[kind]._default_manager.filter(pk__in=ids).values_list("pk", "name"))
    return {pk: wording.text for pk, name in found.items() if (wording := name.in_language("fi"))}


def asks(rows: Iterable[Stored]) -> dict[UUID, Ask]:
    """Whom to ask of each entry: the number nearest to it that somebody answers, else an address."""
    entries = (entry for kind, ids in _by_kind(rows).items() for entry in _loaded(kind, ids))
    return {entry.pk: ask for entry in entries if (ask := _nearest(entry))}


def _by_kind(rows: Iterable[Stored]) -> dict[str, list[UUID]]:
    ids: dict[str, list[UUID]] = {}
    for row in rows:
        ids.setdefault(row.kind, []).append(row.id)
    return ids


def _loaded(kind: str, ids: list[UUID]) -> Iterable[Any]:
    manager = ENTITY_MODELS[kind]._default_manager
    return manager.filter(pk__in=ids).select_related(*JOINED[kind]).prefetch_related(*LISTED[kind])


def _nearest(entry: Any) -> Ask | None:
    ways = list(_ways(entry))
    return next((ask for ask in ways if ask.phone), None) or next((ask for ask in ways if ask.email), None)


def _ways(entry: Any) -> Iterator[Ask]:
    kind = entry.kind_name
    if kind == "activity":
        yield Ask("entry", entry.register_phone, entry.register_email)
    yield from _contacts(entry, "entry")
    if kind == "service":
        yield from (Ask("entry", channel.value) for channel in _by_id(entry.channels) if channel.kind == "phone")
        for at in _by_id(entry.service_places):
            yield Ask("place", at.phone or at.place.phone, at.place.email)
    if kind == "place":
        yield Ask("entry", entry.phone, entry.email)
    yield from _of_another(entry.organisation, "organisation")
    if kind == "activity":
        yield from _of_another(entry.place, "place")


def _of_another(owner: Any, whose: str) -> Iterator[Ask]:
    if owner is not None:
        yield Ask(whose, owner.phone, owner.email)
        yield from _contacts(owner, whose)


def _contacts(owner: Any, whose: str) -> Iterator[Ask]:
    for each in _by_id(owner.contacts):
        yield Ask(whose, each.phone, each.email, each.role)


def _by_id(related: Any) -> list[Any]:
    return sorted(related.all(), key=lambda each: each.pk)
