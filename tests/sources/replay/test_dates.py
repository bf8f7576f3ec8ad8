from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tarjotin.sources.replay import dates
from tests.sources.replay.conftest import NOW


@pytest.mark.parametrize(
    ("token", "style", "expected"),
    [
        ("@mon+2w 18:00", dates.linked_events, "2026-12-07T16:00:00Z"),
        ("@mon+2w", dates.linked_events, "2026-12-07"),
        ("@sun-1w 09:30", dates.linked_events, "2026-11-22T07:30:00Z"),
        ("@today+3d 18:00", dates.linked_events, "2026-11-27T16:00:00Z"),
        ("@today+3d", dates.linked_events, "2026-11-27"),
        ("@now-2h", dates.linked_events, "2026-11-24T08:00:00Z"),
        ("@now-30m", dates.linked_events, "2026-11-24T09:30:00Z"),
        ("@tue+1w+1d 01:00", dates.linked_events, "2026-12-01T23:00:00Z"),
        ("@mon+2w 18:00", dates.tpr, "2026-12-07T18:00:00"),
        ("@today", dates.tpr, "2026-11-24T00:00:00"),
        ("@mon+2w 18:00", dates.ptv, "2026-12-07T16:00:00"),
        ("@today", dates.ptv, "2026-11-23T22:00:00"),
        ("@mon+2w 18:00", dates.lahella, 1796659200000),
        ("a text for {{@tue+1w}} and {{@today}}", dates.tpr, "a text for 1.12.2026 and 24.11.2026"),
        ("@monday club", dates.tpr, "@monday club"),
        ("info@today.example", dates.tpr, "info@today.example"),
    ],
)
def test_resolve_writes_a_token_as_its_source_writes_times(token: str, style: dates.Style, expected: Any) -> None:
    value = dates.resolve(token, style, NOW)

    assert value == expected


def test_resolve_keeps_the_hour_of_a_weekly_group_across_the_clock_change() -> None:
    week_before_the_change = datetime(2027, 3, 23, 12, 0, tzinfo=UTC)

    values = [dates.resolve(f"@tue+{weeks}w 18:00", dates.linked_events, week_before_the_change) for weeks in (0, 1)]

    assert values == ["2027-03-23T16:00:00Z", "2027-03-30T15:00:00Z"]


def test_resolve_of_a_weekday_gives_the_same_from_monday_to_sunday() -> None:
    days = [datetime(2026, 11, day, 21, 59, tzinfo=UTC) for day in range(23, 30)]

    values = {dates.resolve("@wed+1w 10:00", dates.linked_events, day) for day in days}

    assert values == {"2026-12-02T08:00:00Z"}
    assert dates.resolve("@wed+1w 10:00", dates.linked_events, datetime(2026, 11, 29, 22, 0, tzinfo=UTC)) not in values


@pytest.mark.parametrize("token", ["@mon 25:00", "@mon+2x", "@today 9:00", "@now 10:00", "{{@someday}}"])
def test_resolve_of_a_misspelt_token_tells_so(token: str) -> None:
    with pytest.raises(dates.UnknownToken):
        dates.resolve(token, dates.tpr, NOW)
