"""An entry that does not work out, and the form for mistakes with and without one, as they stand in a browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext

from tarjotin.people.models import Report
from tests import make
from tests.web.browser.gauges import axe_findings
from tests.web.resident.city import PAGES, build


@pytest.fixture
def full_city(browser: Browser, live_server: Any, index: Callable[[], None]) -> str:
    """The address of a server with the small city, where the next time of the activity is full."""
    city = build()
    told = {"places_left": 0, "places_left_at": make.NOW, "closes_at": make.NOW + timedelta(hours=1)}
    city.activity.sessions.filter(starts_at__lt=make.NOW + timedelta(days=1)).update(**told)
    make.tag(make.activity(name="Venyttely", place=city.place), code="sport")
    index()
    return str(live_server.url)


@pytest.mark.parametrize("language", ["fi", "ar"])
def test_full_activity_has_no_finding(full_city: str, phone: BrowserContext, language: str) -> None:
    url = full_city + PAGES["activity"][language]

    page = phone.new_page()
    page.goto(url)

    assert page.locator("#instead").count() == 1
    assert axe_findings(phone, url) == {}


def test_mistake_is_told_without_scripts_after_one_that_was_corrected(full_city: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(full_city + PAGES["activity"]["fi"])

    page.get_by_role("link", name="Onko tällä sivulla virhe?").click()
    page.get_by_label("Kerro lisää").fill("Alkaa jo kello 13.")
    page.get_by_role("button", name="Lähetä viesti").click()
    asked = page.get_by_role("alert").inner_text()
    page.get_by_label("Aika on väärin").check()
    page.get_by_role("button", name="Lähetä viesti").click()
    thanked = page.get_by_role("heading", level=1).inner_text()
    context.close()

    assert (asked.splitlines()[-1].strip(), thanked) == ("Valitse, mikä on väärin.", "Kiitos, kun kerroit")
    assert list(Report.objects.values_list("what", "text")) == [("time", "Alkaa jo kello 13.")]
