"""Guidance desks with what one needs to call or to go: loaded in bulk, those that are open now first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q
from django.utils.safestring import SafeString

from tarjotin.catalogue.models import Channel, Service, ServicePlace
from tarjotin.catalogue.models.service import ServiceKind
from tarjotin.common.languages import base_of
from tarjotin.common.text import LocalisedText
from tarjotin.web.formats import open_now
from tarjotin.web.formats.languages import language_list
from tarjotin.web.formats.lists import joined, listed
from tarjotin.web.formats.open_now import Now
from tarjotin.web.formats.texts import wording
from tarjotin.web.resident import vocabulary
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.resident.cards import district

MOST_TOPICS = 4


@dataclass(frozen=True, slots=True)
class Desk:
    name: LocalisedText
    url: str
    organiser: LocalisedText | None
    helps_with: LocalisedText
    topics: str
    phone: str
    hours: SafeString | str
    is_open: bool
    address: SafeString | str
    places: int
    languages: str


def desks(now: datetime, language: str) -> list[tuple[Service, Now | None]]:
    """Every desk with its state: open ones first, among equals those that speak the reader's language."""
    found = [
        (service, state_of(service.channels.all(), list(service.service_places.all()), now)) for service in _rows(now)
    ]
    own = base_of(language)
    return sorted(found, key=lambda pair: (*open_now.first(pair[1]), own not in pair[0].languages, str(pair[0].name)))


def shown(pairs: Iterable[tuple[Service, Now | None]], language: str) -> list[Desk]:
    return [_desk(service, state, language) for service, state in pairs]


def _rows(now: datetime) -> Iterable[Service]:
    """A desk says it is one; a service whose main subject is advice works as one."""
    advice = Q(
        kind=ServiceKind.SERVICE, tags__main=True, tags__concept__scheme="category", tags__concept__code="advice"
    )
    places = ServicePlace.objects.select_related("place").prefetch_related("hours").order_by("id")
    return (
        Service.objects.visible(now)
        .filter(Q(kind=ServiceKind.GUIDANCE_DESK) | advice)
        .distinct()
        .select_related("organisation")
        .prefetch_related("channels__hours", "tags__concept", Prefetch("service_places", queryset=places))
    )


def state_of(channels: Iterable[Channel], places: Sequence[ServicePlace], now: datetime) -> Now | None:
    """By phone; where no phone tells its hours, at the desk itself. The house around it may be open without it."""
    phones = [channel for channel in channels if channel.kind == "phone" and channel.value]
    states = [state for channel in phones if (state := open_now.state(channel.hours.all(), now))]
    if not states:
        states = [state for at in places if (state := open_now.state(at.hours.all(), now))]
    return min(states, key=open_now.first, default=None)


def _desk(service: Service, state: Now | None, language: str) -> Desk:
    places = list(service.service_places.all())
    phones = [channel.value for channel in service.channels.all() if channel.kind == "phone" and channel.value]
    doors = [at.phone for at in places if at.phone]
    return Desk(
        name=service.name,
        url=entity_address(service, language),
        organiser=service.organisation.name if service.organisation else None,
        helps_with=service.summary,
        topics=listed(_topics(service, language)),
        phone=next(iter([*phones, *doors]), ""),
        hours=open_now.line(state, language),
        is_open=state is not None and state.is_open,
        address=_address(places[0], language) if len(places) == 1 else "",
        places=len(places),
        languages=language_list(service.languages, language),
    )


def _address(at: ServicePlace, language: str) -> SafeString:
    place = at.place
    return joined(wording(place.name, language), wording(place.street, language), district(place, language))


def _topics(service: Service, language: str) -> list[str]:
    """What it helps with and whom, in the tray's own words."""
    codes = {(tag.concept.scheme, tag.concept.code) for tag in service.tags.all()}
    named = [
        label
        for scheme in ("need", "audience")
        for code, label in vocabulary.concepts(scheme, language).items()
        if (scheme, code) in codes
    ]
    return named[:MOST_TOPICS]
