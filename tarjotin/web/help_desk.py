"""The human who is one step away on every page: the number, and whether somebody answers it now (ux.md § 1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache

from django.conf import settings

from tarjotin.common.time import to_helsinki

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SPAN = re.compile(r"(\w{3})(?:-(\w{3}))?\s+(\d{1,2})(?::(\d\d))?-(\d{1,2})(?::(\d\d))?")


@dataclass(frozen=True, slots=True)
class HelpDesk:
    """`opens_at` is when it opens next, in Helsinki time; unset while it is open, or when no hours are known."""

    phone: str
    is_open: bool
    closes: time | None = None
    opens_at: datetime | None = None


def help_desk(now: datetime) -> HelpDesk:
    """The desk of this deployment, as it is at this moment."""
    local, hours = to_helsinki(now), parse_hours(settings.HELP_HOURS_OPEN)
    for opens, closes in hours.get(local.isoweekday(), ()):
        if opens <= local.time() < closes:
            return HelpDesk(settings.HELP_PHONE, True, closes=closes)
    return HelpDesk(settings.HELP_PHONE, False, opens_at=_next_opening(local, hours))


@cache
def parse_hours(text: str) -> dict[int, tuple[tuple[time, time], ...]]:
    """ "mon-fri 9-15, sat 10-12:30" as ISO weekday → spans."""
    found: dict[int, list[tuple[time, time]]] = {}
    for first, last, *clock in SPAN.findall(text.casefold()):
        start_h, start_m, end_h, end_m = (int(part or 0) for part in clock)
        for weekday in range(WEEKDAYS.index(first), WEEKDAYS.index(last or first) + 1):
            found.setdefault(weekday + 1, []).append((time(start_h, start_m), time(end_h, end_m)))
    return {weekday: tuple(sorted(spans)) for weekday, spans in found.items()}


def _next_opening(local: datetime, hours: dict[int, tuple[tuple[time, time], ...]]) -> datetime | None:
    for ahead in range(8):
        on = local.date() + timedelta(days=ahead)
        for opens, _closes in hours.get(on.isoweekday(), ()):
            moment = datetime.combine(on, opens, tzinfo=local.tzinfo)
            if moment > local:
                return moment
    return None
