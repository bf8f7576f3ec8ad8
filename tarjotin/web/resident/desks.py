"""Guidance desks (C2): whom one can call or go to now, in which language, about what."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.web.formats.languages import language_name
from tarjotin.web.resident import vocabulary
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.desk_rows import desks as all_desks
from tarjotin.web.resident.desk_rows import shown
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.steps import page_steps

PER_PAGE = 10
LONGEST_NUMBER = 6  # digits of a page number that anybody means
TOPICS = (
    *("debt_advice", "benefit_advice", "income_support", "housing_advice", "homeless_help"),
    *("work_advice", "legal_aid", "digital_help", "crisis_help", "interpreter"),
)
LANGUAGES = ("fi", "sv", "en", "et", "ru", "uk", "ar", "so", "fa")


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


@resident_page
def desks(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    found = all_desks(now, language)
    pages = max(-(-len(found) // PER_PAGE), 1)
    page = min(_number(request.GET.get("page", "")), pages)
    values = {
        "desks": shown(found[(page - 1) * PER_PAGE : page * PER_PAGE], language),
        "total": len(found),
        "open": sum(1 for _, state in found if state is not None and state.is_open),
        "page": page,
        "pages": page_steps(page, pages, lambda number: address("desks", language, query=_query(number))),
        "topics": _topics(language),
        "languages": [Link(language_name(tag, language), _results(language, language=tag)) for tag in LANGUAGES],
        "urgent": address("urgent", language),
        "rights": address("rights", language),
    }
    return show(
        "resident/desks.html", values, language=language, now=now, same_page=addresses("desks", query=_query(page))
    )


def _topics(language: str) -> list[Link]:
    known = vocabulary.concepts("need", language)
    return [Link(known[code], _results(language, need=code)) for code in TOPICS if code in known]


def _results(in_language: str, **criteria: str) -> str:
    """The same question among the results, where more criteria can be chosen."""
    asked = criteria if "need" in criteria else {"category": "advice"} | criteria
    return address("results", in_language, query=urlencode(asked | {"kind": "service"}))


def _query(page: int) -> str:
    return urlencode({"page": page}) if page > 1 else ""


def _number(text: str) -> int:
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 1
