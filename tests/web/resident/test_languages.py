from __future__ import annotations

import pytest
from django.test import Client

from tarjotin.common.languages import INTERFACE_LANGUAGES, OWN_NAMES
from tarjotin.web.resident.languages import preferred
from tests.web.html import Page


@pytest.mark.parametrize(
    ("header", "order"),
    [
        ("", ("fi", "fi-simple", "sv")),
        ("sv-FI,sv;q=0.9,en;q=0.8", ("sv", "en", "fi")),
        ("ar,en-US;q=0.7,fi;q=0.3", ("ar", "en", "fi")),
        ("*", ("fi", "fi-simple", "sv")),
        ("odd;q=x,,;", ("fi", "fi-simple", "sv")),
    ],
)
def test_preferred_puts_the_browsers_languages_first(header: str, order: tuple[str, ...]) -> None:
    found = preferred(header)

    assert (found[:3], sorted(found)) == (order, sorted(INTERFACE_LANGUAGES))


def test_first_page_offers_languages_and_does_not_redirect(client: Client) -> None:
    response = client.get("/", headers={"accept-language": "sv"})

    document = Page(response.content.decode())
    offered = [e["href"] for e in document.all("a") if "hreflang" in e.attributes and e.text in LANGUAGES]
    assert (response.status_code, document.one("html")["lang"]) == (200, "sv")
    assert offered[-len(INTERFACE_LANGUAGES) :][:3] == ["/sv/", "/fi/", "/fi-simple/"]
    assert "Accept-Language" in response.headers["Vary"]


LANGUAGES = {OWN_NAMES[tag] for tag in INTERFACE_LANGUAGES}
