"""The staff pages in a browser: accessible, within their content security policy, on a phone, and by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tarjotin.search.suggesting import forget
from tarjotin.sources.models import Candidate
from tarjotin.sources.replay.server import ReplayServer
from tests.sources import payloads
from tests.sources.importing import NOW, run
from tests.web.browser.gauges import OVER_THE_EDGE
from tests.web.staff.desk import Desk, client_of, events, pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def desk(browser: Browser, live_server: Any, tmp_path: Path) -> Iterator[Desk]:
    with ReplayServer(payloads.linked_events(tmp_path / "payloads", events()), now=lambda: NOW) as server:
        run(server, "linkedevents")
        yield Desk(server)


@pytest.fixture
def page(browser: Browser, live_server: Any, desk: Desk) -> Iterator[Page]:
    """Logged in as somebody who may do everything."""
    cookie = client_of(is_superuser=True).cookies["sessionid"]
    context = browser.new_context(locale="fi-FI", base_url=live_server.url)
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    yield context.new_page()
    context.close()


def test_no_page_has_a_barrier_or_breaks_its_policy(desk: Desk, page: Page) -> None:
    broken: list[str] = []
    page.on(
        "console", lambda message: broken.append(message.text) if "Content Security Policy" in message.text else None
    )
    found = {}
    for name, path in pages(desk).items():
        page.goto(f"/yllapito/{path}")
        violations = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
        # Django's own field to search a list has an icon as its label.
        found[name] = [v["id"] for v in violations if v["id"] != "label-title-only"]

    assert (found, broken) == ({name: [] for name in found}, [])


def test_no_page_scrolls_sideways_on_a_phone(desk: Desk, page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    found = {}
    for name, path in pages(desk).items():
        page.goto(f"/yllapito/{path}")
        found[name] = page.evaluate(OVER_THE_EDGE)

    assert found == {name: [] for name in found}


def test_pairs_are_decided_by_keyboard_alone(desk: Desk, page: Page) -> None:
    first, second = desk.candidate(1, 2, score=95), desk.candidate(1, 31, score=80)

    page.goto(f"/yllapito/jono/{first.pk}/")
    page.keyboard.press("Tab")  # the skip link; behind it the two buttons come first
    page.keyboard.press("Enter")
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url(f"**/jono/{second.pk}/#*")
    page.wait_for_selector("#content-start:focus")  # the browser remembers the skip, a moment after the page is there
    page.keyboard.press("Tab")  # so the next pair begins at its buttons
    page.keyboard.press("Enter")
    page.wait_for_url("**/jono/#*")

    states = dict(Candidate.objects.values_list("pk", "state"))
    assert states == {first.pk: "distinct", second.pk: "same"}


def test_suggestions_stand_below_the_search_and_lead_on_by_keyboard(desk: Desk, page: Page) -> None:
    forget()
    page.goto("/yllapito/haku/")

    page.locator("#q").press_sequentially("tuolijum")
    page.wait_for_selector("#suggestions a")
    said = page.locator("#suggestions-said").inner_text()
    violations = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    for key in ("Tab", "Tab", "Enter"):  # past the button, to the first link
        page.keyboard.press(key)
    page.wait_for_url("**/haku/?q=*")

    assert (said, violations) == ("1 ehdotus:", [])
    assert page.locator("#q").input_value() == "tuolijumppa"


def test_suggestions_go_when_nothing_begins_so(desk: Desk, page: Page) -> None:
    page.goto("/yllapito/")
    page.locator("#q").press_sequentially("tuolij")
    page.wait_for_selector("#suggestions a")

    page.locator("#q").press_sequentially("qx")
    page.wait_for_selector("#suggestions:empty", state="attached")

    assert page.locator("#suggestions-said").inner_text() == ""
