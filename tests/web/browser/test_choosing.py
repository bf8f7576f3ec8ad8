"""From a few questions to suggestions and a human, on a small phone and without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import make
from tests.web.browser.gauges import axe_findings, findings
from tests.web.resident.city import build, texts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ENDS = {
    "fi": "/fi/auta-valitsemaan/?step=6&good=move&hinder=seated&begin=talk&begin=along&begin=self",
    "ar": "/ar/help-me-choose/?step=6&good=move&hinder=seated&begin=call&begin=guide&from=Kallio",
}


@pytest.fixture
def tray(browser: Browser, live_server: Any, index: Callable[[], None]) -> str:
    """The address of a server with a desk that is open now, seated exercise at noon and in the morning, and a buddy."""
    build()
    noon, morning = make.NOW + timedelta(days=1), make.NOW + timedelta(days=1, hours=-4)
    for name, starts_at in (("Tuolijooga", noon), ("Aamun tuolijumppa", morning)):
        row = make.activity(name=name, seated_option=True, place=make.place())
        make.session(activity=row, starts_at=starts_at)
    buddy = make.activity(name="Kävelykaveri", companion=["buddy"])
    make.session(activity=buddy, starts_at=noon)
    summary = texts("Neuvontaa kaupungin palveluista", "Råd om stadens tjänster", "Advice on the city's services")
    desk = make.service(name="Helsinki-info", summary=summary, kind="guidance_desk")
    make.tag(desk, code="advice")
    channel = make.channel(service=desk, value="+358931011111")
    make.hours(channel=channel, weekday=2, opens=time(8), closes=time(20))
    index()
    return str(live_server.url)


@pytest.fixture
def plain_phone(browser: Browser) -> Iterator[BrowserContext]:
    """A small phone that runs no scripts."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640}, locale="fi-FI")
    yield context
    context.close()


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_lonely_older_person_finds_seated_exercise_after_the_morning_and_a_desk(
    tray: str, plain_phone: BrowserContext
) -> None:
    page = plain_phone.new_page()
    page.goto(f"{tray}/fi/auta-valitsemaan/")

    page.get_by_label("Liikkua kevyesti").check()
    page.get_by_role("button", name="Jatka").click()
    page.get_by_label("Ei ainakaan aamulla").check()
    page.get_by_role("button", name="Jatka").click()
    page.get_by_label("Asema tai kaupunginosa").fill("Kallio")
    page.get_by_role("button", name="Jatka").click()
    page.get_by_label("Pitää voida istua").check()
    page.get_by_role("button", name="Jatka").click()
    page.get_by_label("Haluan ensin puhua jonkun kanssa").check()
    page.get_by_role("button", name="Jatka").click()

    names = [name.strip() for name in page.locator("main > .cards h2").all_inner_texts()]
    human = page.locator(".human").first.inner_text()
    assert heading(page) == "Nämä voisivat sopia sinulle"
    assert ("Tuolijooga" in names, "Aamun tuolijumppa" in names) == (True, False)
    assert ("Helsinki-info" in human, "auki juuri nyt" in human) == (True, True)


def test_answer_can_be_changed_and_back_leads_to_what_was_there(tray: str, plain_phone: BrowserContext) -> None:
    page = plain_phone.new_page()
    page.goto(f"{tray}/fi/auta-valitsemaan/?good=move&when=not_morning&step=6")

    page.locator("main dl a", has_text="Milloin").click()
    asked = heading(page)
    page.get_by_label("Ei ainakaan aamulla").uncheck()
    page.get_by_role("button", name="Jatka").click()
    changed = page.locator("main > .cards h2").all_inner_texts()
    page.go_back()
    page.go_back()

    assert asked == "Milloin sinulle sopii?"
    assert "Aamun tuolijumppa" in " ".join(changed)
    assert "Aamun tuolijumppa" not in " ".join(page.locator("main > .cards h2").all_inner_texts())


def test_questions_passed_over_end_in_suggestions_within_six_taps(tray: str, plain_phone: BrowserContext) -> None:
    page = plain_phone.new_page()
    page.goto(f"{tray}/en/help-me-choose/")

    for _question in range(5):
        page.get_by_role("link", name="I don't know, skip this").click()
    there = heading(page)
    page.get_by_role("link", name="Show all that fit").click()

    assert there == "These could suit you"
    assert page.url == f"{tray}/en/search/"


def test_daughter_of_a_man_who_wants_nothing_finds_whom_to_call_and_suggestions(
    tray: str, plain_phone: BrowserContext
) -> None:
    page = plain_phone.new_page()
    page.goto(f"{tray}/fi/laheiselle/")

    numbers = page.get_by_role("link", name="112").count()
    page.get_by_role("link", name="Etsi sopivaa läheiselle").click()
    asked = heading(page)
    page.get_by_label("Tavata ihmisiä").check()
    page.get_by_role("button", name="Jatka").click()
    page.get_by_role("link", name="En tiedä, ohita tämä").click()
    page.get_by_role("link", name="En tiedä, ohita tämä").click()
    page.get_by_label("Yksin on vaikea lähteä").check()
    page.get_by_role("button", name="Jatka").click()
    page.get_by_label("Joku voisi tulla hänen mukaansa").check()
    page.get_by_role("button", name="Jatka").click()

    assert (numbers >= 1, asked, heading(page)) == (True, "Mikä tekisi hänelle hyvää?", "Nämä voisivat sopia hänelle")
    assert "Kävelykaveri" in page.locator("main").inner_text()


def test_link_of_a_health_check_opens_suggestions(tray: str, plain_phone: BrowserContext) -> None:
    page = plain_phone.new_page()

    page.goto(f"{tray}/sv/open?topic=falls&name=Aino")

    assert page.url == f"{tray}/sv/hjalp-att-valja/?topic=falls&step=6"
    assert heading(page) == "De här kunde passa dig"


@pytest.mark.parametrize("url", ENDS.values(), ids=ENDS)
def test_suggestions_fit_a_small_phone_and_have_no_accessibility_finding(
    tray: str, phone: BrowserContext, url: str
) -> None:
    fits, heard = findings(phone, tray + url), axe_findings(phone, tray + url)

    assert (fits, heard) == ({}, {})
