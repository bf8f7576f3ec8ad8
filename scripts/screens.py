"""`make screens`: pictures of the pages at 360 and 1280 px into build/screens, of a service that is running.

ARGS="http://localhost:8123" names another address than http://localhost:8000.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import setup

TAKE = """
import os, re, shutil, sys
from playwright.sync_api import sync_playwright

base, folder = sys.argv[1].rstrip("/"), sys.argv[2]
chromium = os.environ.get("TARJOTIN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
if not chromium:
    sys.exit("No Chromium: install one, or name it in TARJOTIN_CHROMIUM.")
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
    page = browser.new_page()
    paths = ["/"]
    for language, search in (("fi", "haku"), ("sv", "sok"), ("en", "search")):
        page.goto(f"{base}/{language}/{search}/")
        first = page.locator("main h2 a, main h3 a").first.get_attribute("href")
        paths += [f"/{language}/", f"/{language}/{search}/", first, f"/{language}/not-there/"]
    for path in paths:
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(base + path)
            name = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "start"
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
            print(f"{folder}/{name}-{width}.png")
"""


def main() -> int:
    python = setup.environment(dev=True)
    folder = setup.ROOT / "build" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    base = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
    return subprocess.run([str(python), "-c", TAKE, base, str(folder)], cwd=setup.ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
