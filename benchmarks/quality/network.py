"""Bytes, requests and paint as the browser's own protocol tells them (ux.md § 4, M1 and M3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 51_200, "uploadThroughput": 51_200}
PHONE = {"width": 360, "height": 640}
TIMES = 5
# Kept from before the first paint on: what was painted largest, what moved, what held the page up after it.
WATCH = """
window.seen = {paint: 0, shift: 0, blocked: 0, first: Infinity};
const watch = (type, each) =>
  new PerformanceObserver(list => list.getEntries().forEach(each)).observe({type, buffered: true});
watch('largest-contentful-paint', e => { seen.paint = e.startTime; });
watch('layout-shift', e => { seen.shift += e.value; });
watch('paint', e => { seen.first = Math.min(seen.first, e.startTime); });
watch('longtask', e => { if (e.startTime > seen.first) seen.blocked += Math.max(0, e.duration - 50); });
"""


@dataclass
class Loaded:
    """What came over the wire for one page."""

    bytes: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    script_bytes: int = 0
    foreign: int = 0
    elements: int = 0

    @property
    def requests(self) -> int:
        return sum(self.kinds.values())


@contextmanager
def a_phone(browser: Browser, *, slow: bool = False) -> Iterator[tuple[Page, Any]]:
    """A page of a phone with an empty cache, and its line to the protocol."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    if slow:
        line.send("Network.emulateNetworkConditions", SLOW_3G)
        line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.add_init_script(WATCH)
    yield page, line
    context.close()


def visit(browser: Browser, base: str, path: str, *, after: str = "") -> Loaded:
    """The first page seen, or the one seen after another whose style sheet is kept."""
    loaded, types = Loaded(), {}
    with a_phone(browser) as (page, line):
        if after:
            page.goto(base + after, wait_until="networkidle")
        line.on("Network.responseReceived", lambda event: types.update({event["requestId"]: event}))
        line.on("Network.loadingFinished", lambda event: _add(loaded, types.get(event["requestId"]), event, base))
        page.goto(base + path, wait_until="networkidle")
        loaded.elements = page.evaluate("document.querySelectorAll('*').length")
    return loaded


def _add(loaded: Loaded, answer: Any, event: Any, base: str) -> None:
    if answer is None or answer["response"]["url"].startswith("data:") or answer["response"].get("fromDiskCache"):
        return
    size = int(event["encodedDataLength"])
    loaded.bytes += size
    loaded.kinds[answer["type"]] += 1
    loaded.script_bytes += size if answer["type"] == "Script" else 0
    loaded.foreign += not answer["response"]["url"].startswith(base)


def painted(browser: Browser, url: str) -> dict[str, float]:
    """Seconds to the largest paint, shift and milliseconds blocked, on a slow line and a slow phone; medians."""
    runs = []
    for _ in range(TIMES):
        with a_phone(browser, slow=True) as (page, _line):
            page.goto(url, wait_until="networkidle")
            page.wait_for_timeout(300)
            runs.append(page.evaluate("window.seen"))
    return {name: median(run[name] for run in runs) for name in ("paint", "shift", "blocked")}
