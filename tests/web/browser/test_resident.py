"""What only a browser can tell: accessibility, sideways scroll, sizes of targets, order of focus, bytes."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests.web.resident.city import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
URLS = {
    **{page: urls["fi"] for page, urls in PAGES.items()},
    "results in Swedish": "/sv/sok/?category=sport&category=advice&weekday=2",
    "activity in English": PAGES["activity"]["en"],
    "nothing found": "/fi/haku/?q=qwxzq",
    "words in Arabic": "/fi/sanat/elamantilanteet/?in=ar",
    "languages": "/",
    "lost": "/fi/zzz/",
}

# The boxes of all that can be tapped, but links inside a sentence, which WCAG 2.5.8 leaves out.
TARGETS = """() => [...document.querySelectorAll('a, button, summary, label, select, input')]
  .filter(e => e.checkVisibility() && e.className !== 'skip' && e.type !== 'hidden')
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline' && e.closest('p, li, td, dd')))
  .map(e => [e.textContent.trim().slice(0, 40) || e.name, e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"""
# What sticks out, when the page can be scrolled sideways.
OVER_THE_EDGE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && (box.right > root.clientWidth + .5 || box.left < -.5);
  }).map(e => e.outerHTML.slice(0, 120));
}"""
# Digits that belong together must stand in their order on the screen, whatever the direction of the page.
DIGITS_ASTRAY = r"""() => {
  const astray = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    for (const match of node.data.matchAll(/\d+[ –.:-]\d[\d –.:-]*/g)) {
      let last = null;
      for (let i = 0; i < match[0].length; i++) {
        if (!/\d/.test(match[0][i])) continue;
        const range = document.createRange();
        range.setStart(node, match.index + i); range.setEnd(node, match.index + i + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) break;
        if (last && Math.abs(last.y - box.y) < 2 && box.x < last.x) { astray.push(match[0]); break; }
        last = box;
      }
    }
  }
  return astray;
}"""
RULE = "document.styleSheets[0].insertRule('@media all { %s }')"
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
WAYS = {
    "small phone": (320, "0"),
    "from the right": (320, "document.documentElement.dir = 'rtl'"),
    "spaced out": (360, RULE % SPACED),
    "twice as big": (640, RULE % "html { font-size: 200% !important }"),
}


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    # Folded parts are pages of their own to a reader: everything is open while it is judged.
    page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")
    return page


@pytest.mark.parametrize("url", URLS.values(), ids=URLS)
def test_page_has_no_accessibility_finding(city_server: str, phone: BrowserContext, url: str) -> None:
    page = opened(phone, city_server + url)

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response

    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
    assert {v["id"]: [n["html"] for n in v["nodes"]] for v in found["incomplete"] if v["id"] not in EXPLAINED} == {}


# What axe leaves to a person, and what a person found. Contrasts are all in test_stylesheet.py.
EXPLAINED = {
    "color-contrast": "axe cannot judge text beside the small pictures of a card, which lie in its empty margin",
    "color-contrast-enhanced": "the same",
}


@pytest.mark.parametrize("url", URLS.values(), ids=URLS)
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_page_never_scrolls_sideways(city_server: str, phone: BrowserContext, url: str, way: tuple[int, str]) -> None:
    page = opened(phone, city_server + url)
    width, change = way

    page.set_viewport_size({"width": width, "height": 640})
    page.evaluate(change)

    assert page.evaluate(OVER_THE_EDGE) == []


@pytest.mark.parametrize("url", URLS.values(), ids=URLS)
def test_every_target_is_large_enough(city_server: str, phone: BrowserContext, url: str) -> None:
    page = opened(phone, city_server + url)

    assert page.evaluate(TARGETS) == []


@pytest.mark.parametrize("url", URLS.values(), ids=URLS)
def test_digits_keep_their_order_from_the_right(city_server: str, phone: BrowserContext, url: str) -> None:
    page = opened(phone, city_server + url)

    page.evaluate("document.documentElement.dir = 'rtl'")

    assert page.evaluate(DIGITS_ASTRAY) == []


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
