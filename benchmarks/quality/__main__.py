"""Measure the pages and print the table: `make bench ARGS="quality"`, or of a service that is running already
`python -m benchmarks.quality http://localhost:8000`.

It needs a Chromium (`TARJOTIN_CHROMIUM` names one that is not on the PATH).
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from benchmarks.quality import budgets
from benchmarks.quality.budgets import Measured, table, worst
from benchmarks.quality.network import PHONE, a_phone, painted, visit
from tarjotin.web.resident.addresses import WORDS, address
from tests.web.browser.gauges import axe_findings, findings

LANGUAGES = ("fi", "ar")
PAGES = ("front", "results", "choose", "close_one", "map", "calendar", "try", "desks", "urgent", "rights", "take_part")
PLAIN = "/robots.txt"  # a page of text alone, painted in the same run


def main() -> None:
    with service() as base:
        measure(base)


@contextmanager
def service() -> Iterator[str]:
    """The address of a service with the demo data: the one that was named, else one of our own."""
    if len(sys.argv) > 1:
        yield sys.argv[1].rstrip("/")
        return
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "scripts/run.py"], env={**os.environ, "PORT": str(port)}, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "is open" in line:
            break
    yield f"http://localhost:{port}"
    process.terminate()
    process.wait()


def measure(base: str) -> None:
    chromium = os.environ.get("TARJOTIN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        paths = pages(browser, base)
        print(table([*bytes_of(browser, base, paths), *paint_of(browser, base, paths), *fit_of(browser, base, paths)]))


def pages(browser: Browser, base: str) -> dict[str, str]:
    """Name → path of what is measured; of entries the first that is found."""
    found = {f"{page}, {tag}": address(page, tag) for page in PAGES if page in ("front", *WORDS) for tag in LANGUAGES}
    with a_phone(browser) as (page, _line):
        for tag in LANGUAGES:
            for kind in ("activity", "service", "place"):
                page.goto(base + address("results", tag, query=f"kind={kind}"))
                found[f"{kind}, {tag}"] = str(page.locator(".card h2 a").first.get_attribute("href"))
        return {name: path for name, path in found.items() if page.goto(base + path).status == 200}  # type: ignore[union-attr]


def bytes_of(browser: Browser, base: str, paths: dict[str, str]) -> Iterator[Measured]:
    first = {name: visit(browser, base, path) for name, path in paths.items()}
    later = {name: visit(browser, base, path, after=address("about", "fi")) for name, path in paths.items()}
    plain = {name: loaded for name, loaded in first.items() if not name.startswith("map")}
    yield worst(budgets.BYTES, {name: loaded.bytes / 1024 for name, loaded in plain.items()})
    yield worst(budgets.REQUESTS, {name: loaded.requests for name, loaded in first.items()})
    yield worst(budgets.FONTS, {name: loaded.kinds["Font"] for name, loaded in first.items()})
    yield worst(budgets.FOREIGN, {name: loaded.foreign for name, loaded in first.items()})
    yield worst(budgets.SCRIPT, {name: loaded.script_bytes for name, loaded in first.items()})
    yield worst(budgets.ELEMENTS, {name: loaded.elements for name, loaded in plain.items()})
    yield worst(budgets.NEXT, {name: loaded.bytes / 1024 for name, loaded in later.items()})
    maps = {name: loaded.bytes / 1024 for name, loaded in first.items() if name.startswith("map")}
    if maps:
        yield worst(budgets.MAP, maps)


def paint_of(browser: Browser, base: str, paths: dict[str, str]) -> Iterator[Measured]:
    plain = painted(browser, base + PLAIN)["paint"]
    seen = {name: painted(browser, base + paths[name]) for name in ("front, fi", "results, fi", "activity, ar")}
    yield worst(budgets.PAINT, {name: told["paint"] / 1000 for name, told in seen.items()})
    yield worst(budgets.RATIO, {name: told["paint"] / plain for name, told in seen.items()})
    yield worst(budgets.BLOCKED, {name: told["blocked"] for name, told in seen.items()})
    yield worst(budgets.SHIFT, {name: told["shift"] for name, told in seen.items()})


def fit_of(browser: Browser, base: str, paths: dict[str, str]) -> Iterator[Measured]:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    wrong = {name: findings(context, base + path) for name, path in paths.items()}
    yield worst(budgets.TARGETS, {name: len(found.pop("targets", [])) for name, found in wrong.items()})
    yield worst(budgets.CONTROLS, {name: len(found.pop("main controls", [])) for name, found in wrong.items()})
    yield worst(budgets.DIGITS, {name: len(found.pop("digits", [])) for name, found in wrong.items()})
    yield worst(budgets.SIDEWAYS, {name: sum(map(len, found.values())) for name, found in wrong.items()})
    yield worst(budgets.AXE, {name: len(axe_findings(context, base + path)) for name, path in paths.items()})
    context.close()
    yield from first_result(browser, base)
    if "week" in WORDS:
        yield Measured(budgets.PAPER, printed(browser, base + address("week", "fi")))


def first_result(browser: Browser, base: str) -> Iterator[Measured]:
    results = base + address("results", "fi")
    with a_phone(browser) as (page, _line):
        page.goto(results)
        yield Measured(budgets.FIRST, page.locator(".card h2 a").first.bounding_box()["y"])  # type: ignore[index]
        stops = 0
        while not page.evaluate("document.activeElement.closest('.card') !== null"):
            page.keyboard.press("Tab")
            stops += 1
        yield Measured(budgets.STOPS, stops - 1)
        page.context.add_cookies([{"name": "tarjotin_settings", "value": "big", "url": base}])
        page.goto(results)
        yield Measured(budgets.FIRST_BIG, page.locator(".card h2 a").first.bounding_box()["y"])  # type: ignore[index]


def printed(browser: Browser, url: str) -> int:
    """How many sheets of A4 a page takes on paper."""
    with a_phone(browser) as (page, _line):
        page.goto(url)
        return len(PdfReader(BytesIO(page.pdf(format="A4"))).pages)


if __name__ == "__main__":
    main()
