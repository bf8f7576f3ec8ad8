"""Messages that a page is wrong: kept without a name, once, and not for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tarjotin.people.models import Report, ReportState
from tarjotin.people.reports import MOST_OPEN, forget, report, set_state
from tests import make

pytestmark = pytest.mark.django_db


def told(**facts: object) -> Report | None:
    usual = {"entity": None, "what": "time", "text": "Alkaa jo kello 9.", "language": "fi", "now": make.NOW} | facts
    return report(usual.pop("entity") or make.activity(), **usual)  # type: ignore[arg-type]


def test_report_is_kept_with_the_page_the_words_and_the_language() -> None:
    activity = make.activity()

    told(entity=activity, text="  Alkaa\n jo   kello 9. ")

    rows = list(Report.objects.values_list("entity", "entity_id", "what", "text", "language", "created_at", "state"))
    assert rows == [("activity", activity.pk, "time", "Alkaa jo kello 9.", "fi", make.NOW, "open")]


def test_report_is_cut_where_the_table_ends() -> None:
    kept = told(text="ä" * 10_000)

    assert kept is not None
    assert len(kept.text) == 500


def test_same_report_twice_is_kept_once_until_it_is_handled() -> None:
    activity = make.activity()
    first = told(entity=activity)

    again = told(entity=activity)
    assert first is not None
    set_state(first, ReportState.DONE)
    later = told(entity=activity)

    assert (again, later is None, Report.objects.count()) == (None, False, 2)


def test_enough_open_reports_of_one_thing_take_no_more() -> None:
    activity = make.activity()
    for number in range(MOST_OPEN + 3):
        told(entity=activity, text=f"Kello {number}")

    told(text="Toisen sivun aika on väärin.")

    assert Report.objects.count() == MOST_OPEN + 1


def test_reports_are_forgotten_after_half_a_year_handled_or_not() -> None:
    old = told(now=make.NOW - timedelta(days=181))
    told(text="Kiinni", now=make.NOW - timedelta(days=181))
    fresh = told(text="Auki", now=make.NOW - timedelta(days=179))
    assert old is not None
    set_state(old, ReportState.DONE)

    gone = forget(now=make.NOW)

    assert (gone, list(Report.objects.all())) == (2, [fresh])
