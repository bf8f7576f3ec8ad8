"""Activities in the shape of Lähellä.fi's admin service, with as much as a test needs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tarjotin.common.time import HELSINKI

Raw = dict[str, Any]
KEY, CHANNEL = "970101", "channel-1"


def ms(*moment: int) -> int:
    """A Helsinki wall-clock time as milliseconds: `ms(2026, 11, 24, 18, 0)`."""
    return int(datetime(*moment, tzinfo=HELSINKI).timestamp()) * 1000  # type: ignore[misc, arg-type]


def html(text: str) -> str:
    return f'<p dir="ltr">{text}</p>'


def weekly(*days: tuple[int, str, str], period: str = "P1W", start: int = ms(2026, 11, 23), **more: Any) -> Raw:
    times = [{"weekday": day, "startTime": opens, "endTime": closes} for day, opens, closes in days]
    recurrence = {"period": period, "end": ms(2027, 5, 15), "daySpecificTimes": times, "exclude": [], **more}
    return {"start": start, "timeZone": "Europe/Helsinki", "type": "4", "recurrence": recurrence}


def channel(*events: Raw, **more: Any) -> Raw:
    return {
        "id": CHANNEL,
        "type": ["place"],
        "accessibility": [],
        "map": {"center": {"type": "Point", "coordinates": [24.9536, 60.1837]}, "zoom": 16},
        "translations": {
            "fi": {
                "address": {"street": "Viides linja 11", "postalCode": "00530", "city": "Helsinki"},
                "summary": html("Kallion kirjasto"),
            },
            "sv": {"address": {"street": "Femte linjen 11", "postalCode": "00530", "city": "Helsingfors"}},
        },
        "events": list(events),
        **more,
    }


def group(**traits: Any) -> Raw:
    return {
        "_key": "g-1",
        "traits": {
            "translations": {"fi": {"name": "Kotikulman Naapurit ry"}},
            "businessId": "3400102-8",
            "type": "association",
            **traits,
        },
    }


def activity(*channels: Raw, status: str = "published", tags: Any = None, groups: Any = None, **traits: Any) -> Raw:
    return {
        "_key": KEY,
        "status": status,
        "tags": tags or {},
        "traits": {
            "type": "hobby",
            "translations": {
                "fi": {"name": "Avoin kahvi", "summary": html("Tule kahville."), "description": html("Jutellaan.")},
                "en": {"name": "Open coffee"},
            },
            "channels": list(channels),
            **traits,
        },
        "links": {"groups": [group()] if groups is None else groups},
    }


def place_payload(channel: Raw) -> Raw:
    return {"channel": channel, "activity_key": KEY}
