"""About the data: where it comes from, whose it is, when it was last read; who runs this, and what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.common.time import to_helsinki
from tarjotin.sources.queries import last_good_runs
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.source import Source
from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.page import resident_page, show

# What docs/privacy.md says, for those it is about.
STORED = (
    gettext_lazy("Kun luet sivuja, emme tallenna sinusta mitään."),
    gettext_lazy("Hakusanojasi emme tallenna. Laskemme vain, mitkä sanat eivät löydä mitään. Kysyjää laskusta ei näe."),
    gettext_lazy(
        "Jos teet listan, tallennamme sen ja sen koodin. Nimeä emme kysy. Voit tyhjentää listan milloin vain."
    ),
    gettext_lazy("Lista poistuu itse, kun kukaan ei ole käyttänyt sitä 90 päivään."),
    gettext_lazy("Lista ja asetukset käyttävät kumpikin yhtä evästettä. Muita evästeitä ei ole."),
    gettext_lazy("Jos tilaat viestejä, säilytämme osoitteesi salattuna. Kun lopetat, poistamme sen heti."),
    gettext_lazy("Jos kerrot virheestä, säilytämme viestiä 180 päivää. Nimeä emme kysy."),
    gettext_lazy("Sivuilla ei ole mainoksia eikä seurantaa. Emme anna tietoja muille."),
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    source: Source
    read_at: datetime | None
    counts: list[str]  # how many visible entries it leads, in words, a kind each


@resident_page
def about(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    counts = visible_counts(now)
    runs = last_good_runs()
    lines = [
        SourceLine(
            source,
            to_helsinki(runs[name]) if name in runs else None,
            in_words({kind: by_source.get(name, 0) for kind, by_source in counts.items()}),
        )
        for name, source in SOURCES.items()
    ]
    totals = in_words({kind: sum(by_source.values()) for kind, by_source in counts.items()})
    values = {"sources": lines, "totals": totals, "operator": settings.OPERATOR, "stored": STORED}
    return show("resident/about.html", values, language=language, now=now, same_page=addresses("about"))


def visible_counts(now: datetime) -> dict[str, dict[str, int]]:
    """Kind → source → how many visible entries; one query a kind."""
    return {
        kind: dict(model.objects.visible(now).order_by().values_list("source").annotate(Count("pk")))
        for kind, model in ENTITY_MODELS.items()
    }


def in_words(counts: dict[str, int]) -> list[str]:
    """ "62 toimintaa", "1 palvelu" …; a kind without any is left out."""
    said = {
        "activity": ngettext("%(number)s toiminta", "%(number)s toimintaa", counts["activity"]),
        "service": ngettext("%(number)s palvelu", "%(number)s palvelua", counts["service"]),
        "place": ngettext("%(number)s paikka", "%(number)s paikkaa", counts["place"]),
        "organisation": ngettext("%(number)s järjestäjä", "%(number)s järjestäjää", counts["organisation"]),
    }
    return [text % {"number": counts[kind]} for kind, text in said.items() if counts[kind]]
