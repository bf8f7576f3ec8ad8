"""Totals of a day are forgotten when they are old."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tarjotin.impact import arrivals
from tarjotin.impact.models import ArrivalDay
from tests import make

pytestmark = pytest.mark.django_db

TODAY = make.NOW.date()


def test_numbers_older_than_three_years_are_forgotten() -> None:
    for days in (0, 1_000, 1_098, 2_000):
        arrivals.count("portal", today=TODAY - timedelta(days=days))

    arrivals.forget(today=TODAY)

    kept = ArrivalDay.objects.order_by("arrived_on").values_list("arrived_on", flat=True)
    assert [(TODAY - day).days for day in kept] == [1_000, 0]
