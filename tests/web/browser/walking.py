"""A person on a small phone without scripts: what they do is counted, what they read is asked for in their language."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation
from playwright.sync_api import Browser, Locator, Page
from pypdf import PdfReader

SCRIPTS = "script, [onclick], [onchange], [href^='javascript:']"


def said(language: str, finnish: str) -> str:
    """A text of the pages in a language."""
    with translation.override(language):
        return translation.gettext(finnish)


class Walk:
    """One person's way through the pages. Each tap and each word that is typed is an act (ux.md M5)."""

    def __init__(self, page: Page, server: str, language: str) -> None:
        self.page, self.server, self.language = page, server, language
        self.acts = 0

    def start(self, path: str = "") -> None:
        self.page.goto(f"{self.server}/{self.language}/{path}")

    def said(self, finnish: str) -> str:
        return said(self.language, finnish)

    def tap(self, what: Locator) -> None:
        assert self.page.locator(SCRIPTS).count() == 0
        what.click()
        self.acts += 1

    def go(self, what: Locator) -> None:
        """A tap that leads to another page."""
        with self.page.expect_navigation():
            self.tap(what)

    def follow(self, finnish: str) -> None:
        self.go(self.page.locator("main").get_by_role("link", name=self.said(finnish)).first)

    def press(self, finnish: str) -> None:
        self.go(self.page.locator("main").get_by_role("button", name=self.said(finnish)).first)

    def tick(self, finnish: str) -> None:
        label = self.said(finnish).removesuffix(".")  # boxes say sentences of an entry's page without their stop
        self.tap(self.page.locator("main").get_by_label(label).first)

    def type(self, where: Locator, words: str) -> None:
        """Words and then Enter: two acts."""
        where.fill(words)
        with self.page.expect_navigation():
            where.press("Enter")
        self.acts += 2

    def back(self) -> None:
        self.page.go_back()
        self.acts += 1

    def keep(self, name: str) -> None:
        self.press(f"{self.said('Laita listalle')}: {name}")

    @property
    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text().strip()

    @property
    def names(self) -> list[str]:
        """What is offered as fitting, without what may fit."""
        return [each.strip() for each in self.page.locator("main .cards:not(.maybe *) > .card h2").all_inner_texts()]

    @property
    def read(self) -> str:
        return " ".join(self.page.locator("main").inner_text().split())

    def card(self, name: str) -> str:
        return " ".join(self.page.locator("main .card", has_text=name).first.inner_text().split())

    @property
    def sheets(self) -> int:
        """How many sheets of paper the page takes."""
        return len(PdfReader(io.BytesIO(self.page.pdf(format="A4"))).pages)


@contextmanager
def walking(browser: Browser, server: str, language: str, path: str = "") -> Iterator[Walk]:
    """In a browser of its own, that remembers nothing of the others."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    walk = Walk(context.new_page(), server, language)
    walk.start(path)
    yield walk
    context.close()
