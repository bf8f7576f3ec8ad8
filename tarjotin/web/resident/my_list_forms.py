"""What is sent from a list, or from a card to the list. Each ends on a page that can be read anew and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.guidance import actions
from tarjotin.guidance.codes import shown_code
from tarjotin.guidance.queries import read_key
from tarjotin.web.resident import my_list_access as access
from tarjotin.web.resident.addresses import address
from tarjotin.web.resident.entities import NEVER_SHOWN
from tarjotin.web.resident.posting import resident_form, safe_back

if TYPE_CHECKING:
    from tarjotin.guidance.models import Plan

LONGEST_BACK = 1_000


class Asked(NamedTuple):
    what: str
    key: str


@resident_form
def change_list(request: HttpRequest, language: str, code: str = "") -> HttpResponse:
    """Add, remove, move; keep in this browser, leave, empty."""
    now = timezone.now()
    try:
        plan = access.list_asked(request, code, now)
        if plan is None and _is_known(read_key(request.POST.get("add", ""))):
            plan = access.begin_list(request, language=language, now=now)
    except access.NoSuchList:
        return HttpResponseRedirect(address("list", language, code[:20]))
    except access.TooManyTries:
        return HttpResponseRedirect(address("list", language, query="wait=1"))
    if plan is None:
        return _leave(language)
    return _change(request, plan, language=language, code=code)


def _change(request: HttpRequest, plan: Plan, *, language: str, code: str) -> HttpResponse:
    if "empty" in request.POST:
        actions.empty_plan(plan)
        return _leave(language, clear=True)
    if "leave" in request.POST:
        return _leave(language)
    told = "" if "use" in request.POST else _tell(request, plan)
    slug = "" if "use" in request.POST else code and shown_code(plan.code)
    response = HttpResponseRedirect(address("list", language, slug, query=told))
    if "use" in request.POST or not code:
        access.remember(response, plan)
    return response


def _tell(request: HttpRequest, plan: Plan) -> str:
    """Do what the form asks for one thing; gives what the list page shall say about it."""
    now = timezone.now()
    asked = _asked(request)
    key = read_key(asked.key) if asked else None
    if asked is None or key is None or (asked.what == "add" and not _is_known(key)):
        return ""
    kind, entity_id = key
    told: dict[str, str] = {}
    if asked.what == "add":
        try:
            actions.add_item(plan, kind=kind, entity_id=entity_id, now=now)
            told["added"] = asked.key
        except actions.ListFull:
            told["full"] = "1"
    elif asked.what == "remove":
        actions.remove_item(plan, kind=kind, entity_id=entity_id, now=now)
        told["removed"] = asked.key
    else:
        actions.move_item(plan, kind=kind, entity_id=entity_id, up=asked.what == "up")
    back = safe_back(request.POST.get("back", "")[:LONGEST_BACK], "")
    return urlencode(told | ({"back": back} if back else {}))


def _is_known(key: tuple[str, UUID] | None) -> bool:
    """Only what was ever shown comes on a list."""
    if key is None:
        return False
    kind, entity_id = key
    return ENTITY_MODELS[kind].objects.filter(pk=entity_id).exclude(status__in=NEVER_SHOWN).exists()


def _asked(request: HttpRequest) -> Asked | None:
    names = ("add", "remove", "up", "down")
    return next((Asked(name, request.POST[name]) for name in names if name in request.POST), None)


def _leave(language: str, *, clear: bool = False) -> HttpResponse:
    """This browser knows no list any more; after emptying, a copy kept on this phone goes too."""
    response = HttpResponseRedirect(address("list", language, query="left=1" if clear else "closed=1"))
    access.forget(response)
    if clear:
        response.headers["Clear-Site-Data"] = '"storage"'
    return response
