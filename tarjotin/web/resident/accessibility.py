"""The accessibility statement that the law asks for (306/2019): how far the pages are, what is wrong, whom to tell.

What is found is listed in `FINDINGS` and goes from there when it is mended; `docs/quality.md` has the measurements.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.page import resident_page, show

CHECKED_ON = date(2026, 11, 24)
AUTHORITY_URL = "https://www.saavutettavuusvaatimukset.fi/"
AUTHORITY_PHONE = "+358295345000"  # switchboard of Traficom


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not yet work for everybody."""

    what: Promise
    instead: Promise  # what one can do meanwhile
    criterion: str = ""  # of WCAG 2.2, where one is missed


FINDINGS = (
    Finding(
        _("Järjestäjien omat tekstit voivat olla vaikeita tai vain yhdellä kielellä."),
        _("Soita meille. Kerromme saman helpommin."),
        "3.1.5",
    ),
    Finding(
        _("Joskus emme tiedä, millä kielellä järjestäjän teksti on. Ruudunlukija voi lukea sen väärin."),
        _("Kerro meille, missä se on. Korjaamme kielen."),
        "3.1.2",
    ),
    Finding(
        _("Muut kielet kuin suomi, ruotsi ja englanti ovat luonnoksia. Kielen puhuja ei ole vielä lukenut niitä."),
        _("Kerro meille, jos sana on väärin."),
    ),
    Finding(
        _("Vammaiset ja vanhat ihmiset eivät ole vielä kokeilleet palvelua kanssamme."),
        _("Haluatko kokeilla? Soita meille."),
    ),
    Finding(
        _("Linkit vievät muiden sivuille. Emme voi luvata, että ne ovat saavutettavia."),
        _("Soita järjestäjälle tai meille."),
    ),
)


@resident_page
def accessibility(request: HttpRequest, language: str) -> HttpResponse:
    values = {
        "findings": FINDINGS,
        "checked_on": CHECKED_ON,
        "operator": settings.OPERATOR,
        "authority_url": AUTHORITY_URL,
        "authority_phone": AUTHORITY_PHONE,
    }
    same_page = addresses("accessibility")
    return show("resident/accessibility.html", values, language=language, now=timezone.now(), same_page=same_page)
