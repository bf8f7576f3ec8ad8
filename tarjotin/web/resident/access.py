"""How a place suits one way of moving or sensing, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tarjotin.catalogue.models import PlaceAccess
from tarjotin.web.formats.texts import paragraphs
from tarjotin.web.resident.suitability import Html

PROFILES = {
    "wheelchair": gettext_lazy("Pyörätuoli"),
    "reduced_mobility": gettext_lazy("Käveleminen on vaikeaa"),
    "rollator": gettext_lazy("Rollaattori"),
    "stroller": gettext_lazy("Lastenvaunut"),
    "visually_impaired": gettext_lazy("Näen huonosti"),
    "hearing_aid": gettext_lazy("Kuulolaite"),
}
ARRIVALS = {
    "any": "",
    "own_car": gettext_lazy("omalla autolla"),
    "dropped_off": gettext_lazy("saattajan kyydillä"),
}


@dataclass(frozen=True, slots=True)
class Access:
    name: str
    verdict: str
    said: str
    shortcomings: Html


def access_lines(rows: Iterable[PlaceAccess], language: str) -> list[Access]:
    """One line a profile: by the way of arriving that suits best, because people choose how they come."""
    best: dict[str, PlaceAccess] = {}
    order = ["ok", "shortcomings", "unknown"]
    for row in sorted(rows, key=lambda row: (order.index(row.verdict), row.arrival != "any", row.count or 0)):
        best.setdefault(row.profile, row)
    return [_line(best[profile], language) for profile in PROFILES if profile in best]


def _line(row: PlaceAccess, language: str) -> Access:
    arrival = str(ARRIVALS.get(row.arrival, ""))
    name = f"{PROFILES[row.profile]} ({arrival})" if arrival else str(PROFILES[row.profile])
    return Access(name, row.verdict, _said(row), paragraphs(row.shortcomings, language))


def _said(row: PlaceAccess) -> str:
    if row.verdict == "ok":
        return _("esteetön")
    if row.verdict == "unknown":
        return _("ei kerrottu, kysy")
    if row.count:
        return ngettext("%(count)s puute", "%(count)s puutetta", row.count) % {"count": row.count}
    return _("puutteita")
