"""An activity: the answers in the order people ask (mission C1)."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.catalogue.models import Activity, Contact
from tarjotin.catalogue.models.activity import Entry
from tarjotin.web.formats import money
from tarjotin.web.formats.rhythms import rhythm_line
from tarjotin.web.formats.texts import only_in
from tarjotin.web.resident import suitability
from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.cards import checked_on, session_line, when_line
from tarjotin.web.resident.credits import sources_of
from tarjotin.web.resident.entities import find
from tarjotin.web.resident.links import linked
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.report import report_address
from tarjotin.web.resident.where import where

SESSIONS_SHOWN = 8


@resident_page
def activity(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    now = timezone.now()
    found = find("activity", slug, language=language, now=now, related=("organisation", "place", "service"))
    if found.answer:
        return found.answer
    shown: Activity = found.entity
    sessions = list(shown.sessions.upcoming(now)[: SESSIONS_SHOWN + 1])
    prices, contacts = list(shown.prices.order_by("id")), list(shown.contacts.order_by("id"))
    values = {
        "activity": shown,
        "only_in": only_in(shown.description or shown.summary or shown.name, language),
        "when": when_line(shown, sessions, language, now),
        "price": money.short_price(prices, language),
        "facts": suitability.told_facts(shown, shown.activity_languages.order_by("id"), language),
        "limits": suitability.limits(shown.suitability.order_by("id"), language),
        "untold": suitability.untold(shown),
        "sessions": [session_line(session, language, now) for session in sessions[:SESSIONS_SHOWN]],
        "more_sessions": len(sessions) > SESSIONS_SHOWN,
        "rhythms": [rhythm_line(schedule, language) for schedule in shown.schedules.order_by("starts_on", "id")],
        "prices": [line for price in prices if (line := money.price_line(price, language))],
        "where": where(shown.place, language, now),
        "entry": Entry(shown.entry).label if shown.entry else "",
        "places_left": sessions[0].free_places(now) if sessions else None,
        "contacts": contacts,
        "phone": _phone(shown, contacts),
        "organiser": linked(shown.organisation, language, now),
        "checked_on": checked_on(shown),
        "sources": sources_of(shown),
        "report": report_address(shown, language),
    }
    same_page = addresses("activity", shown.slug)
    return show("resident/activity.html", values, language=language, now=now, same_page=same_page)


def _phone(activity: Activity, contacts: Sequence[Contact]) -> str:
    """The number nearest to the activity that somebody answers."""
    nearest = [activity.register_phone, *(contact.phone for contact in contacts)]
    organisation, place = activity.organisation, activity.place
    nearest += [organisation.phone if organisation else "", place.phone if place else ""]
    return next((phone for phone in nearest if phone), "")
