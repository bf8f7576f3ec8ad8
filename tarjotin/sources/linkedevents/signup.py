"""The sign-up of an event by its fields: `registration`, enrolment times, the older `extension_course`. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.linkedevents.fields import addresses, masked, moment, whole
from tarjotin.sources.linkedevents.times import Span
from tarjotin.sources.raw import mapping

LATEST_CLOSE = timedelta(days=400)
CLOSES_TOO_LATE = "sign-up end dropped: after the end of the event"


@dataclass(frozen=True, slots=True)
class SignUp:
    """`exists`: the source has a sign-up, so one must sign up; `None` in a number means not told or no limit."""

    exists: bool = False
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    capacity: int | None = None
    places_left: int | None = None
    places_left_at: datetime | None = None
    queue_left: int | None = None
    min_age: int | None = None
    max_age: int | None = None
    url: LocalisedText = EMPTY
    instructions: LocalisedText = EMPTY
    flags: tuple[str, ...] = ()


def registration_of(raw: dict[str, Any]) -> dict[str, Any]:
    """The registration of the event, else the one of its series, which `fetch` joins: one signs up for all of it."""
    return mapping(raw.get("registration")) or mapping(mapping(raw.get("super_event")).get("registration"))


def read_sign_up(raw: dict[str, Any], span: Span | None) -> SignUp:
    """The first place that tells a value: registration, the event itself, the course extension of the older API."""
    registration, course = registration_of(raw), mapping(raw.get("extension_course"))
    places = (registration, raw, course)
    opens_at, closes_at = _first_moment(places, "enrolment_start_time"), _first_moment(places, "enrolment_end_time")
    kept = _close_within(closes_at, span)
    left = _first_whole(places, "remaining_attendee_capacity")
    instructions, _ = masked(registration.get("instructions"))
    return SignUp(
        exists=bool(raw.get("registration") or registration)
        or any(told is not None for told in (opens_at, closes_at, left)),
        opens_at=opens_at,
        closes_at=kept,
        capacity=_first_whole(places, "maximum_attendee_capacity") or None,
        places_left=left,
        places_left_at=_told_at(raw, registration) if left is not None else None,
        queue_left=whole(registration.get("remaining_waiting_list_capacity")),
        min_age=whole(registration.get("audience_min_age"), most=120),
        max_age=whole(registration.get("audience_max_age"), most=120),
        url=addresses(registration.get("signup_url")),
        instructions=instructions,
        flags=(CLOSES_TOO_LATE,) if closes_at and not kept and not raw.get("super_event") else (),
    )


def _told_at(raw: dict[str, Any], registration: dict[str, Any]) -> datetime | None:
    """When the number of places was written: no later than this record's last change."""
    return moment(registration.get("last_modified_time")) or moment(raw.get("last_modified_time"))


def _close_within(closes_at: datetime | None, span: Span | None) -> datetime | None:
    """An importer writes the year 2079 for "open all the time": what lies after the event is no closing time."""
    if closes_at is None or span is None:
        return closes_at
    is_late = closes_at > span.over_at if span.ends_at else closes_at - span.starts_at > LATEST_CLOSE
    return None if is_late else closes_at


def _first_moment(places: tuple[dict[str, Any], ...], name: str) -> datetime | None:
    return next((found for place in places if (found := moment(place.get(name)))), None)


def _first_whole(places: tuple[dict[str, Any], ...], name: str) -> int | None:
    return next((found for place in places if (found := whole(place.get(name))) is not None), None)
