"""What the index is to know of an activity, a service, a place. Rows come loaded (`loading.py`); nothing is queried."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any
from uuid import UUID

from tarjotin.catalogue.geography import districts
from tarjotin.catalogue.models import Activity, OpeningHours, Organisation, Place, Price, Service, Session
from tarjotin.catalogue.models.session import SessionState, places_left_hold_until
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import helsinki_to_utc, to_helsinki
from tarjotin.search import facts, open_hours, topics
from tarjotin.search.document import FAR, HORIZON, TIMES, UNKNOWN, Document, slot, split_slots

DAY = timedelta(days=1)
CHEAP_CENTS = 500  # at most; our own line, told on the page (data-model.md: cheap is a setting, not a field)
Options = dict[str, tuple[str, ...]]
OWN_SCHEMES = ("category", "need", "audience")


@dataclass(slots=True)
class Times:
    """When an activity takes place, as far as the index looks ahead."""

    dated: bool = False  # has or had sessions
    last_end: datetime | None = None  # of those that are not cancelled
    cancelled: int = 0
    coming: list[tuple[datetime, datetime | None, bool]] = field(default_factory=list)  # start, end, time known
    places_left: dict[bool, list[int]] = field(default_factory=lambda: {True: [], False: []})  # any? known until when
    place_ids: set[UUID] = field(default_factory=set)
    places: list[Place] = field(default_factory=list)

    def add(self, session: Session) -> None:
        if session.state == SessionState.CANCELLED:
            self.cancelled += 1
            return
        self.coming.append((session.starts_at, session.ends_at, session.time_known))
        if session.place_id:
            self.place_ids.add(session.place_id)
        until = places_left_hold_until(session.starts_at, session.closes_at, session.places_left_at)
        if session.places_left is not None and until:
            self.places_left[session.places_left > 0].append(_seconds(until))

    def starts(self, now: datetime) -> list[tuple[datetime, bool]]:
        """Every coming start; one of today whose time nobody tells may still come until the day ends."""
        today = to_helsinki(now).date()
        begin, end = (helsinki_to_utc(today, at) for at in (time(), time(23, 59)))
        found = {(end if not known and begin <= start < now else start, known) for start, known in self._starts(now)}
        return sorted(each for each in found if each[0] >= now)

    def _starts(self, now: datetime) -> list[tuple[datetime, bool]]:
        """What goes on for days (an exhibition) starts anew each day."""
        found = []
        for start, end, time_known in self.coming:
            found.append((start, time_known))
            last = min(end or start, now + HORIZON)
            while (start := start + DAY) < last:
                found.append((start, time_known))
        return found


def of_activity(row: Activity, times: Times, *, now: datetime) -> Document:
    starts = times.starts(now)
    slots = {slot(start, time_known=known) for start, known in starts}
    places = [row.place, *times.places] if row.place else times.places
    prices = list(row.prices.all())
    languages = [each.language for each in row.activity_languages.all() if each.how != "interpreter_on_request"]
    options = {
        **_tagged(row),
        "district": _districts(places),
        "price": _price(prices),
        "rhythm": _rhythm(row.rhythm),
        "language": tuple(sorted(set(languages))) or (UNKNOWN,),
        "entry": _entry(row.entry),
        **facts.of_activity(row, prices, places),
    }
    return Document(
        kind="activity",
        title=row.name,
        names=(*_place_names(places), *_organisation_names(row.organisation), row.provider, row.place_text),
        body=(row.description, row.what_happens, row.what_you_gain, row.what_it_asks, row.how_to_join, row.arrival),
        lowest_cents=_lowest_cents(prices),
        starts=tuple(int(start.timestamp()) for start, _ in starts),
        untimed=tuple(int(start.timestamp()) for start, time_known in starts if not time_known),
        free_until=tuple(times.places_left[True]),
        full_until=tuple(times.places_left[False]),
        last_end=_last_end(row, times),
        due=_due(starts),
        told=_told_of_activity(row, starts, options),
        min_age=row.min_age,
        max_age=row.max_age,
        for_newcomers=bool(row.beginners) or "drop_in" in options["entry"],
        **_common(row, options, slots, places),
    )


def of_service(row: Service, *, now: datetime) -> Document:
    at = list(row.service_places.all())
    places = [each.place for each in at]
    owners = [list(each.hours.all()) for each in at]
    owners += [list(each.hours.all()) for each in row.channels.all()]
    hours, opening = _weekly(chain.from_iterable(owners)), open_hours.of_hours(owners, now)
    options = {
        **_tagged(row),
        "district": _districts(places),
        "price": {True: ("free", "cheap"), False: ("paid",), None: (UNKNOWN,)}[row.is_free],
        "language": _sorted(row.languages) or (UNKNOWN,),
        "entry": (UNKNOWN,),
        **facts.of_service(row, places),
    }
    told = (row.summary, row.description, row.is_free is not None, row.languages, places, hours, row.channels.all())
    more = (row.how_to_get, row.requirements, row.what_happens, row.website, options["category"], options["audience"])
    return Document(
        kind="service",
        title=row.name,
        names=(*_place_names(places), *_organisation_names(row.organisation)),
        body=(row.description, row.what_happens, row.what_you_gain, row.what_it_asks, row.how_to_get, row.requirements),
        open=opening.words,
        due=opening.due,
        lowest_cents=0 if row.is_free else None,
        told=_told(*told, *more),
        **_common(row, options, _open(hours, now), places),
    )


def of_place(row: Place, *, now: datetime) -> Document:
    hours, opening = _weekly(row.hours.all()), open_hours.of_hours([list(row.hours.all())], now)
    options = {
        **_tagged(row),
        "district": _districts([row]),
        "price": (UNKNOWN,),
        "language": _sorted(row.languages) or (UNKNOWN,),
        "entry": (UNKNOWN,),
        **facts.of_places([row]),
    }
    parents = [row.parent] if row.parent else []
    told = (row.summary, row.description, row.street, row.point, row.phone, row.website, row.arrival, row.entrance)
    return Document(
        kind="place",
        title=row.name,
        names=(*_place_names([row, *parents])[1:], *_organisation_names(row.organisation)),
        body=(row.description, row.arrival, row.street),
        open=opening.words,
        due=opening.due,
        told=_told(*told, hours, options["category"]),
        **_common(row, options, _open(hours, now), [row]),
    )


def _common(row: Any, options: Options, slots: Iterable[str], places: Sequence[Place]) -> dict[str, Any]:
    """What is read the same way of every kind."""
    ordered = tuple(sorted(slots)) or (f"{UNKNOWN}-{UNKNOWN}",)
    return {
        "id": row.pk,
        "keywords": (row.keywords, *_labels(row)),
        "summary": (row.summary,),
        "topics": topics.of(row),
        "options": options | split_slots(ordered),
        "slots": ordered,
        "points": tuple(dict.fromkeys(place.point for place in places if place.point)),
        "places": tuple(dict.fromkeys(place.pk for place in places)),
        "organisation": row.organisation_id,
        "checked": _seconds(datetime.combine(row.checked_on, time(), UTC)) if row.checked_on else 0,
        "visible_from": _seconds(row.visible_from) if row.visible_from else None,
        "visible_until": _seconds(row.visible_until) if row.visible_until else None,
    }


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _tagged(row: Any) -> Options:
    concepts = [tag.concept for tag in row.tags.all()]
    return {scheme: _sorted(c.code for c in concepts if c.scheme == scheme) for scheme in OWN_SCHEMES}


def _labels(row: Any) -> list[LocalisedText]:
    return [text for tag in row.tags.all() for text in (tag.concept.label, tag.concept.alternatives) if text]


def _districts(places: Iterable[Place]) -> tuple[str, ...]:
    return _sorted(place.district for place in places if place.district)


def _place_names(places: Sequence[Place]) -> list[LocalisedText]:
    """The names of places, their streets, and each district and town once."""
    names = [text for place in places for text in (place.name, place.street)]
    known = districts()
    names += [known[code].name for code in _districts(places) if code in known]
    return names + list(dict.fromkeys(place.city for place in places if place.city))


def _organisation_names(organisation: Organisation | None) -> list[LocalisedText]:
    return [organisation.name, organisation.short_name] if organisation else []


def _rhythm(rhythm: str) -> tuple[str, ...]:
    """What runs for a season meets weekly; residents are not asked to tell the two apart."""
    return ("weekly",) if rhythm == "season" else (rhythm or UNKNOWN,)


def _entry(entry: str) -> tuple[str, ...]:
    return ("drop_in", "register") if entry == "register_or_drop_in" else (entry or UNKNOWN,)


def _for_everyone(prices: Sequence[Price]) -> Sequence[Price]:
    """What everyone pays; where only groups are named, what they pay."""
    return [price for price in prices if price.who == "everyone"] or prices


def _is_free(price: Price) -> bool:
    return price.is_free is True or price.amount == 0


def _price(prices: Sequence[Price]) -> tuple[str, ...]:
    """What is free is cheap as well."""
    counted, lowest = _for_everyone(prices), _lowest_cents(prices)
    if any(map(_is_free, counted)):
        return ("free", "cheap")
    if lowest is not None and lowest <= CHEAP_CENTS:
        return ("cheap", "paid")
    is_paid = lowest is not None or any(price.is_free is False for price in counted)
    return ("paid",) if is_paid else (UNKNOWN,)


def _lowest_cents(prices: Sequence[Price]) -> int | None:
    counted = _for_everyone(prices)
    if any(map(_is_free, counted)):
        return 0
    amounts = [price.amount for price in counted if price.amount is not None]
    return int(min(amounts) * Decimal(100)) if amounts else None


def _weekly(hours: Iterable[OpeningHours]) -> list[OpeningHours]:
    return [each for each in hours if each.weekday and not each.closed]


def _open(hours: Iterable[OpeningHours], now: datetime) -> set[str]:
    """Weekdays and times of day of opening hours that hold today."""
    today = to_helsinki(now).date()
    holding = [
        each
        for each in hours
        if (each.valid_from is None or each.valid_from <= today)
        and (each.valid_until is None or each.valid_until >= today)
    ]
    return {f"{each.weekday}-{name}" for each in holding for name in _times_between(each.opens, each.closes)}


def _times_between(opens: time | None, closes: time | None) -> list[str]:
    if opens is None:
        return [UNKNOWN]
    until = closes.hour + closes.minute / 60 if closes else 24.0
    begin = opens.hour + opens.minute / 60
    if until <= begin:
        until = 24.0  # over midnight
    return [name for name, (first, last) in TIMES.items() if begin < last and until > first]


def _last_end(row: Activity, times: Times) -> int:
    """Until when it goes on: what was cancelled altogether is over, what never had a date has no end."""
    if not times.dated:
        return FAR
    is_open_ended = any(schedule.ends_on is None for schedule in row.schedules.all())
    if is_open_ended and (times.coming or not times.cancelled):
        return FAR
    return _seconds(times.last_end) if times.last_end else 0


def _due(starts: Sequence[tuple[datetime, bool]]) -> int | None:
    """When the first weekday or time of day has had its last session that the index knows of."""
    last: dict[str, datetime] = {}
    for start, known in starts:
        for part in slot(start, time_known=known).split("-", 1):
            last[part] = max(start, last.get(part, start))
    return _seconds(min(last.values())) if last else None


def _told(*facts: object) -> int:
    return sum(bool(fact) for fact in facts)


def _told_of_activity(row: Activity, starts: object, options: Options) -> int:
    told = ("category", "audience", "price", "language", "entry")
    groups = sum(bool(options[group]) and UNKNOWN not in options[group] for group in told)
    texts = (row.summary, row.description, row.what_happens, row.how_to_join, row.arrival)
    facts = (row.beginners is not None, row.group_typical, row.led_by, row.register_phone or row.register_email)
    return groups + _told(*texts, *facts, row.place_id, starts)
