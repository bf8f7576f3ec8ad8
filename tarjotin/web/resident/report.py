""" "Something wrong here?": a short form to those who keep the page, without a name (mission C1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.people import reports
from tarjotin.people.attempts import Limit, take
from tarjotin.people.models import LONGEST_REPORT, ReportedThing
from tarjotin.search.unfound_askers import address_of
from tarjotin.web.resident.addresses import address, entity_address, slug_in, word_of
from tarjotin.web.resident.entities import find
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.posting import resident_form

LIMIT = Limit("report", 10, timedelta(minutes=10))  # who walks a hall with a list in hand sends some
LONGEST_KEPT = 2_000  # of what is given back to be shortened


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps the message from being sent, at the field of this id."""

    field: str
    said: str


def report_address(entity: Any, language: str, query: str = "") -> str:
    """Where one tells that the page of this thing is wrong."""
    return address("report", language, f"{word_of(entity.kind_name, language)}/{slug_in(entity.slug, language)}", query)


@csrf_exempt
def report(request: HttpRequest, language: str, word: str, slug: str) -> HttpResponse:
    """One address: the form, and what is sent from it. `word` is the one of the kind of page in this language."""
    view = _send if request.method == "POST" else _ask
    return view(request, language=language, kind=_kind(word, language), slug=slug)


def _kind(word: str, language: str) -> str:
    for kind in ENTITY_MODELS:
        if word_of(kind, language) == word:
            return kind
    raise Http404


@resident_page
def _ask(request: HttpRequest, language: str, kind: str, slug: str) -> HttpResponse:
    now = timezone.now()
    found = find(kind, slug, language=language, now=now, related=_related(kind))
    if found.answer:
        return found.answer
    return _page(found.entity, language, now, sent="sent" in request.GET)


@resident_form
def _send(request: HttpRequest, language: str, kind: str, slug: str) -> HttpResponse:
    now = timezone.now()
    found = find(kind, slug, language=language, now=now, related=_related(kind))
    if found.answer:
        return found.answer
    what, text = request.POST.get("what", ""), request.POST.get("text", "").replace("\0", "")
    problems = problems_of(what, text)
    if not problems and not take(LIMIT, asker=address_of(request), now=now):
        problems = [Problem("send", _("Sait jo monta viestiä perille. Odota hetki tai soita meille."))]
    if problems:
        return _page(found.entity, language, now, what=what, text=text, problems=problems)
    reports.report(found.entity, what=what, text=text, language=language, now=now)
    return HttpResponseRedirect(report_address(found.entity, language, "sent=1"))


def problems_of(what: str, text: str) -> list[Problem]:
    problems = []
    if what not in ReportedThing.values:
        problems.append(Problem("what", _("Valitse, mikä on väärin.")))
    if (over := len(" ".join(text.split())) - LONGEST_REPORT) > 0:
        said = ngettext("Lyhennä tekstiä %(count)s merkki.", "Lyhennä tekstiä %(count)s merkkiä.", over)
        problems.append(Problem("text", said % {"count": over}))
    return problems


def _related(kind: str) -> tuple[str, ...]:
    return ("parent",) if kind == "organisation" else ("organisation",)


def _page(entity: Any, language: str, now: datetime, *, sent: bool = False, **filled: Any) -> HttpResponse:
    organiser = entity if entity.kind_name == "organisation" else entity.organisation
    values = {
        "entity": entity,
        "url": entity_address(entity, language),
        "here": report_address(entity, language),
        "things": ReportedThing.choices,
        "longest": LONGEST_REPORT,
        "organiser": organiser,
        "sent": sent,
        "what": filled.get("what", ""),
        "text": filled.get("text", "")[:LONGEST_KEPT],
        "problems": filled.get("problems", []),
    }
    same_page = {tag: report_address(entity, tag) for tag in INTERFACE_LANGUAGES}
    status = 422 if filled else 200
    return show("resident/report.html", values, language=language, now=now, same_page=same_page, status=status)
