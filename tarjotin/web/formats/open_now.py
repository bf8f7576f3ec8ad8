"""Is it open now, until when, and if not, when next: from opening hours, for those who want to call at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import OpeningHours
from tarjotin.catalogue.opening import dated, hours_on
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats.dates import clock_span, day

AHEAD = 8  # days
ALL_DAY = (time(0), time(23, 59))


@dataclass(frozen=True, slots=True)
class Now:
    """Open until `closes`, or closed until `opens_at` (unset: nobody tells when it opens again)."""

    is_open: bool
    all_day: bool = False
    closes: time | None = None
    opens_at: datetime | None = None


def state(hours: Iterable[OpeningHours], now: datetime) -> Now | None:
    """Nothing when no hours are told at all."""
    rows, local = dated(hours), to_helsinki(now)
    if not rows:
        return None
    for ahead in range(AHEAD):
        on = local.date() + timedelta(days=ahead)
        for opens, closes in hours_on(rows, on).spans:
            if not ahead and opens <= local.time() < closes:
                return Now(True, all_day=(opens, closes) == ALL_DAY, closes=closes)
            if ahead or opens > local.time():
                return Now(False, opens_at=datetime.combine(on, opens, tzinfo=local.tzinfo))
    return Now(False)


def line(found: Now | None, language: str) -> SafeString | str:
    """ "Auki nyt, klo 15 asti", "Aukeaa ke 25.11. klo 9"."""
    if found is None:
        return _("Aukioloa ei ole kerrottu. Kysy puhelimella.")
    if found.all_day:
        return _("Auki nyt, koko vuorokauden.")
    if found.is_open and found.closes:
        return format_html(_("Auki nyt, {} asti."), clock_span(found.closes, None, language))
    if found.opens_at:
        on, at = found.opens_at.date(), found.opens_at.time()
        return format_html(_("Nyt kiinni. Aukeaa {} {}."), day(on, language), clock_span(at, None, language))
    return _("Nyt kiinni.")


def first(found: Now | None) -> tuple[int, float]:
    """A key that sorts what is open before what opens soon, and what nobody tells last."""
    if found is not None and found.is_open:
        return (0, 0.0)
    if found is not None and found.opens_at is not None:
        return (1, found.opens_at.timestamp())
    return (2, 0.0)
