"""My list in a real browser: kept without a network, carried without scripts, printed on one sheet."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext
from pypdf import PdfReader

from tarjotin.guidance.models import Plan
from tests import make
from tests.web.resident.lists import coded

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OWN = "/fi/lista/K7M-2QX/"
KEPT = "caches.open('tarjotin-list').then(c => c.keys()).then(k => k.map(r => new URL(r.url).pathname))"
LEFT = "Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(all => all.map(a => a.length))"


def test_list_is_kept_on_the_phone_only_after_a_tap_and_can_be_read_without_a_network(
    city_server: str, phone: BrowserContext
) -> None:
    page = phone.new_page()
    page.goto(city_server + OWN)
    page.get_by_role("link", name="Pidä lista tässä puhelimessa").click()
    page.get_by_text("Listaa ei ole tässä puhelimessa.").wait_for()
    before = page.evaluate("caches.keys()")

    page.get_by_role("button", name="Tallenna tähän puhelimeen").click()
    page.get_by_text("Lista on nyt tässä puhelimessa.").wait_for()
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    kept = page.evaluate(KEPT)
    phone.set_offline(True)
    page.goto(f"{city_server}/fi/lista/")
    offline = page.locator("ol.mine").inner_text()
    phone.set_offline(False)

    assert before == []
    assert [re.sub(r"\.\w+\.css", ".css", path) for path in kept] == [OWN, "/static/tarjotin.css"]
    assert "Tuolijumppa" in offline


def test_kept_list_is_taken_away_by_a_tap(city_server: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(f"{city_server}{OWN}?keep=1")
    page.get_by_role("button", name="Tallenna tähän puhelimeen").click()
    page.get_by_text("Lista on nyt tässä puhelimessa.").wait_for()

    page.get_by_role("button", name="Poista tästä puhelimesta").click()
    page.get_by_text("Listaa ei ole tässä puhelimessa.").wait_for()

    left = page.evaluate(LEFT)
    assert left == [0, 0]


def test_emptying_takes_the_kept_copy_away_too(city_server: str, phone: BrowserContext) -> None:
    page = phone.new_page()
    page.goto(f"{city_server}{OWN}?keep=1")
    page.get_by_role("button", name="Tallenna tähän puhelimeen").click()
    page.get_by_text("Lista on nyt tässä puhelimessa.").wait_for()

    page.get_by_role("button", name="Tyhjennä ja poistu").click()
    page.get_by_text("Lista on poistettu.").wait_for()

    assert page.evaluate("caches.keys()") == []
    assert Plan.objects.count() == 0


def test_journey_without_scripts_keeps_a_list_and_opens_it_elsewhere_by_its_code(
    city_server: str, browser: Browser
) -> None:
    mine, other = (
        browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640}) for _ in range(2)
    )
    page = mine.new_page()
    page.goto(f"{city_server}/fi/haku/?q=tuolijumppa")
    page.get_by_role("button", name="Laita listalle").click()
    page.get_by_role("link", name="Takaisin siihen, missä olit").click()
    back = page.url
    page.get_by_role("link", name="Oma lista").click()
    code = page.locator(".out .number").inner_text()

    there = other.new_page()
    there.goto(f"{city_server}/fi/lista/")
    there.get_by_label("Kirjoita koodi").fill(code.lower().replace("-", " "))
    there.get_by_role("button", name="Avaa lista").click()
    elsewhere = there.locator("ol.mine h2").all_inner_texts()
    mine.close()
    other.close()

    assert back == f"{city_server}/fi/haku/?q=tuolijumppa"
    assert elsewhere == ["Tuolijumppa"]


def test_two_of_a_list_are_compared_without_scripts(city_server: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(city_server + OWN)

    page.get_by_label("Vertaa: Tuolijumppa").check()
    page.get_by_label("Vertaa: Velkaneuvonta").check()
    page.get_by_role("button", name="Vertaa merkittyjä").click()
    compared = page.locator("table.compare thead a").all_text_contents()
    context.close()

    assert compared == ["Tuolijumppa", "Velkaneuvonta"]


def busy_week() -> None:
    """Seven sessions and three things without a time: more than most weeks hold."""
    place = make.place(name="Kinaporin monipuolinen palvelukeskus")
    names = (
        "Tuolijumppa ja tanssi",
        "Kuoro",
        "Yhteinen lounas",
        "Kävelyryhmä",
        "Shakki",
        "Keskustelupiiri",
        "Laulu",
    )
    things = [make.activity(name=name, place=place, register_phone="+358931044556") for name in names]
    for day, thing in enumerate(things):
        make.session(activity=thing, starts_at=make.NOW + timedelta(days=day - 1), minutes=90)
    coded(*things, *(make.service(name=f"Neuvontapiste {n}") for n in range(3)), code="K7M2QC")


@pytest.mark.parametrize(("size", "least"), [("", 14), ("?size=big", 18)])
def test_week_is_printed_on_one_sheet_in_large_type(
    city_server: str, phone: BrowserContext, size: str, least: int
) -> None:
    busy_week()
    page = phone.new_page()
    page.goto(f"{city_server}/fi/viikko/K7M-2QC/{size}")

    sheets = len(PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    page.emulate_media(media="print")
    sizes: list[Any] = page.evaluate(
        """() => [...document.querySelectorAll('.sheet *')].filter(e => e.checkVisibility() && e.closest('svg') === null
           && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && !e.closest('.hidden'))
          .map(e => Math.round(parseFloat(getComputedStyle(e).fontSize) * .75 * 10) / 10)"""
    )
    square = page.evaluate("document.querySelector('.qr').getBoundingClientRect().width / 96 * 25.4")

    assert sheets == 1
    assert min(sizes) >= least
    assert square >= 30 * 33 / 25
