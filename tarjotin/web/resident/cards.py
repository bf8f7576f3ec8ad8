"""Cards: what one needs to choose, in the order ux.md § 3 gives. Built from rows loaded in bulk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import Activity, Place, PlaceTransit, Service
from tarjotin.catalogue.models.activity import Entry, Rhythm
from tarjotin.catalogue.models.service import ServiceKind
from tarjotin.catalogue.models.session import Session, SessionState
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import to_helsinki
from tarjotin.search.query import Hit
from tarjotin.sources.queries import last_good_runs
from tarjotin.web.formats import dates, money, opening
from tarjotin.web.formats.distances import on_foot
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.texts import only_in, plain_wording, wording
from tarjotin.web.resident import reasons, vocabulary
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.resident.free_places import free_places
from tarjotin.web.resident.rows import Rows, load

Html = SafeString | str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a card; `symbol` names its picture in the style sheet."""

    symbol: str  # when, price, place, join, about
    html: Html


@dataclass(frozen=True, slots=True)
class Card:
    id: UUID
    kind: str
    name: LocalisedText
    url: str
    why: str
    doubt: str
    only_in: str
    facts: tuple[Fact, ...]
    phone: str
    register_url: str
    organiser: Html
    checked_on: Html
    key: str  # what forms call it
    symbol: str = ""  # the picture of its main category


def cards(hits: Iterable[Hit], *, language: str, now: datetime) -> list[Card]:
    """The cards of these hits, in their order; what vanished since the index was written is left out."""
    hits = list(hits)
    return cards_of(hits, load(hits, now=now), language=language, now=now)


def cards_of(hits: Iterable[Hit], rows: Rows, *, language: str, now: datetime) -> list[Card]:
    """The same from rows that are loaded already."""
    return [_card(hit, rows, language, now) for hit in hits if hit.id in rows.entities]


def _card(hit: Hit, rows: Rows, language: str, now: datetime) -> Card:
    entity = rows.entities[hit.id]
    return Card(
        id=entity.id,
        kind=_kind_name(entity),
        name=entity.name,
        url=entity_address(entity, language),
        why=reasons.why(hit.reasons, language),
        doubt=reasons.missed(hit.unmet, language) or reasons.doubt(hit.reasons, language),
        only_in=only_in(entity.name, language),
        facts=tuple(fact for fact in _facts(entity, hit, rows, language, now) if fact.html),
        phone=_phone(entity, rows),
        register_url=plain_wording(entity.register_url, language) if isinstance(entity, Activity) else "",
        organiser=organiser_line(entity, language),
        checked_on=checked_line(entity, language),
        key=f"{entity.kind_name}:{entity.id}",
        symbol=entity.category or "",
    )


def _facts(entity: Any, hit: Hit, rows: Rows, language: str, now: datetime) -> Iterator[Fact]:
    if isinstance(entity, Activity):
        return _activity_facts(entity, hit, rows, language, now)
    if isinstance(entity, Service):
        return _service_facts(entity, hit, rows, language)
    return _place_facts(entity, hit, rows, language, now)


def _activity_facts(activity: Activity, hit: Hit, rows: Rows, language: str, now: datetime) -> Iterator[Fact]:
    yield Fact("when", when_line(activity, rows.sessions.get(activity.id, []), language, now))
    yield Fact("price", money.short_price(rows.prices.get(activity.id, []), language))
    yield Fact("place", _where(activity.place, activity.place_text, hit, rows, language))
    yield Fact("join", Entry(activity.entry).label.capitalize() if activity.entry else "")
    if sessions := rows.sessions.get(activity.id):
        yield Fact("about", free_places(sessions[0], now))


def _service_facts(service: Service, hit: Hit, rows: Rows, language: str) -> Iterator[Fact]:
    if service.is_free:
        yield Fact("price", _("Maksuton"))
    places = rows.service_places.get(service.id, [])
    if len(places) > 1:
        yield Fact("place", _("%(count)s paikassa") % {"count": len(places)})
    elif places:
        yield Fact("place", _where(places[0].place, LocalisedText(), hit, rows, language))
    if service.summary:
        yield Fact("about", _shortened(service.summary, language))


def _place_facts(place: Place, hit: Hit, rows: Rows, language: str, now: datetime) -> Iterator[Fact]:
    yield Fact("when", opening.today_line(rows.hours.get(place.id, []), now=now, language=language))
    yield Fact("place", _where(place, LocalisedText(), hit, rows, language, named=False))
    if place.summary:
        yield Fact("about", _shortened(place.summary, language))


def when_line(activity: Activity, sessions: list[Session], language: str, now: datetime) -> Html:
    """The next time, said so when it is cancelled or moved; else the rhythm in a word."""
    if not sessions:
        return _("Aina avoinna") if activity.rhythm == Rhythm.OPEN_ALWAYS else _("Aikoja ei ole nyt kerrottu")
    session = sessions[0]
    when = session_line(session, language, now)
    if session.state == SessionState.CANCELLED and len(sessions) > 1:
        return format_html(_("{}. Seuraava: {}"), when, session_line(sessions[1], language, now))
    if activity.rhythm in {Rhythm.WEEKLY, Rhythm.COURSE}:
        return joined(when, str(Rhythm(activity.rhythm).label))
    return when


def session_line(session: Session, language: str, now: datetime) -> SafeString:
    when = dates.moment_span(
        session.starts_at, session.ends_at, time_known=session.time_known, language=language, now=now
    )
    if session.state == SessionState.CANCELLED:
        return format_html("<strong>{}</strong> <s>{}</s>", _("Peruttu:"), when)
    if session.state == SessionState.MOVED:
        return format_html("<strong>{}</strong> {}", _("Siirretty:"), when)
    return when


def _where(
    place: Place | None, place_text: LocalisedText, hit: Hit, rows: Rows, language: str, *, named: bool = True
) -> Html:
    """The place, its part of town, and how far it is: from the reader's start, or from the nearest stop."""
    if place is None:
        return wording(place_text, language)
    said = joined(wording(place.name if named else place.street, language), district(place, language))
    if hit.distance_m is not None:
        return format_html("{}: {}", said, on_foot(hit.distance_m, language))
    stops = rows.transit.get(place.id, [])
    return format_html("{}. {}", said, stop_line(stops[0], language)) if stops else said


def district(place: Place, language: str) -> SafeString:
    """The part of town, or the town where parts are not known."""
    return wording(vocabulary.district_name(place.district) or place.city, language)


def stop_line(stop: PlaceTransit, language: str) -> SafeString:
    """ "Sörnäinen, metro: 450 m, 7 min kävellen"."""
    modes = {"metro": _("metro"), "train": _("juna"), "tram": _("ratikka"), "bus": _("bussi"), "ferry": _("lautta")}
    name = wording(LocalisedText.of(fi=stop.stop), language)  # the sources tell stops in Finnish only
    return format_html("{} ({}) {}", name, modes.get(stop.mode, stop.mode), on_foot(stop.walk_m, language))


def _phone(entity: Any, rows: Rows) -> str:
    """The number that leads in, before the organisation's own."""
    if entity.kind_name == "activity":
        return entity.register_phone or entity.contact_phone or ""
    if isinstance(entity, Service):
        channels = rows.channels.get(entity.id, [])
        own = next((channel.value for channel in channels if channel.kind == "phone"), "")
        return own or next((at.phone for at in rows.service_places.get(entity.id, []) if at.phone), "")
    return str(entity.phone)


def organiser_line(entity: Any, language: str) -> Html:
    if isinstance(entity, Place):
        return ""
    if entity.organisation is not None:
        return wording(entity.organisation.name, language)
    return wording(entity.provider, language) if isinstance(entity, Activity) else ""


def checked_on(entity: Any) -> date | None:
    """When a person last confirmed it, or when its source was last read in whole."""
    read_at = last_good_runs().get(entity.source)
    days = [entity.checked_on, read_at and to_helsinki(read_at).date()]
    return max((day for day in days if day), default=None)


def checked_line(entity: Any, language: str) -> Html:
    day = checked_on(entity)
    return format_html(_("Tarkistettu {}"), dates.long_date(day, language)) if day else ""


def _kind_name(entity: Any) -> str:
    if isinstance(entity, Service):
        return ServiceKind(entity.kind).label.capitalize()
    return _("Paikka") if isinstance(entity, Place) else ""


def _shortened(text: LocalisedText, language: str, longest: int = 110) -> Html:
    """The beginning of a text, cut between words."""
    cut = text.map(lambda words: words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0] + " …")
    return wording(cut, language)
