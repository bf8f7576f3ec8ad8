"""What only a browser can tell: the way to the first result, focus, journeys, bytes. Gauges: test_gauges.py."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_first_result_is_seen_without_scrolling_and_in_ten_steps_of_the_keyboard(
    city_server: str, phone: BrowserContext
) -> None:
    page = phone.new_page()
    page.goto(f"{city_server}/fi/haku/")

    top = page.locator(".card a").first.bounding_box()
    steps = 0
    while not page.evaluate("document.activeElement.closest('.card') !== null"):
        page.keyboard.press("Tab")
        steps += 1
        assert steps < 20

    assert top is not None
    assert top["y"] <= 560
    assert steps - 1 <= 10


def test_focus_is_always_seen(city_server: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(f"{city_server}/fi/haku/")
    unseen: list[Any] = []

    for _ in range(25):
        page.keyboard.press("Tab")
        unseen += page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
            const seen = s.outlineStyle === 'solid' && parseFloat(s.outlineWidth) >= 4 && b.bottom > 0 && b.top < 640;
            return seen || e === document.body ? [] : [e.outerHTML.slice(0, 80)]; }"""
        )

    assert unseen == []


def test_journey_without_scripts_from_the_front_page_to_an_activity(city_server: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{city_server}/fi/")

    page.get_by_role("link", name="Liikuntaa").click()
    page.get_by_role("link", name="Tuolijumppa").click()
    there = page.get_by_role("heading", level=1).inner_text()
    page.locator(".languages summary").click()
    page.get_by_role("link", name="English").click()
    in_english = page.get_by_role("heading", level=1).inner_text()
    page.go_back()
    back = page.get_by_role("heading", level=1).inner_text()
    context.close()

    assert (there, in_english, back) == ("Tuolijumppa", "Chair exercise", "Tuolijumppa")


def test_criteria_form_without_scripts_keeps_what_was_chosen(city_server: str, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{city_server}/fi/haku/?q=jumppa")

    page.get_by_text("Valitse ehtoja").click()
    page.get_by_label("Liikunta").check()
    page.get_by_role("button", name="Näytä tulokset").click()
    chips = page.locator(".chips a").all_inner_texts()
    url = page.url
    context.close()

    assert [" ".join(chip.split()) for chip in chips] == ["Poista ”jumppa” ×", "Poista Liikunta ×", "Poista kaikki"]
    assert "category=sport" in url


def test_first_visit_is_two_requests_to_our_own_host_within_fourteen_kilobytes(
    city_server: str, phone: BrowserContext
) -> None:
    page = phone.new_page()
    sizes: list[int] = []
    requested: list[str] = []
    session = phone.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.on("request", lambda request: requested.append(request.url))

    page.goto(f"{city_server}/fi/haku/", wait_until="networkidle")

    own = [url for url in requested if not url.startswith("data:")]
    assert len(own) == 2
    assert all(url.startswith(city_server) for url in own)
    # The test server sends the style sheet as it is; a real one sends it compressed (test_stylesheet.py).
    assert 0 < min(size for size in sizes if size) <= 8 * 1024
