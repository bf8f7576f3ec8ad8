"""Watch: hear by e-mail when something new fits what one looked for (mission E6). Confirmed first, ended by one tap."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone

from tarjotin.guidance import watching
from tarjotin.guidance.watching import NotAnAddress, Notices, TooMany
from tarjotin.people.attempts import Limit, take
from tarjotin.search.unfound_askers import address_of
from tarjotin.web.resident import criteria, watch_mail
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.posting import page_and_form, resident_form
from tarjotin.web.resident.watch_words import notice_names, words_of

log = logging.getLogger(__name__)

BY_ASKER = Limit("watch", 20, timedelta(hours=1))  # a library's one address, with some patience
TO_ADDRESS = Limit("watch mail", 5, timedelta(days=1))  # nobody's post is filled by others
STATUS = {"": 200, "send": 503}  # of a problem; what the reader can put right is 400
NOTICES = ("new", "sign_up", "coming")


@dataclass(frozen=True, slots=True)
class Choice:
    name: str
    label: str
    chosen: bool


@resident_page
def _ask(request: HttpRequest, language: str) -> HttpResponse:
    return _page(request.GET, language, sent="sent" in request.GET)


@resident_form
def _send(request: HttpRequest, language: str) -> HttpResponse:
    now, told = timezone.now(), request.POST
    wanted = tuple(name for name in NOTICES if name in told.getlist("want"))
    if not wanted:
        return _page(told, language, problem="want")
    try:
        email = watching.clean(told.get("email", ""))
    except NotAnAddress:
        return _page(told, language, problem="email")
    allowed = take(BY_ASKER, asker=address_of(request), now=now) and take(TO_ADDRESS, asker=email.casefold(), now=now)
    if allowed and settings.EMAIL_IN_USE:
        try:
            _asked(email, language, _criteria(told), wanted)
        except OSError:  # no mail server answers; what was written is given back
            log.warning("a confirmation was not sent: the mail server does not answer")
            return _page(told, language, problem="send")
    return HttpResponseRedirect(address("watch", language, query="sent=1"))


watch = page_and_form(_ask, _send)


def _asked(email: str, language: str, wanted_criteria: str, wanted: tuple[str, ...]) -> None:
    """Whatever comes of it, the page says the same: nobody learns here who has a watch."""
    now, notices = timezone.now(), Notices(*(name in wanted for name in NOTICES))
    try:
        found = watching.ask_watch(email=email, language=language, criteria=wanted_criteria, notices=notices, now=now)
    except TooMany:
        return
    watch_mail.send_first(found, now)


def _criteria(told: QueryDict) -> str:
    """The question without a page or an order, in the form in which equal ones are equal."""
    asked = criteria.read(QueryDict(told.get("criteria", "")) if "criteria" in told else told)
    return asked.address(sort="relevance")


def _page(told: QueryDict, language: str, *, sent: bool = False, problem: str = "") -> HttpResponse:
    kept = _criteria(told)
    wanted = told.getlist("want") or NOTICES
    values = {
        "sent": sent,
        "problem": problem,
        "email": told.get("email", "")[: watching.LONGEST_ADDRESS] if problem else "",
        "criteria": kept,
        "chips": words_of(kept, language),
        "choices": [Choice(name, label, name in wanted) for name, label in notice_names().items()],
        "here": address("watch", language),
        "in_use": settings.EMAIL_IN_USE,
        "back": address("results", language, query=kept),
    }
    same_page = addresses("watch", query=kept)
    now, status = timezone.now(), STATUS.get(problem, 400)
    return show("resident/watch.html", values, language=language, now=now, same_page=same_page, status=status)
