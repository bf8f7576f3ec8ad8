"""My week: the sessions of what is on a list, by weekday, with what does not fit together; printed on one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.safestring import SafeString

from tarjotin.catalogue.models import Place, Session
from tarjotin.catalogue.models.session import SessionState
from tarjotin.common.time import helsinki_to_utc, to_helsinki
from tarjotin.guidance.clashes import Appointment, clashes
from tarjotin.guidance.queries import items_of
from tarjotin.web.formats import dates
from tarjotin.web.resident import my_list_access as access
from tarjotin.web.resident.addresses import address
from tarjotin.web.resident.carrying import carry, place_of
from tarjotin.web.resident.my_list import lost, pages_of
from tarjotin.web.resident.my_list_entries import Entry, entries
from tarjotin.web.resident.page import show
from tarjotin.web.resident.private import private_page

if TYPE_CHECKING:
    from tarjotin.guidance.models import Plan

WEEK = re.compile(r"(2\d{3})-W(\d{2})")
FAREST_WEEKS = 60


@dataclass(frozen=True, slots=True)
class Slot:
    """One session of a day."""

    id: UUID
    entry: Entry
    clock: SafeString | str
    cancelled: bool
    place: Place | None


@dataclass(frozen=True, slots=True)
class Misfit:
    """Two sessions of a day that overlap, or whose way is longer than the time between."""

    first: Entry
    second: Entry
    overlaps: bool
    gap: int
    way: int | None


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    slots: tuple[Slot, ...]
    warnings: tuple[Misfit, ...]


@private_page
def my_week(request: HttpRequest, language: str, code: str = "") -> HttpResponse:
    now = timezone.now()
    try:
        plan = access.list_asked(request, code, now)
    except (access.NoSuchList, access.TooManyTries) as problem:
        return lost(problem, code, language=language, now=now)
    if plan is None:
        return HttpResponseRedirect(address("list", language))
    return _shown(request, plan, language=language, code=code, now=now)


def _shown(request: HttpRequest, plan: Plan, *, language: str, code: str, now: datetime) -> HttpResponse:
    monday = read_week(request.GET.get("week", ""), today=to_helsinki(now).date())
    found = entries([(item.kind, item.entity_id) for item in items_of(plan)], language=language, now=now)
    there = [entry for entry in found if entry.card]
    days = days_of(monday, there, language)
    dated = {slot.entry.id for day in days for slot in day.slots}
    urls, size, view = pages_of("week", plan, code), request.GET.get("size"), request.GET.get("view")
    values = {
        "days": days,
        "last": monday + timedelta(days=6),
        "number": monday.isocalendar().week,
        "others": [entry for entry in there if entry.id not in dated],
        "steps": {name: _week_of(monday + timedelta(weeks=step)) for name, step in (("before", -1), ("after", 1))},
        "this": _week_of(monday),
        "is_big": size == "big",
        "is_calendar": view == "calendar",
        "here": urls[language],
        "list": pages_of("list", plan, code)[language],
        "carry": carry(plan.code, language),
        "by_code": bool(code),
    }
    return show("resident/my_week.html", values, language=language, now=now, same_page=urls)


def read_week(written: str, *, today: date) -> date:
    """The Monday of "2026-W48"; of this week when it is none, or one far away."""
    this = today - timedelta(days=today.weekday())
    told = WEEK.fullmatch(written)
    try:
        monday = date.fromisocalendar(int(told[1]), int(told[2]), 1) if told else this
    except ValueError:
        return this
    return monday if abs(monday - this) <= timedelta(weeks=FAREST_WEEKS) else this


def days_of(monday: date, there: Iterable[Entry], language: str) -> list[Day]:
    """Seven days, each with its sessions in order; one query."""
    by_id = {entry.id: entry for entry in there if entry.kind == "activity"}
    start, end = (helsinki_to_utc(monday + timedelta(days=ahead), time(0)) for ahead in (0, 7))
    sessions = (
        Session.objects.filter(activity__in=by_id, starts_at__gte=start, starts_at__lt=end)
        .exclude(state=SessionState.WITHDRAWN)
        .select_related("place")
        .order_by("starts_at", "id")
    )
    by_day: dict[date, list[Session]] = {monday + timedelta(days=ahead): [] for ahead in range(7)}
    for session in sessions:
        by_day[to_helsinki(session.starts_at).date()].append(session)
    return [_day(on, of_day, by_id, language) for on, of_day in by_day.items()]


def _day(on: date, sessions: Sequence[Session], by_id: dict[UUID, Entry], language: str) -> Day:
    slots = tuple(_slot(session, by_id[session.activity_id], language) for session in sessions)
    return Day(on, slots, tuple(_warnings(sessions, by_id)))


def _slot(session: Session, entry: Entry, language: str) -> Slot:
    clock: SafeString | str = ""
    if session.time_known:
        start, end = to_helsinki(session.starts_at), session.ends_at and to_helsinki(session.ends_at)
        ends_today = end is not None and end.date() == start.date()
        clock = dates.clock_span(start.time(), end.time() if end and ends_today else None, language)
    return Slot(session.id, entry, clock, session.state == SessionState.CANCELLED, session.place or place_of(entry))


def _warnings(sessions: Sequence[Session], by_id: dict[UUID, Entry]) -> Iterator[Misfit]:
    """Of what takes place and has a time."""
    coming = [each for each in sessions if each.time_known and each.state != SessionState.CANCELLED]
    appointments = [
        Appointment(each.activity_id, each.starts_at, each.ends_at, place.point if place else None)
        for each in coming
        for place in [each.place or place_of(by_id[each.activity_id])]
    ]
    for clash in clashes(appointments):
        first, second = (by_id[key] for key in (clash.first, clash.second) if isinstance(key, UUID))
        yield Misfit(first, second, clash.overlaps, clash.gap_minutes, clash.way_minutes)


def _week_of(monday: date) -> str:
    year, week, _weekday = monday.isocalendar()
    return f"{year}-W{week:02}"
