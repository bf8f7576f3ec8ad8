"""Try it: coming sessions that are trials, and those one may walk into, by day; by part of town and by subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncDate
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from tarjotin.catalogue.models import Activity, Session
from tarjotin.catalogue.models.activity import Entry
from tarjotin.catalogue.models.session import SessionState
from tarjotin.common.time import HELSINKI, helsinki_to_utc, to_helsinki
from tarjotin.search.document import HORIZON
from tarjotin.web.resident import vocabulary
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.agenda import Day, lines
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.steps import page_steps
from tarjotin.web.resident.weeks import read_day

AHEAD = timedelta(days=14)
PER_PAGE = 30
TRIAL = Q(is_trial=True) | Q(activity__trial__in=("first_free", "try_before_signing", "open_house"))
DROP_IN = Q(is_drop_in=True) | Q(activity__entry=Entry.DROP_IN)
KINDS = {"": TRIAL | DROP_IN, "trial": TRIAL, "drop_in": DROP_IN}


@dataclass(frozen=True, slots=True)
class Wish:
    """What the address asks: the first day, the kind, the part of town, the subject, the page."""

    first: date
    today: date
    kind: str
    district: str
    category: str
    page: int = 1

    @property
    def last(self) -> date:
        return self.first + AHEAD - timedelta(days=1)

    def query(self, *, first: date | None = None, page: int = 1) -> str:
        """The query string of these wishes, from another day or page."""
        begin = first or self.first
        told = {"kind": self.kind, "district": self.district, "category": self.category}
        told |= {"from_day": begin.isoformat() if begin > self.today else "", "page": str(page) if page > 1 else ""}
        return urlencode({name: value for name, value in told.items() if value})


@resident_page
def trials(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    wish = _read(request.GET, to_helsinki(now).date(), language)
    sessions = _sessions(wish, now)
    totals = _totals(sessions)
    total = sum(totals.values())
    pages = max(ceil(total / PER_PAGE), 1)
    page = min(wish.page, pages)
    found = lines(_page(sessions, page), language, now)
    values = {
        "wish": wish,
        "total": total,
        "days": [Day(on, told, totals.get(on, len(told))) for on, told in found.items()],
        "pages": page_steps(page, pages, lambda number: _url(wish.query(page=number), language)),
        "page": page,
        "districts": vocabulary.district_names(language),
        "categories": vocabulary.concepts("category", language),
        "all": address("try", language),
        "list": address("results", language, query="entry=drop_in&kind=activity"),
        "previous": _url(wish.query(first=max(wish.first - AHEAD, wish.today)), language)
        if wish.first > wish.today
        else "",
        "next": _url(wish.query(first=wish.first + AHEAD), language) if wish.last < wish.today + HORIZON else "",
    }
    same_page = addresses("try", query=wish.query(page=page))
    return show("resident/trials.html", values, language=language, now=now, same_page=same_page)


def _read(get: QueryDict, today: date, language: str) -> Wish:
    """The wishes of an address; what nobody offers is left out."""
    district, category, kind, page = (get.get(name, "") for name in ("district", "category", "kind", "page"))
    return Wish(
        first=read_day(get.get("from_day", ""), first=today, last=today + HORIZON),
        today=today,
        kind=kind if kind in KINDS else "",
        district=district if district in vocabulary.district_names(language) else "",
        category=category if category in vocabulary.concepts("category", language) else "",
        page=max(int(page), 1) if page.isascii() and page.isdecimal() and len(page) < 6 else 1,
    )


def _sessions(wish: Wish, now: datetime) -> QuerySet[Session]:
    begin, end = (helsinki_to_utc(day, time.min) for day in (wish.first, wish.last + timedelta(days=1)))
    soon = Session.objects.upcoming(now).filter(starts_at__gte=begin, starts_at__lt=end).filter(KINDS[wish.kind])
    soon = soon.filter(activity__in=Activity.objects.visible(now)).exclude(state=SessionState.CANCELLED)
    if wish.district:
        here = Q(place__district=wish.district) | Q(place=None, activity__place__district=wish.district)
        soon = soon.filter(here)
    if wish.category:
        of_it = Q(tags__concept__scheme="category", tags__concept__code=wish.category)
        soon = soon.filter(activity__in=Activity.objects.filter(of_it))
    return soon


def _totals(sessions: QuerySet[Session]) -> dict[date, int]:
    """Day in Helsinki → how many sessions begin then."""
    by_day = sessions.order_by().annotate(on=TruncDate("starts_at", tzinfo=HELSINKI)).values("on")
    return dict(by_day.annotate(number=Count("id")).values_list("on", "number"))


def _page(sessions: QuerySet[Session], page: int) -> QuerySet[Session]:
    return sessions[(page - 1) * PER_PAGE : page * PER_PAGE]


def _url(query: str, language: str) -> str:
    return address("try", language, query=query)
