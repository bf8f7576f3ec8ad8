"""Urgent help: the number first, then when to call it, its hours, price and languages, as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString

from tarjotin.web.formats.dates import clock_span
from tarjotin.web.formats.languages import language_list, language_name
from tarjotin.web.resident.addresses import address, addresses, slug_in
from tarjotin.web.resident.helplines import EMERGENCY, GROUPS, Helpline
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.supports import SUPPORTS

BESIDE = ("debt_advice", "social_assistance")


@dataclass(frozen=True, slots=True)
class Number:
    line: Helpline
    span: SafeString | str
    languages: str
    interpreted: str
    others: list[tuple[str, str]]  # name of the language, number


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    anchor: str
    numbers: list[Number]


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    url: str


@resident_page
def urgent(request: HttpRequest, language: str) -> HttpResponse:
    values = {
        "emergency": number(EMERGENCY, language),
        "groups": [
            Group(str(title), f"n{position}", [number(line, language) for line in _own_first(lines, language)])
            for position, (title, lines) in enumerate(GROUPS, start=1)
        ],
        "beside": [
            Link(str(support.name), address("rights", language, slug_in(support.slugs, language)))
            for support in SUPPORTS
            if support.code in BESIDE
        ],
        "food": address("results", language, query="category=food&price=free"),
        "desks": address("desks", language),
    }
    return show("resident/urgent.html", values, language=language, now=timezone.now(), same_page=addresses("urgent"))


def number(line: Helpline, language: str) -> Number:
    return Number(
        line,
        clock_span(*line.span, language) if line.span else "",
        language_list(line.languages, language),
        language_list(line.interpreted, language),
        [(language_name(tag, language), number) for tag, number in sorted(line.others, key=lambda o: o[0] != language)],
    )


def _own_first(lines: tuple[Helpline, ...], language: str) -> list[Helpline]:
    """The line that has a number in the reader's language goes before the others of its group."""
    return sorted(lines, key=lambda line: language not in dict(line.others))
