"""Take part in making: how, whom to ask, and what the catalogue has to begin with."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.related import Related, related
from tarjotin.web.resident.support import REGISTER_READ_ON
from tarjotin.web.resident.taking_part import WAYS, Way

SHOWN = 2  # of the catalogue, under each way


@dataclass(frozen=True, slots=True)
class Part:
    way: Way
    related: Related


@resident_page
def take_part(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    parts = [Part(way, related(way.search, language=language, now=now, most=SHOWN)) for way in WAYS]
    values = {"parts": parts, "checked_on": REGISTER_READ_ON}
    return show("resident/take_part.html", values, language=language, now=now, same_page=addresses("take_part"))
