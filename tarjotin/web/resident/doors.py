"""What one may want, each with its picture and one tap from its results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.web.resident.addresses import address

# Name → its picture, its words, what it asks.
_WANTED = {
    "sport": ("sport", gettext_lazy("Liikuntaa"), "category=sport"),
    "nature": ("nature", gettext_lazy("Luontoon"), "category=nature"),
    "culture": ("culture", gettext_lazy("Kulttuuria"), "category=culture"),
    "community": ("community", gettext_lazy("Seuraa"), "category=community"),
    "food": ("food", gettext_lazy("Ruokaa"), "category=food"),
    "lifestyle": ("lifestyle", gettext_lazy("Hyvää arkea"), "category=lifestyle"),
    "advice": ("advice", gettext_lazy("Neuvoja"), "category=advice"),
    "money": ("money", gettext_lazy("Apua raha-asioihin"), "need=debt_advice&need=benefit_advice&need=income_support"),
    "free": ("free", gettext_lazy("Maksutonta"), "price=free"),
    "drop_in": ("door", gettext_lazy("Tule suoraan"), "entry=drop_in"),
    "today": ("morning", gettext_lazy("Tänään"), "when=today&sort=soonest"),
    "tonight": ("evening", gettext_lazy("Tänä iltana"), "when=today&time=evening&sort=soonest"),
    "tomorrow": ("morning", gettext_lazy("Huomenna"), "when=tomorrow&sort=soonest"),
    "weekend": ("weekend", gettext_lazy("Viikonloppuna"), "when=this_weekend&sort=soonest"),
    "indoors": ("indoors", gettext_lazy("Sisällä"), "setting=indoor"),
    "outdoors": ("outdoors", gettext_lazy("Ulkona"), "setting=outdoor"),
    "children": ("children", gettext_lazy("Lapsen kanssa"), "audience=families"),
    "women": ("women", gettext_lazy("Naisille"), "gender=women"),
}
# Other pages: their words. Each has a picture of its own name.
_PAGES = {
    "try": gettext_lazy("Kokeile ensin"),
    "map": gettext_lazy("Kartta"),
    "list": gettext_lazy("Oma lista"),
    "desks": gettext_lazy("Neuvontapaikat"),
    "rights": gettext_lazy("Raha ja oikeudet"),
    "close_one": gettext_lazy("Läheiselle"),
    "take_part": gettext_lazy("Tee itse"),
    "urgent": gettext_lazy("Apua heti"),
}


@dataclass(frozen=True, slots=True)
class Door:
    """A picture with its word, leading somewhere."""

    symbol: str
    label: str
    url: str


def doors(names: Iterable[str], language: str) -> list[Door]:
    """Into the results."""
    found = []
    for name in names:
        symbol, label, query = _in_own_language(language) if name == "language" else _WANTED[name]
        found.append(Door(symbol, str(label), address("results", language, query=query)))
    return found


def pages(language: str) -> list[Door]:
    """To the other pages there are."""
    return [Door(page, str(label), address(page, language)) for page, label in _PAGES.items() if stands(page, language)]


def stands(page: str, language: str) -> bool:
    """Whether there is such a page."""
    try:
        return bool(reverse(f"resident:{page}-{language}"))
    except NoReverseMatch:
        return False


def _in_own_language(language: str) -> tuple[str, str, str]:
    """What is offered in the language one reads; for a reader of Finnish, what is offered in English."""
    if language in ("fi", "fi-simple", "en"):
        return "language", _("Englanniksi"), "language=en"
    return "language", _("Omalla kielelläsi"), f"language={language}"
