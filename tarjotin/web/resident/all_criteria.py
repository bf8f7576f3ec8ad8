"""All the other criteria, on a page of their own: a results page with hundreds of boxes is slow on an old phone."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse

from tarjotin.search.query import CRITERIA, Answer
from tarjotin.web.formats.lists import listed
from tarjotin.web.resident import criteria, criteria_groups
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.criteria import Asked
from tarjotin.web.resident.page import show

ALL = "all"


def all_criteria(asked: Asked, answer: Answer, *, language: str, now: datetime) -> HttpResponse:
    """What is chosen already is said in words, and kept."""
    sections = criteria_groups.further(asked, answer, language)
    shown = {name for section in sections for name in criteria_groups.names_of(section.groups)} - {"distance"}
    query = criteria.encode(asked)
    values = {
        "asked": asked,
        "answer": answer,
        "sections": sections,
        "kept": criteria_groups.kept(asked, {*shown, "age"}),
        "chosen": listed(criteria.label(group, o, language) for group in CRITERIA for o in asked.query.options(group)),
        "back": address("results", language, query=query),
    }
    same_page = addresses("results", query=f"{query}&criteria={ALL}".lstrip("&"))
    return show("resident/all_criteria.html", values, language=language, now=now, same_page=same_page)
