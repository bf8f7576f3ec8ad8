"""Which list a page is about: the one of the code in the address, or the one of this browser.

The browser's cookie holds the code with our signature, so that it cannot be used to try codes out. A code in an address
can: ten wrong ones an hour from one address, then none is looked up.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from tarjotin.guidance.actions import start_plan, use_plan
from tarjotin.guidance.codes import read_code
from tarjotin.guidance.queries import find_plan
from tarjotin.people import attempts
from tarjotin.search.unfound_askers import address_of

if TYPE_CHECKING:
    from tarjotin.guidance.models import Plan

COOKIE = "tarjotin_list"
WRONG_CODES = attempts.Limit("list code", tries=10, span=timedelta(hours=1))
NEW_LISTS = attempts.Limit("new list", tries=60, span=timedelta(hours=1))
_LONGEST = 100


class NoSuchList(Exception):
    """No list has this code, or it has expired."""


class TooManyTries(Exception):
    """Too many codes were tried from this address, or too many lists begun."""


def list_of_browser(request: HttpRequest, now: datetime) -> Plan | None:
    """The list that the cookie names, while it lives."""
    try:
        code = _signer().unsign(request.COOKIES.get(COOKIE, "")[:_LONGEST])
    except BadSignature:
        return None
    plan = find_plan(code, now=now)
    if plan is not None:
        use_plan(plan, now=now)
    return plan


def list_of_code(request: HttpRequest, written: str, now: datetime) -> Plan:
    """The list with this code. Raises `NoSuchList` and `TooManyTries`."""
    code = read_code(written)
    if not code:
        raise NoSuchList
    own = list_of_browser(request, now)
    if own is not None and own.code == code:
        return own
    asker = address_of(request)
    if not attempts.take(WRONG_CODES, asker=asker, now=now):
        raise TooManyTries
    plan = find_plan(code, now=now)
    if plan is None:
        raise NoSuchList
    attempts.give_back(WRONG_CODES, asker=asker, now=now)
    use_plan(plan, now=now)
    return plan


def list_asked(request: HttpRequest, written: str, now: datetime) -> Plan | None:
    """By the code in the address when there is one, else of this browser."""
    return list_of_code(request, written, now) if written else list_of_browser(request, now)


def begin_list(request: HttpRequest, *, language: str, now: datetime) -> Plan:
    """A new list. Raises `TooManyTries` when too many come from one address."""
    if not attempts.take(NEW_LISTS, asker=address_of(request), now=now):
        raise TooManyTries
    return start_plan(language=language, now=now)


def remember(response: HttpResponse, plan: Plan) -> None:
    """Until the browser closes."""
    response.set_cookie(
        COOKIE,
        _signer().sign(plan.code),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")


def _signer() -> Signer:
    return Signer(salt="tarjotin.list")
