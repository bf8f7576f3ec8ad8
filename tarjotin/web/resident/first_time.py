"""What happens the first time: who may just come, what it costs to try, who is there, what to take along."""

from __future__ import annotations

from collections.abc import Iterator

from tarjotin.catalogue.models import Activity
from tarjotin.web.resident.suitability import COMPANION, EQUIPMENT, FIRST_TIME, NO, TRIAL, YES

BESIDE_YOU = ("escort_first_times", "buddy")


def first_time(activity: Activity) -> list[str]:
    """What is told about a first visit; empty when nobody told anything."""
    return list(_told(activity))


def _told(activity: Activity) -> Iterator[str]:
    if activity.trial in TRIAL:
        yield str(TRIAL[activity.trial])
    for companion in BESIDE_YOU:
        if companion in activity.companion:
            yield str(COMPANION[companion])
    for name in FIRST_TIME:
        told = getattr(activity, name)
        if told:
            yield str(YES[name])
        elif told is False and name in NO:
            yield str(NO[name])
    if activity.equipment in EQUIPMENT:
        yield str(EQUIPMENT[activity.equipment])
