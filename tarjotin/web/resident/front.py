"""The front page: what would you like today, a human to talk to, and what happens next in the city."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from tarjotin.common.time import to_helsinki
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.upcoming import upcoming


@dataclass(frozen=True, slots=True)
class Door:
    """A picture with its word, leading to results."""

    symbol: str
    label: str
    url: str


@resident_page
def front(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    coming = upcoming(now, language)
    values = {
        "doors": doors(language),
        "coming": coming,
        "all_today": bool(coming) and all(line.on == to_helsinki(now).date() for line in coming),
        "soonest": address("results", language, query="kind=activity&sort=soonest"),
        "guidance": address("results", language, query="category=advice&kind=service"),
    }
    return show("resident/front.html", values, language=language, now=now, same_page=addresses("front"))


def doors(language: str) -> list[Door]:
    """Sixteen things one may want, each one tap from its results."""
    wanted = (
        ("sport", _("Liikuntaa"), "category=sport"),
        ("nature", _("Luontoon"), "category=nature"),
        ("culture", _("Kulttuuria"), "category=culture"),
        ("community", _("Seuraa"), "category=community"),
        ("food", _("Ruokaa"), "category=food"),
        ("lifestyle", _("Hyvää arkea"), "category=lifestyle"),
        ("advice", _("Neuvoja"), "category=advice"),
        ("money", _("Apua raha-asioihin"), "need=debt_advice&need=benefit_advice&need=income_support"),
        ("free", _("Maksutonta"), "price=free"),
        ("door", _("Tule suoraan"), "entry=drop_in"),
        ("morning", _("Päivällä"), "time=morning&time=day"),
        ("evening", _("Illalla"), "time=evening"),
        ("weekend", _("Viikonloppuna"), "weekday=6&weekday=7"),
        ("children", _("Lapsen kanssa"), "audience=families"),
        ("language", _("Englanniksi"), f"language={'sv' if language == 'sv' else 'en'}"),
        ("computer", _("Apua laitteisiin"), "need=digital_help"),
    )
    return [Door(symbol, label, address("results", language, query=query)) for symbol, label, query in wanted]
