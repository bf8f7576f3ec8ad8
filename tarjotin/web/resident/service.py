"""A service: how one gets it, by phone first; where, what it costs, what it asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from tarjotin.catalogue.models import Channel, Service, ServicePlace
from tarjotin.catalogue.models.service import ServiceKind
from tarjotin.web.formats import open_now, opening
from tarjotin.web.formats.languages import language_list
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.texts import only_in, plain_wording, wording
from tarjotin.web.resident import fitting_supports
from tarjotin.web.resident.addresses import addresses, entity_address
from tarjotin.web.resident.alternatives import main_category
from tarjotin.web.resident.cards import Html, checked_on, district
from tarjotin.web.resident.credits import sources_of
from tarjotin.web.resident.desk_rows import state_of
from tarjotin.web.resident.entities import find
from tarjotin.web.resident.fitting_supports import Situation
from tarjotin.web.resident.joining import Action, call
from tarjotin.web.resident.links import linked
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.report import report_address
from tarjotin.web.resident.sensitive import is_sensitive
from tarjotin.web.resident.sharing import sharing
from tarjotin.web.resident.upcoming import upcoming
from tarjotin.web.resident.visible import is_visible

# In the order in which pages offer them: a person first.
CHANNELS = {
    "phone": gettext_lazy("Soita"),
    "visit": gettext_lazy("Käy paikalla"),
    "chat": gettext_lazy("Chat"),
    "email": gettext_lazy("Sähköposti"),
    "e_service": gettext_lazy("Asioi verkossa"),
    "form": gettext_lazy("Lomake"),
    "web": gettext_lazy("Verkkosivu"),
}
PLACES_SHOWN = 20
FREE = ("maksuto", "gratis", "avgiftsfri", "free")  # the organiser's text says it itself


@dataclass(frozen=True, slots=True)
class Way:
    """One channel: a title of what one does, and the channel itself."""

    title: str
    channel: Channel
    today: Html
    languages: str

    @property
    def is_address(self) -> bool:
        return self.channel.value.startswith(("https://", "http://"))


@dataclass(frozen=True, slots=True)
class At:
    """The service in one place."""

    row: ServicePlace
    url: str
    line: SafeString
    today: SafeString | str


@resident_page
def service(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    now = timezone.now()
    found = find("service", slug, language=language, now=now, related=("organisation",))
    if found.answer:
        return found.answer
    shown: Service = found.entity
    channels = shown.channels.prefetch_related("hours").order_by("id")
    ways = [
        Way(
            str(CHANNELS[channel.kind]),
            channel,
            opening.today_line(channel.hours.all(), now=now, language=language),
            language_list(channel.languages, language),
        )
        for channel in sorted(channels, key=lambda channel: list(CHANNELS).index(channel.kind))
    ]
    rows = shown.service_places.select_related("place").prefetch_related("hours").order_by("id")
    places = [
        At(
            row,
            entity_address(row.place, language) if is_visible(row.place, now) else "",
            joined(wording(row.place.street, language), district(row.place, language)),
            opening.today_line(row.hours.all(), now=now, language=language),
        )
        for row in rows
    ]
    values = {
        "service": shown,
        "sensitive": is_sensitive(shown),
        "open_now": open_now.line(state_of(channels, list(rows), now), language) if is_desk(shown) else "",
        "only_in": only_in(shown.description or shown.summary or shown.name, language),
        "ways": ways,
        "places": places[:PLACES_SHOWN],
        "more_places": len(places) - PLACES_SHOWN if len(places) > PLACES_SHOWN else 0,
        "languages": language_list(shown.languages, language),
        "contacts": list(shown.contacts.order_by("id")),
        "says_free": bool(shown.is_free) and not _begins_with_free(shown, language),
        "organiser": linked(shown.organisation, language, now),
        "coming": upcoming(now, language, activity__service=shown),
        "checked_on": checked_on(shown),
        "sources": sources_of(shown),
        "action": _action(ways),
        "supports": fitting_supports.supports_beside(_situation(shown, language), main_category(shown), language),
        "report": report_address(shown, language),
        "sharing": sharing(shown, language),
    }
    same_page = addresses("service", shown.slug)
    return show("resident/service.html", values, language=language, now=now, same_page=same_page)


def _action(ways: Iterable[Way]) -> Action | None:
    """The first way that a button can lead to."""
    for way in ways:
        if way.channel.kind == "phone" and way.channel.value:
            return call(way.channel.value)
        if way.is_address:
            return Action("door", way.channel.value, way.title, follow=False)
    return None


def _situation(service: Service, language: str) -> Situation:
    return Situation(spoken=service.languages, reader=language)


def is_desk(service: Service) -> bool:
    return service.kind == ServiceKind.GUIDANCE_DESK


def _begins_with_free(service: Service, language: str) -> bool:
    return plain_wording(service.fees_text, language).strip().lower().startswith(FREE)
