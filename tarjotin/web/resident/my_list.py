"""My list: what one wants to keep in mind, without an account. Whoever has the code opens it elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.guidance.actions import MOST_ITEMS
from tarjotin.guidance.codes import read_code, shown_code
from tarjotin.guidance.queries import items_of, read_key
from tarjotin.web.resident import my_list_access as access
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.carrying import Message, carry, entry_message, list_message
from tarjotin.web.resident.my_list_entries import Entry, entries
from tarjotin.web.resident.my_list_forms import change_list
from tarjotin.web.resident.page import show
from tarjotin.web.resident.posting import page_and_form, safe_back
from tarjotin.web.resident.private import private_page

if TYPE_CHECKING:
    from tarjotin.guidance.models import Plan

LONGEST_SHOWN = 40
FEWEST_TO_COMPARE = 2


@dataclass(frozen=True, slots=True)
class Row:
    entry: Entry
    message: Message | None


@private_page
def _page(request: HttpRequest, language: str, code: str = "") -> HttpResponse:
    now, written = timezone.now(), request.GET.get("code", "").strip()
    if written and not code and (read := read_code(written)):
        return HttpResponseRedirect(address("list", language, shown_code(read)))
    try:
        plan = access.list_asked(request, code, now)
    except (access.NoSuchList, access.TooManyTries) as problem:
        return lost(problem, code, language=language, now=now)
    if plan is None:
        told = {name: request.GET.get(name) == "1" for name in ("left", "closed", "wait")}
        values = {**told, "unread": written[:LONGEST_SHOWN]}
        return show("resident/my_list_empty.html", values, language=language, now=now, same_page=addresses("list"))
    return _shown(request, plan, language=language, code=code, now=now)


my_list = page_and_form(_page, change_list)


def lost(problem: Exception, code: str, *, language: str, now: datetime) -> HttpResponse:
    """No list opens with this code, or codes do not open at all for a while."""
    wait = isinstance(problem, access.TooManyTries)
    return show(
        "resident/my_list_empty.html",
        {"wait": wait, "lost": not wait, "unread": code[:LONGEST_SHOWN]},
        language=language,
        now=now,
        same_page=addresses("list"),
        status=429 if wait else 404,
    )


def pages_of(page: str, plan: Plan, code: str) -> dict[str, str]:
    """The same page of the same list in every language."""
    return addresses(page, {tag: shown_code(plan.code) for tag in INTERFACE_LANGUAGES} if code else None)


def _shown(request: HttpRequest, plan: Plan, *, language: str, code: str, now: datetime) -> HttpResponse:
    keys = [(item.kind, item.entity_id) for item in items_of(plan)]
    found = entries(keys, language=language, now=now)
    rows = [Row(entry, entry_message(entry, plan.code, language)) for entry in found]
    here = pages_of("list", plan, code)
    values = {
        "rows": rows,
        "shown": sum(entry.card is not None for entry in found),
        "comparable": sum(entry.card is not None for entry in found) >= FEWEST_TO_COMPARE,
        "by_code": bool(code),
        "mine": bool(code) and access.list_of_browser(request, now) == plan,
        "here": here[language],
        "week": pages_of("week", plan, code)[language],
        "carry": carry(plan.code, language),
        "list_message": list_message(plan.code, language),
        "keep_url": address("list", language, shown_code(plan.code), "keep=1"),
        "keep": bool(code) and request.GET.get("keep") == "1",
        "most": MOST_ITEMS,
        "expires_at": plan.expires_at,
        **_told(request.GET, found, language=language, now=now),
    }
    return show("resident/my_list.html", values, language=language, now=now, same_page=here)


def _told(asked: Mapping[str, str], found: list[Entry], *, language: str, now: datetime) -> dict[str, Any]:
    """What was just done, as far as it is still so."""
    on_list = {entry.key: entry for entry in found}
    removed = read_key(asked.get("removed", ""))
    taken_off = entries([removed], language=language, now=now)[0] if removed else None
    return {
        "added": on_list.get(asked.get("added", "")),
        "removed": taken_off if taken_off and taken_off.name and taken_off.key not in on_list else None,
        "full": asked.get("full") == "1",
        "back": safe_back(asked.get("back", ""), ""),
    }
