"""The calendar: the sessions of one week that a question finds, as a table by weekday."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.catalogue.models import Session
from tarjotin.common.time import helsinki_to_utc, to_helsinki
from tarjotin.search.document import HORIZON, slot
from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import Answer, Query
from tarjotin.search.understanding.days import days
from tarjotin.web.resident import criteria
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.agenda import Day, day_of, fair_share, lines
from tarjotin.web.resident.criteria import Asked
from tarjotin.web.resident.errors import no_search
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.views import in_words, views
from tarjotin.web.resident.weeks import WEEK, read_week, week_code

MOST_ACTIVITIES = 300  # whose sessions are looked through; who finds more is helped to narrow it
MOST_SHOWN = 40  # sessions on one page


class Time(NamedTuple):
    id: UUID
    starts_at: datetime
    time_known: bool


@resident_page
def calendar(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    asked, today = criteria.read(request.GET), to_helsinki(now).date()
    wanted = request.GET.get("week", "") or week_code(_first_asked(asked.query, today))
    monday = read_week(wanted, first=today, last=today + HORIZON)
    first, last = max(monday, today), monday + timedelta(days=6)
    try:
        answer = search(_of_days(asked.query, first, last), language=language, now=now)
    except IndexNotReady:
        return no_search(language=language, now=now)
    by_day = _days(answer, asked, first, last, language, now)
    values = {
        "asked": asked,
        "week": week_code(monday).partition("-W")[2].lstrip("0"),
        "first": first,
        "last": last,
        "days": by_day,
        "total": sum(day.total for day in by_day),
        "too_many": answer.total > MOST_ACTIVITIES or any(day.left for day in by_day),
        "maybe": answer.maybe_total,
        "in_words": in_words(replace(asked, query=asked.query.choosing("when")), language),
        "views": views(asked, language, "calendar"),
        "list": address("results", language, query=asked.address()),
        "previous": _week_url(asked, monday - WEEK, language) if monday > today else "",
        "next": _week_url(asked, monday + WEEK, language) if last < today + HORIZON else "",
    }
    same_page = addresses("calendar", query=_query(asked, monday) if "week" in request.GET else asked.address())
    return show("resident/calendar.html", values, language=language, now=now, same_page=same_page)


def _first_asked(query: Query, today: date) -> date:
    """The first of the days that were asked for; the week that is shown takes their place."""
    told = [query.starts_from, *(ends[0] for option in query.chosen.get("when", ()) if (ends := days(option, today)))]
    return min((day for day in told if day), default=today)


def _of_days(query: Query, first: date, last: date) -> Query:
    """The same question about these days, of what has sessions at all."""
    of_days = replace(query.choosing("when").choosing("kind", "activity"), starts_from=first, until=last)
    return replace(of_days, sort="soonest", per_page=MOST_ACTIVITIES, page=1)


def _days(answer: Answer, asked: Asked, first: date, last: date, language: str, now: datetime) -> list[Day]:
    """Every day with its sessions; when there are too many, each day has its share."""
    times: dict[date, list[Time]] = defaultdict(list)
    for each in _times(answer, asked.query, first, last, now):
        times[day_of(each.starts_at)].append(each)
    on = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    shares = fair_share([len(times[day]) for day in on], MOST_SHOWN)
    shown = [each.id for day, share in zip(on, shares, strict=True) for each in times[day][:share]]
    told = lines(Session.objects.filter(pk__in=shown).order_by("starts_at", "id"), language, now)
    return [Day(day, told.get(day, ()), len(times[day]), _day_url(asked, day, language)) for day in on]


def _times(answer: Answer, query: Query, first: date, last: date, now: datetime) -> list[Time]:
    """When the activities found meet, at a weekday and time of day that were asked for."""
    begin, end = (helsinki_to_utc(day, time.min) for day in (first, last + timedelta(days=1)))
    found = [hit.id for hit in answer.hits]
    rows = Session.objects.upcoming(now).filter(activity__in=found, starts_at__gte=begin, starts_at__lt=end)
    weekdays, times = query.options("weekday"), query.options("time")
    told = [Time(*row) for row in rows.values_list("id", "starts_at", "time_known")] if found else []
    slots = [slot(each.starts_at, time_known=each.time_known).split("-") for each in told]
    return [
        each
        for each, (weekday, of_day) in zip(told, slots, strict=True)
        if (not weekdays or weekday in weekdays) and (not times or of_day in times)
    ]


def _query(asked: Asked, monday: date) -> str:
    return "&".join(filter(None, (asked.address(), f"week={week_code(monday)}")))


def _week_url(asked: Asked, monday: date, language: str) -> str:
    return address("calendar", language, query=_query(asked, monday))


def _day_url(asked: Asked, day: date, language: str) -> str:
    """The list of what begins on that day."""
    query = replace(_of_days(asked.query, day, day), per_page=asked.query.per_page)
    return address("results", language, query=criteria.encode(replace(asked, query=query)))
