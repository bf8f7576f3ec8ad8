"""A place: open when (today first), how one gets there and in, what happens there."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import Place, Service
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats import dates, opening
from tarjotin.web.formats.texts import only_in
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.cards import Html, checked_on
from tarjotin.web.resident.credits import sources_of
from tarjotin.web.resident.entities import find
from tarjotin.web.resident.joining import call
from tarjotin.web.resident.links import linked, named
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.report import report_address
from tarjotin.web.resident.sharing import sharing
from tarjotin.web.resident.upcoming import upcoming
from tarjotin.web.resident.where import where

SERVICES_SHOWN = 12


@dataclass(frozen=True, slots=True)
class DayLine:
    day: SafeString
    hours: Html
    is_today: bool


@resident_page
def place(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    now = timezone.now()
    found = find("place", slug, language=language, now=now, related=("organisation", "parent"))
    if found.answer:
        return found.answer
    shown: Place = found.entity
    hours = list(shown.hours.order_by("id"))
    services = Service.objects.visible(now).filter(service_places__place=shown).order_by("id")
    values = {
        "place": shown,
        "only_in": only_in(shown.description or shown.summary or shown.name, language),
        "today": opening.today_line(hours, now=now, language=language),
        "days": day_lines(opening.week(hours, to_helsinki(now).date()), language),
        "hours_notes": opening.notes(hours),
        "where": where(shown, language, now),
        "coming": upcoming(now, language, activity__place=shown),
        "all_here": address("results", language, query=f"place={shown.id}"),
        "services": [named(service, language) for service in services[:SERVICES_SHOWN]],
        "contacts": list(shown.contacts.order_by("id")),
        "organiser": linked(shown.organisation, language, now),
        "parent": linked(shown.parent, language, now),
        "checked_on": checked_on(shown),
        "sources": sources_of(shown),
        "action": call(shown.phone) if shown.phone else None,
        "report": report_address(shown, language),
        "sharing": sharing(shown, language),
    }
    return show("resident/place.html", values, language=language, now=now, same_page=addresses("place", shown.slug))


def day_lines(days: list[opening.Day], language: str) -> list[DayLine]:
    return [
        DayLine(
            dates.day(day.on, language),
            opening.spans_line(day.spans, language) if day.spans else _("suljettu"),
            is_today=number == 0,
        )
        for number, day in enumerate(days)
    ]
