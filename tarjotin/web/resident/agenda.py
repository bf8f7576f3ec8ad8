"""Sessions by day: when, what, where, for how much, and how many places are free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import Price, Session
from tarjotin.catalogue.models.session import SessionState
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats import dates, money
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.texts import wording
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.resident.cards import Html, district
from tarjotin.web.resident.free_places import free_places

_COLUMNS = ("name", "slug", "entry", "place_text")
_OF_PLACE = ("name", "city", "district")


@dataclass(frozen=True, slots=True)
class Line:
    when: Html
    name: LocalisedText
    url: str
    where: Html
    price: Html
    free: Html
    trial: bool
    drop_in: bool


@dataclass(frozen=True, slots=True)
class Day:
    """One day with its lines; `total` counts those too that are not shown, and `more` leads to them."""

    on: date
    lines: tuple[Line, ...]
    total: int
    more: str = ""

    @property
    def left(self) -> int:
        return self.total - len(self.lines)


def lines(sessions: QuerySet[Session], language: str, now: datetime) -> Mapping[date, tuple[Line, ...]]:
    """Day in Helsinki → its lines, in the order of the sessions; two queries."""
    found = list(_whole(sessions))
    prices: dict[UUID, list[Price]] = defaultdict(list)
    for price in Price.objects.filter(activity__in={each.activity_id for each in found}).order_by("id"):
        prices[price.activity_id].append(price)
    by_day: dict[date, list[Line]] = defaultdict(list)
    for session in found:
        by_day[day_of(session.starts_at)].append(_line(session, prices[session.activity_id], language, now))
    return {on: tuple(told) for on, told in by_day.items()}


def day_of(moment: datetime) -> date:
    return to_helsinki(moment).date()


def fair_share(counts: Sequence[int], most: int) -> list[int]:
    """How many of each are shown when there is room for `most`: as many of each, and all of those that have few."""
    shares, left = [0] * len(counts), most
    for place, at in enumerate(order := sorted(range(len(counts)), key=lambda each: counts[each])):
        shares[at] = min(counts[at], -(-left // (len(order) - place)))
        left -= shares[at]
    return shares


def _whole(sessions: QuerySet[Session]) -> Iterable[Session]:
    of_places = (f"{place}__{column}" for place in ("place", "activity__place") for column in _OF_PLACE)
    own = ("starts_at", "ends_at", "time_known", "state", "closes_at", "places_left", "places_left_at")
    flags = ("is_trial", "is_drop_in", "activity__trial")
    columns = (*own, *flags, *(f"activity__{column}" for column in _COLUMNS), *of_places)
    return sessions.select_related("activity__place", "place").only(*columns)


def _line(session: Session, prices: list[Price], language: str, now: datetime) -> Line:
    activity = session.activity
    place = session.place or activity.place
    return Line(
        when=_when(session, language),
        name=activity.name,
        url=entity_address(activity, language),
        where=joined(wording(place.name, language), district(place, language))
        if place
        else wording(activity.place_text, language),
        price=money.short_price(prices, language),
        free=free_places(session, now) if session.state != SessionState.CANCELLED else "",
        trial=session.is_trial or activity.trial not in ("", "none"),
        drop_in=session.is_drop_in or activity.entry == "drop_in",
    )


def _when(session: Session, language: str) -> Html:
    """The time of day; whole dates for what lasts for days."""
    start, end = to_helsinki(session.starts_at), session.ends_at and to_helsinki(session.ends_at)
    if end is not None and end - start >= timedelta(hours=12) and end.date() > start.date():
        when: Html = dates.moment_span(start, end, time_known=session.time_known, language=language, now=_NO_TODAY)
    elif session.time_known:
        when = dates.clock_span(start.time(), end.time() if end else None, language)
    else:
        when = _("Kellonaikaa ei ole kerrottu")
    if session.state == SessionState.CANCELLED:
        return format_html("<strong>{}</strong> <s>{}</s>", _("Peruttu:"), when)
    if session.state == SessionState.MOVED:
        return format_html("<strong>{}</strong> {}", _("Siirretty:"), when)
    return when


_NO_TODAY = datetime(2000, 1, 1).astimezone()  # so that no day is called today: the heading says which day it is
