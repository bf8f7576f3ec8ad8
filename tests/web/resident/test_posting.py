from __future__ import annotations

import pytest
from django.test import RequestFactory

from tarjotin.web.resident.posting import safe_back, same_site

FORMS = RequestFactory()


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site", "origin": "https://evil.example"}, False),
        ({"sec-fetch-site": "same-site", "origin": "https://other.tarjotin.example"}, False),
        ({"origin": "https://testserver"}, True),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "null"}, False),
        ({}, True),
    ],
)
def test_form_is_ours_when_the_browser_says_so(headers: dict[str, str], ours: bool) -> None:
    assert same_site(FORMS.post("/fi/lista/", headers=headers)) is ours


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/fi/haku/?q=tuoli", "/fi/haku/?q=tuoli"),
        ("/ar/search/", "/ar/search/"),
        ("//evil.example/fi/", "/fi/"),
        ("https://evil.example/", "/fi/"),
        ("/\\evil.example", "/fi/"),
        ("/fi/\nSet-Cookie: a=b", "/fi/"),
        ("/yllapito/", "/fi/"),
        ("/fi/" + "x" * 3000, "/fi/"),
        ("", "/fi/"),
    ],
)
def test_way_back_leads_to_our_own_pages_only(path: str, expected: str) -> None:
    assert safe_back(path, "/fi/") == expected
