"""Who linked, as a total of a day. The link works whatever happens here.

A code is counted by its name only when this deployment knows it (`TARJOTIN_LINKERS`); any other is "other". So nothing
that a link carries can get into the table.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest

from tarjotin.common.time import to_helsinki
from tarjotin.impact.models import ArrivalDay
from tarjotin.search.unfound_askers import is_somebody
from tarjotin.search.unfound_writing import briefly

OTHER = "other"
KEPT_FOR = timedelta(days=3 * 366)

log = logging.getLogger(__name__)


def note(request: HttpRequest, code: str, *, now: datetime) -> None:
    """Count one arrival by the link of `code`; robots and what is fetched ahead of time do not count."""
    if not is_somebody(request):
        return
    try:
        with briefly():
            count(code, today=to_helsinki(now).date())
    except Exception as problem:  # whatever it is, the reader goes on
        log.warning("an arrival was not counted: %s", type(problem).__name__)


def count(code: str, *, today: date) -> None:
    linker = code if code in settings.LINKERS else OTHER
    row, _is_new = ArrivalDay.objects.get_or_create(linker=linker, arrived_on=today)
    ArrivalDay.objects.filter(pk=row.pk).update(arrivals=F("arrivals") + 1)


def forget(*, today: date) -> None:
    ArrivalDay.objects.filter(arrived_on__lte=today - KEPT_FOR).delete()
