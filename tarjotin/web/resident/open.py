"""A link from another site that names topics: on to fitting suggestions, or to the topics when none is known (A8).

Of all a link may carry only `topic` and `from` are read; whatever else stands in it is dropped, neither kept nor shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from tarjotin.impact import arrivals
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.choosing.answers import END, Answers
from tarjotin.web.resident.choosing.topics import MOST, TOPICS, name
from tarjotin.web.resident.page import resident_page, show


@dataclass(frozen=True, slots=True)
class Topic:
    name: str
    url: str


@require_safe
def open_link(request: HttpRequest, language: str) -> HttpResponse:
    if "from" in request.GET:
        arrivals.note(request, request.GET["from"], now=timezone.now())
    known = tuple(code for code in TOPICS if code in request.GET.getlist("topic"))[:MOST]
    if not known:
        return _all_topics(request, language=language)
    response = HttpResponseRedirect(_suggestions(known, language))
    add_never_cache_headers(response)  # so that each arrival is counted
    return response


@resident_page
def _all_topics(request: HttpRequest, language: str) -> HttpResponse:
    """Every topic by its name; a kind line when the link named others."""
    topics = [Topic(name(code, language), _suggestions((code,), language)) for code in TOPICS]
    values = {
        "topics": sorted(topics, key=lambda topic: topic.name.casefold()),
        "unknown": any(request.GET.getlist("topic")),
        "choose": address("choose", language),
    }
    now, same_page = timezone.now(), addresses("open")
    return show("resident/open.html", values, language=language, now=now, same_page=same_page)


def _suggestions(topics: tuple[str, ...], language: str) -> str:
    return address("choose", language, query=Answers(topics=topics).address(END))
