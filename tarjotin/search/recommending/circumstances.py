"""How an entry suits where somebody is, when they can come and what they speak."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tarjotin.common.distance import walking_metres
from tarjotin.search.recommending import weights
from tarjotin.search.recommending.first_steps import is_by_phone, is_online
from tarjotin.search.recommending.needs import Needs
from tarjotin.search.recommending.parts import Part
from tarjotin.search.recommending.suggestion import Fact
from tarjotin.search.recommending.verdicts import Verdict, suiting, verdict, when
from tarjotin.words.thesaurus import Criterion

if TYPE_CHECKING:
    from tarjotin.search.index.schema import Stored

DAY_S = 86_400
NO_PART = Part()


def placed(row: Stored, needs: Needs) -> Part:
    if needs.near is None:
        return NO_PART
    metres = on_foot(row, needs)
    if metres is None:
        is_anywhere = row.kind != "activity" or is_online(row) or is_by_phone(row)
        return Part(weights.ANYWHERE) if is_anywhere else Part(doubts=(Fact("distance"),))
    points = sum(worth for limit, worth in weights.NEAR if metres <= limit)
    told = (Fact("distance", (str(metres),)),)
    if needs.within_m is not None and metres > needs.within_m and not is_online(row):
        return Part(points, differs=told, fits=False)
    return Part(points, told if points else ())


def on_foot(row: Stored, needs: Needs) -> int | None:
    """Metres to the nearest of its places."""
    if needs.near is None or not row.points:
        return None
    return round(min(walking_metres(needs.near, point) for point in row.points))


def timed(row: Stored, needs: Needs) -> Part:
    if not needs.weekdays and not needs.times:
        return NO_PART
    match when(row, needs.weekdays, needs.times):
        case Verdict.HOLDS:
            return Part(weights.SUITING_TIME, (Fact("when", suiting(row, needs.weekdays, needs.times)),))
        case Verdict.UNTOLD:
            return Part(doubts=(Fact("when", (*needs.weekdays, *needs.times)),))
        case _:
            return Part(differs=(Fact("when", row.slots),), fits=False)


def spoken(row: Stored, needs: Needs) -> Part:
    if not needs.language:
        return NO_PART
    match verdict(row, Criterion("language", (needs.language,))):
        case Verdict.HOLDS:
            return Part(weights.OWN_LANGUAGE, (Fact("language", (needs.language,)),))
        case Verdict.UNTOLD:
            return Part(doubts=(Fact("language", (needs.language,)),))
        case _:
            return Part(weights.OTHER_LANGUAGE, differs=(Fact("language", row.options["language"]),), fits=False)


def soon(row: Stored, now: datetime) -> Part:
    if row.kind != "activity":
        return Part(weights.ANY_TIME)
    start = next_start(row.starts, now)
    if start is None:
        return NO_PART
    days = (start - now.timestamp()) / DAY_S
    points = sum(worth for limit, worth in weights.SOON if days <= limit)
    moment = datetime.fromtimestamp(start, UTC).isoformat()
    return Part(points, (Fact("soon", (moment,)),)) if points else NO_PART


def next_start(starts: Sequence[int], now: datetime) -> int | None:
    return min((start for start in starts if start >= now.timestamp()), default=None)
