"""A real browser against a real server. Without a Chromium these tests are left out, and say how to add it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.web.resident.city import build

HOW_TO_ADD = "no Chromium: install it, or name it in TARJOTIN_CHROMIUM"


def chromium() -> str | None:
    return os.environ.get("TARJOTIN_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Playwright keeps an event loop in this thread while it lives: Django is told not to mind for so long."""
    path = chromium()
    if path is None:
        pytest.skip(HOW_TO_ADD)
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def city_server(browser: Browser, live_server: Any, index: Callable[[], None]) -> str:
    """The address of a server with the small city."""
    build()
    index()
    return str(live_server.url)


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    """A small phone : 360 × 640."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, locale="fi-FI")
    yield context
    context.close()
