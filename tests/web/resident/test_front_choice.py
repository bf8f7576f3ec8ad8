"""What the front page puts first: by the hour, the weekday and the season."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tarjotin.web.resident.front_choice import Candidate, Moment, doors_at, first_of, moment_of

NOW = datetime(2026, 11, 24, 12)
PLAIN = Moment("afternoon", "between", weekend=False)
WINTER = Moment("afternoon", "winter", weekend=False)
SUMMER = Moment("afternoon", "summer", weekend=False)


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ("2026-11-24T04:59", Moment("night", "winter", False)),
        ("2026-11-24T05:00", Moment("morning", "winter", False)),
        ("2026-11-24T11:00", Moment("afternoon", "winter", False)),
        ("2026-11-27T15:59", Moment("afternoon", "winter", False)),
        ("2026-11-27T16:00", Moment("evening", "winter", True)),
        ("2026-04-11T12:00", Moment("afternoon", "between", True)),
        ("2026-06-14T19:59", Moment("evening", "summer", True)),
        ("2026-06-15T20:00", Moment("night", "summer", False)),
    ],
)
def test_moment_of_a_time(at: str, moment: Moment) -> None:
    assert moment_of(datetime.fromisoformat(at)) == moment


@pytest.mark.parametrize(
    ("at", "first"),
    [
        ("2026-11-24T09:00", ("today", "indoors", "sport")),
        ("2026-11-24T17:00", ("tonight", "indoors", "sport")),
        ("2026-11-24T22:00", ("tomorrow", "indoors", "sport")),
        ("2026-11-28T12:00", ("weekend", "indoors", "sport")),
        ("2026-11-28T22:00", ("tomorrow", "indoors", "sport")),
        ("2026-05-05T12:00", ("today", "drop_in", "sport")),
        ("2026-07-07T12:00", ("today", "outdoors", "nature")),
    ],
)
def test_doors_that_come_first(at: str, first: tuple[str, ...]) -> None:
    found = doors_at(moment_of(datetime.fromisoformat(at)))

    assert found[:3] == first
    assert len(set(found)) == len(found) == 14


def coming(key: str, hours: float = 1, **told: object) -> Candidate[str]:
    return Candidate(key, NOW + timedelta(hours=hours), **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("moment", "candidates", "first"),
    [
        (PLAIN, [coming("later", 5), coming("sooner", 1)], "sooner"),
        (PLAIN, [coming("far", distance_m=6_000), coming("near", distance_m=300)], "near"),
        (PLAIN, [coming("sign up"), coming("just come", drop_in=True)], "just come"),
        (PLAIN, [coming("costs"), coming("free", free=True)], "free"),
        (WINTER, [coming("out", setting="outdoor"), coming("in", setting="indoor")], "in"),
        (SUMMER, [coming("in", setting="indoor"), coming("swim", setting="water")], "swim"),
        (PLAIN, [coming("another town", distance_m=30_000), coming("here", 20, distance_m=500)], "here"),
    ],
)
def test_what_comes_first_of_two(moment: Moment, candidates: list[Candidate[str]], first: str) -> None:
    assert first_of(candidates, moment, NOW, 1) == [first]


def test_many_kinds_come_before_more_of_one_and_stand_by_their_time() -> None:
    candidates = [
        coming("gym", 1, category="sport", drop_in=True),
        coming("swim", 2, category="sport", drop_in=True),
        coming("choir", 5, category="culture"),
        coming("soup", 3, category="food"),
    ]

    assert first_of(candidates, PLAIN, NOW, 3) == ["gym", "soup", "choir"]


def test_what_is_far_comes_when_too_little_is_near() -> None:
    candidates = [coming("near", distance_m=300), coming("far", 2, distance_m=20_000), coming("untold", 3)]

    assert first_of(candidates, PLAIN, NOW, 3) == ["near", "far", "untold"]
    assert first_of([], PLAIN, NOW, 3) == []
