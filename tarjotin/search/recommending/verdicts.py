"""What an entry tells of what is asked: it holds, it is denied, or nobody tells."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from tarjotin.search.document import UNKNOWN
from tarjotin.search.recommending.needs import Needs
from tarjotin.words.thesaurus import Criterion

if TYPE_CHECKING:
    from tarjotin.search.index.schema import Stored

# Groups in which what is told says nothing of what is not: that it suits a knee says nothing of a back.
OPEN = ("limit", "access", "companion", "discount")
# What services and places have not, so that nobody needs to ask about it.
OF_ACTIVITIES = (
    *("rhythm", "entry", "gender", "group_size", "peer_support", "beginners", "fitness", "seated", "setting"),
    *(
        "trial",
        "led_by",
        "equipment",
        "food",
        "companion",
        "discount",
        "newcomers",
        "alone_ok",
        "quiet_ok",
        "discreet_ticket",
    ),
)
TIMED = ("weekday", "time")


class Verdict(Enum):
    HOLDS = "holds"
    DENIED = "denied"
    UNTOLD = "untold"


def verdict(row: Stored, asked: Criterion, beside: Sequence[Criterion] = ()) -> Verdict:
    """Weekdays and times of day that are asked `beside` each other belong together."""
    if asked.group in TIMED:
        both = {each.group: each.options for each in (*beside, asked) if each.group in TIMED}
        return when(row, both.get("weekday", ()), both.get("time", ()))
    has = told(row, asked.group)
    if has & set(asked.options):
        return Verdict.HOLDS
    is_untold = not has or UNKNOWN in has or asked.group in OPEN
    return Verdict.UNTOLD if is_untold else Verdict.DENIED


def told(row: Stored, group: str) -> set[str]:
    return {row.kind} if group == "kind" else set(row.options.get(group, ()))


def when(row: Stored, weekdays: Sequence[str], times: Sequence[str]) -> Verdict:
    if suiting(row, weekdays, times):
        return Verdict.HOLDS
    may_be = any(
        _is_one_of(day, (*weekdays, UNKNOWN), weekdays) and _is_one_of(time, (*times, UNKNOWN), times)
        for day, time in _pairs(row)
    )
    return Verdict.UNTOLD if may_be else Verdict.DENIED


def suiting(row: Stored, weekdays: Sequence[str], times: Sequence[str]) -> tuple[str, ...]:
    """Its weekdays and times of day that are among these; where none are named, every told one is."""
    return tuple(
        f"{day}-{time}"
        for day, time in _pairs(row)
        if _is_one_of(day, weekdays, weekdays) and _is_one_of(time, times, times) and (day, time) != (UNKNOWN, UNKNOWN)
    )


def _is_one_of(told: str, fitting: Sequence[str], asked: Sequence[str]) -> bool:
    return not asked or told in fitting


def _pairs(row: Stored) -> list[tuple[str, str]]:
    parts = (slot.partition("-") for slot in row.slots or (f"{UNKNOWN}-{UNKNOWN}",))
    return [(day, time) for day, _, time in parts]


def is_allowed(row: Stored, needs: Needs) -> bool:
    """No hard limit is broken, and it was not tried before."""
    if row.id in needs.rejected:
        return False
    holds = all(verdict(row, each, needs.must_hold) is Verdict.HOLDS for each in needs.must_hold)
    return holds and all(
        verdict(row, each, needs.must_not_be_denied) is not Verdict.DENIED for each in needs.must_not_be_denied
    )


def is_asked(row: Stored, group: str) -> bool:
    """Whether it makes sense to ask somebody about it."""
    return row.kind == "activity" or group not in OF_ACTIVITIES
