"""An activity: the answers in the order people ask (mission C1)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.catalogue.models import Activity, Session
from tarjotin.catalogue.models.activity import Entry
from tarjotin.web.formats import money
from tarjotin.web.formats.rhythms import rhythm_line
from tarjotin.web.formats.texts import only_in
from tarjotin.web.resident import fitting_supports, suitability, times
from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.alternatives import alternatives, main_category, trouble
from tarjotin.web.resident.cards import checked_on, when_line
from tarjotin.web.resident.credits import sources_of
from tarjotin.web.resident.entities import find
from tarjotin.web.resident.first_time import first_time
from tarjotin.web.resident.joining import main_action, nearest_phone
from tarjotin.web.resident.links import linked
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.report import report_address
from tarjotin.web.resident.sensitive import is_sensitive
from tarjotin.web.resident.sharing import sharing
from tarjotin.web.resident.steps import page_steps
from tarjotin.web.resident.where import where


@resident_page
def activity(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    now = timezone.now()
    found = find("activity", slug, language=language, now=now, related=("organisation", "place", "service"))
    if found.answer:
        return found.answer
    shown: Activity = found.entity
    page = times.coming(shown, request.GET.get("page", "1"), now)
    contacts = list(shown.contacts.order_by("id"))
    values = {
        "activity": shown,
        "sensitive": is_sensitive(shown),
        "only_in": only_in(shown.description or shown.summary or shown.name, language),
        **_when(shown, page, language, now),
        **_for_me(shown, language, now),
        "first_time": first_time(shown),
        "entry": Entry(shown.entry).label if shown.entry else "",
        "contacts": contacts,
        "action": main_action(shown, nearest_phone(shown, contacts), language),
        "organiser": linked(shown.organisation, language, now),
        "checked_on": checked_on(shown),
        "sources": sources_of(shown),
        "report": report_address(shown, language),
        "sharing": sharing(shown, language),
    }
    query = f"page={page.number}" if page.number > 1 else ""
    same_page = addresses("activity", shown.slug, query)
    return show("resident/activity.html", values, language=language, now=now, same_page=same_page)


def _when(activity: Activity, page: Page[Session], language: str, now: datetime) -> dict[str, Any]:
    """The times, and what is nearest when the next of them does not work out."""
    sessions = list(page)
    first = sessions if page.number == 1 else list(activity.sessions.upcoming(now)[:2])
    rhythms = [rhythm_line(schedule, language) for schedule in activity.schedules.order_by("starts_on", "id")]
    lines, sign_up = times.listed(sessions, activity, language, now)
    troubled = trouble(activity, first, now, has_rhythm=bool(rhythms))
    return {
        "when": when_line(activity, first, language, now),
        "rhythms": rhythms,
        "times": lines,
        "sign_up": sign_up,
        "page": page,
        "pages": page_steps(page.number, page.paginator.num_pages, lambda number: f"?page={number}#times"),
        "trouble": troubled,
        "alternatives": alternatives(activity, language=language, now=now) if troubled else [],
    }


def _for_me(activity: Activity, language: str, now: datetime) -> dict[str, Any]:
    """Whom it suits, what it costs, how one gets there, and what helps with each."""
    prices, spoken = list(activity.prices.order_by("id")), list(activity.activity_languages.order_by("id"))
    at = where(activity.place, language, now)
    situation = fitting_supports.situation_of(
        activity, prices=prices, spoken=[row.language for row in spoken], where=at, reader=language
    )
    return {
        "price": money.short_price(prices, language),
        "prices": _price_lines(prices, language),
        "facts": suitability.told_facts(activity, spoken, language),
        "limits": suitability.limits(activity.suitability.order_by("id"), language),
        "untold": suitability.untold(activity),
        "where": at,
        "supports": fitting_supports.supports_beside(situation, main_category(activity), language),
    }


def _price_lines(prices: Sequence[Any], language: str) -> list[Any]:
    """A line each; words that stand at several sums are said once."""
    notes = [str(price.note) for price in prices]
    first = [notes.index(note) == number for number, note in enumerate(notes)]
    lines = [
        money.price_line(price, language) if is_first else money.who_pays_what(price, language)
        for price, is_first in zip(prices, first, strict=True)
    ]
    return [line for line in lines if line]
