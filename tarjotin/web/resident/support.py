"""What a support or discount is told by: never without its official source and the day that source was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: Mapping[str, Promise] = MappingProxyType(
    {
        "free_ticket": _("Maksuton lippu"),
        "discount_card": _("Alennus"),
        "voucher": _("Palveluseteli"),
        "travel": _("Apua matkaan"),
        "assistant": _("Joku mukaan"),
        "interpreter": _("Tulkki"),
        "childcare": _("Lapselle hoitaja"),
        "loan_equipment": _("Välineitä lainaksi"),
        "money": _("Rahaa arkeen"),
        "food": _("Ruokaa"),
        "advice": _("Neuvoja"),
        "health": _("Terveys"),
    }
)

# The day the city's register of services was recorded (docs/sources/palvelurekisteri.md).
REGISTER_READ_ON = date(2025, 9, 25)
REGISTER = "Helsingin kaupunki, palvelurekisteri"
_SERVICE_PAGE = "https://www.hel.fi/helsinki/fi/kaupunki-ja-hallinto/hallinto/palvelut/palvelukuvaus?id="

CALL_FIRST = _("Soita ja kerro tilanteesi.")
IDENTITY = _("Ota mukaan henkilökortti, passi tai Kela-kortti.")
INCOME = _("Ota mukaan tiedot tuloista, menoista ja veloista.")
DECISION = _("Saat päätöksen kirjeenä tai verkossa.")
APPEAL = _("Jos päätös tuntuu väärältä, voit pyytää siihen muutosta. Ohje on päätöksessä.")


@dataclass(frozen=True, slots=True)
class Support:
    """One support: its texts are in the language that is active when they are read."""

    code: str
    kinds: frozenset[str]
    slugs: Mapping[str, str]  # fi, sv, en
    name: Promise
    what: Promise
    for_whom: Promise
    how_to_get: Promise  # the first step
    source_name: str  # in Finnish
    source_url: str
    checked_on: date
    then: tuple[Promise, ...] = ()  # the steps after the first
    bring: tuple[Promise, ...] = ()
    phone: str = ""
    search: str = ""  # words, in Finnish, that find what belongs to it in the catalogue
    keeps_benefits: bool = False  # told only where it is certain: something lent or done, never money


def slugs(fi: str, sv: str, en: str) -> Mapping[str, str]:
    return MappingProxyType({"fi": fi, "sv": sv, "en": en})


def service_page(number: int) -> str:
    """Where the city shows one record of its register of services."""
    return f"{_SERVICE_PAGE}{number}"
