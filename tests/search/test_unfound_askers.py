from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory

from tarjotin.search.unfound_askers import address_of, is_somebody


@pytest.mark.parametrize(
    ("headers", "somebody"),
    [
        ({}, True),
        ({"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"}, True),
        ({"user-agent": "Mozilla/5.0 (compatible; Examplebot/2.1; +https://example.org)"}, False),
        ({"user-agent": "example-crawler"}, False),
        ({"sec-purpose": "prefetch;prerender"}, False),
        ({"purpose": "prefetch"}, False),
        ({"x-moz": "prefetch"}, False),
    ],
)
def test_robot_and_page_fetched_ahead_are_nobody(headers: dict[str, str], somebody: bool) -> None:
    assert is_somebody(RequestFactory(headers=headers).get("/fi/haku/")) is somebody


def test_request_for_the_head_alone_is_nobodys() -> None:
    assert not is_somebody(RequestFactory().head("/fi/haku/"))


@pytest.mark.parametrize(
    ("behind", "direct", "forwarded", "address"),
    [
        (False, "192.0.2.1", "", "192.0.2.1"),
        (False, "192.0.2.1", "198.51.100.7", "192.0.2.1"),
        (True, "192.0.2.1", "198.51.100.7", "198.51.100.7"),
        (
            True,
            "192.0.2.1",
            "203.0.113.9, 198.51.100.7",
            "198.51.100.7",
        ),  # before the last comes what anybody may write
        (True, "192.0.2.1", "198.51.100.7:4711", "198.51.100.7"),
        (True, "192.0.2.1", "", "192.0.2.1"),
        (True, "192.0.2.1", "unknown", "192.0.2.1"),
        (False, "2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::/64"),
        (True, "192.0.2.1", "[2001:db8:1:2::7]", "2001:db8:1:2::/64"),
        (False, "", "", ""),
    ],
)
def test_address_is_the_askers_household(
    settings: Any, behind: bool, direct: str, forwarded: str, address: str
) -> None:
    settings.BEHIND_PROXY = behind
    headers = {"x-forwarded-for": forwarded} if forwarded else {}

    found = address_of(RequestFactory(headers=headers, REMOTE_ADDR=direct).get("/fi/haku/"))

    assert found == address
