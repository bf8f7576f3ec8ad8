from __future__ import annotations

from datetime import UTC, datetime, time

import pytest
from django.utils import translation

from tarjotin.web.formats import open_now
from tests import make

# Tuesdays 9–11 and 12–15, Wednesdays 9–15; in Helsinki it is two hours later than in UTC.
CASES = [
    (datetime(2026, 11, 24, 8, 0, tzinfo=UTC), "Auki nyt, klo 11 asti."),
    (datetime(2026, 11, 24, 9, 0, tzinfo=UTC), "Nyt kiinni. Aukeaa ti 24.11. klo 12."),
    (datetime(2026, 11, 24, 13, 0, tzinfo=UTC), "Nyt kiinni. Aukeaa ke 25.11. klo 9."),
    (datetime(2026, 11, 25, 14, 0, tzinfo=UTC), "Nyt kiinni. Aukeaa ti 1.12. klo 9."),
]


def text(value: object) -> str:
    return str(value).replace('<bdi dir="ltr">', "").replace("</bdi>", "").replace("\xa0", " ")


@pytest.mark.django_db
@pytest.mark.parametrize(("now", "said"), CASES)
def test_line_says_until_when_or_from_when(now: datetime, said: str) -> None:
    channel = make.channel(service=make.service(), value="+358931044556")
    make.hours(channel=channel, weekday=2, opens=time(12), closes=time(15))
    make.hours(channel=channel, weekday=2, opens=time(9), closes=time(11))
    make.hours(channel=channel, weekday=3, opens=time(9), closes=time(15))

    with translation.override("fi"):
        found = open_now.line(open_now.state(channel.hours.all(), now), "fi")

    assert text(found) == said


@pytest.mark.django_db
def test_line_of_a_desk_that_never_closes_says_so() -> None:
    channel = make.channel(service=make.service(), value="116117")
    for weekday in range(1, 8):
        make.hours(channel=channel, weekday=weekday, opens=time(0), closes=time(23, 59))

    with translation.override("fi"):
        found = open_now.line(open_now.state(channel.hours.all(), make.NOW), "fi")

    assert found == "Auki nyt, koko vuorokauden."


@pytest.mark.django_db
def test_line_without_hours_says_that_nobody_told_and_not_that_it_is_closed() -> None:
    channel = make.channel(service=make.service(), value="+358931044556")
    make.hours(channel=channel, note="Ajanvarauksella.")

    with translation.override("fi"):
        assert open_now.line(open_now.state(channel.hours.all(), make.NOW), "fi") == (
            "Aukioloa ei ole kerrottu. Kysy puhelimella."
        )
