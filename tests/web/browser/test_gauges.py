"""Every page in every language: sizes, sideways scroll and order of digits; and axe where it is read from each side."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tests.web.browser.gauges import axe_findings, findings
from tests.web.resident.city import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Besides a page of each kind: what it looks like with criteria, with nothing found, with words of another language.
MORE = {
    "criteria": "/{language}/{results}/?category=sport&category=advice&weekday=2&q=jumppa",
    "nothing found": "/{language}/{results}/?q=qwxzq",
    "lost": "/{language}/zzz/",
}


def urls(language: str) -> dict[str, str]:
    """Name of a page → its address in a language."""
    results = PAGES["results"][language].split("/")[2]
    more = {name: url.format(language=language, results=results) for name, url in MORE.items()}
    return {**{page: of_page[language] for page, of_page in PAGES.items()}, **more, "languages": "/"}


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_pages_in_a_language_fit_their_place(city_server: str, phone: BrowserContext, language: str) -> None:
    found = {name: findings(phone, city_server + url) for name, url in urls(language).items()}

    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("language", ["fi", "ar"])
def test_pages_in_a_language_have_no_accessibility_finding(
    city_server: str, phone: BrowserContext, language: str
) -> None:
    found = {name: axe_findings(phone, city_server + url) for name, url in urls(language).items()}

    assert {name: wrong for name, wrong in found.items() if wrong} == {}
