"""Which texts are read as weekly hours, and which stay a note."""

from __future__ import annotations

from datetime import time

import pytest

from tarjotin.catalogue.records import HoursRecord
from tarjotin.sources.opening_hours import weekly_hours

DAYS = ("ma", "ti", "ke", "to", "pe", "la", "su")


def written(hours: tuple[HoursRecord, ...]) -> str:
    return " ".join(
        f"{DAYS[each.weekday - 1]}:{'closed' if each.closed else f'{each.opens:%H.%M}-{each.closes:%H.%M}'}"
        for each in hours
        if each.weekday and (each.closed or (each.opens and each.closes))
    )


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("ma-ke 9-17", "ma:09.00-17.00 ti:09.00-17.00 ke:09.00-17.00"),
        ("ma, ke 6.30–20", "ma:06.30-20.00 ke:06.30-20.00"),
        ("ti ja to klo 10:15 - 12", "ti:10.15-12.00 to:10.15-12.00"),
        ("avoinna pe 08-19, suljettu la-su", "pe:08.00-19.00 la:closed su:closed"),
        ("Aukioloajat:\nma 8.30-16\nla 10-14\nsu suljettu", "ma:08.30-16.00 la:10.00-14.00 su:closed"),
        ("• ma 9-12\n• ti 9-12", "ma:09.00-12.00 ti:09.00-12.00"),
        ("Avoinna ma klo 10-14, ti klo 12-14 ja pe klo 12-14.", "ma:10.00-14.00 ti:12.00-14.00 pe:12.00-14.00"),
        ("ma 9-11 ja 13-15", "ma:09.00-11.00 ma:13.00-15.00"),
        ("viikonloppuisin 10-16", "la:10.00-16.00 su:10.00-16.00"),
        ("maanantaisin klo 9-24", "ma:09.00-23.59"),
        ("to-su suljettu", "to:closed pe:closed la:closed su:closed"),
        ("pe ympäri vuorokauden", "pe:00.00-23.59"),
    ],
)
def test_weekly_hours_of_a_regular_text_gives_each_day(text: str, hours: str) -> None:
    assert written(weekly_hours(text)) == hours


def test_weekly_hours_every_day_gives_seven_spans() -> None:
    assert weekly_hours("avoinna joka päivä 06-22") == tuple(HoursRecord(day, time(6), time(22)) for day in range(1, 8))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Aukioloajat",
        "ma-pe",
        "ma-pe 9-",
        "9-15",
        "pe-ma 9-12",
        "ma 15-9",
        "ma 9-15, ma suljettu",
        "ma 9-15, ma 14-18",
        "suljettu",
        "26.5. Suljetaan klo 17.00",
        "1.6.-31.8. ma-pe 9-15",
        "Avoinna alkaen 2.1.2025 ma-pe 9-15",
        "Kausi ma-su 8.00-22.00",
        "ma-pe klo 8.00-16.00 puhelinaika",
        "Naiset ma 12.00-20.00",
        "ma-pe 9-17 " + "• " * 100,
    ],
)
def test_weekly_hours_of_a_text_with_anything_else_in_it_gives_nothing(text: str) -> None:
    assert weekly_hours(text) == ()
