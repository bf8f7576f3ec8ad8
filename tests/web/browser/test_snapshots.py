"""What a screen reader hears of the main part of eight pages: roles, names, order (ux.md M10).

A change is read by a person: `TARJOTIN_NEW_SNAPSHOTS=1 pytest tests/web/browser/test_snapshots.py`, then `git diff`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.web.resident.city import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FOLDER = Path(__file__).parent / "snapshots"
KEY_PAGES = ("front", "results", "activity", "desks", "choose", "close_one", "list_of_code", "week_of_code")


@pytest.mark.parametrize("page_name", KEY_PAGES)
def test_main_part_is_heard_as_somebody_has_read_it(city_server: str, phone: BrowserContext, page_name: str) -> None:
    golden = FOLDER / f"{page_name}.yaml"
    page = phone.new_page()
    page.goto(city_server + PAGES[page_name]["fi"])

    heard = without_addresses(page.locator("main").aria_snapshot())
    if os.environ.get("TARJOTIN_NEW_SNAPSHOTS"):
        golden.write_text(heard, encoding="utf-8")

    assert heard == golden.read_text(encoding="utf-8")


def without_addresses(snapshot: str) -> str:
    """Where links lead is held elsewhere, and holds identifiers that are new in every run."""
    return "".join(f"{line}\n" for line in snapshot.splitlines() if not line.lstrip().startswith("- /url:"))
