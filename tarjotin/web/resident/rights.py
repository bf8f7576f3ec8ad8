"""Rights and money (mission A5): all supports on one page, and a plain page for each."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from tarjotin.web.resident.addresses import address, addresses, slug_in
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.related import related
from tarjotin.web.resident.supports import KINDS, Support, find_support
from tarjotin.web.resident.supports_daily import DAILY
from tarjotin.web.resident.supports_free_time import FREE_TIME
from tarjotin.web.resident.supports_money import MONEY


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    what: str
    url: str


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the index and what stands under it."""

    title: str
    lines: list[Line]


@resident_page
def rights(request: HttpRequest, language: str) -> HttpResponse:
    values = {"parts": parts(language), "urgent": address("urgent", language)}
    return show("resident/rights.html", values, language=language, now=timezone.now(), same_page=addresses("rights"))


@resident_page
def right(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    support = find_support(slug, language)
    if support is None:
        raise Http404
    now = timezone.now()
    values = {
        "support": support,
        "kinds": [str(name) for kind, name in KINDS.items() if kind in support.kinds],
        "steps": [support.how_to_get, *support.then],
        "related": related(support.search, language=language, now=now),
        "all": address("rights", language),
    }
    same_page = addresses("rights", support.slugs)
    return show("resident/right.html", values, language=language, now=now, same_page=same_page)


def parts(language: str) -> list[Part]:
    told = (
        (_("Raha ja oikeudet"), MONEY),
        (_("Matka, apu ja terveys"), DAILY),
        (_("Kulttuuri, liikunta ja kirjasto"), FREE_TIME),
    )
    return [Part(title, [_line(support, language) for support in supports]) for title, supports in told]


def _line(support: Support, language: str) -> Line:
    url = address("rights", language, slug_in(support.slugs, language))
    return Line(str(support.name), str(support.what), url)
