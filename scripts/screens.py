"""`make screens`: pictures of twelve pages in Finnish and Arabic, on a phone and on a desk, into docs/screens.

They are taken of a service that is running with the demo data; ARGS="http://localhost:8123" names another address than
http://localhost:8000.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import setup

TAKE = """
import os, shutil, sys
from pathlib import Path
from playwright.sync_api import sync_playwright

sys.path.insert(0, ".")
from tarjotin.web.resident.addresses import address

base, folder = sys.argv[1].rstrip("/"), Path(sys.argv[2])
chromium = os.environ.get("TARJOTIN_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
if not chromium:
    sys.exit("No Chromium: install one, or name it in TARJOTIN_CHROMIUM.")
PAGES = ("front", "results", "choose", "close_one", "map", "calendar", "week", "desks", "urgent", "rights", "settings")
QUERIES = {"results": "price=free&category=sport", "calendar": "category=sport"}
WIDTHS = {360: 760, 1280: 860}

def entry(page, language):
    page.goto(base + address("results", language, query="q=tuolijumppa"))
    return page.locator(".card h2 a").first.get_attribute("href")

def kept(page, path, language):
    # The week has something to show once two activities are on the list.
    page.goto(base + path)
    page.locator("button[name=add]").first.click()

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
    for language in ("fi", "ar"):
        context = browser.new_context()
        page = context.new_page()
        activity = entry(page, language)
        kept(page, activity, language)
        paths = {name: address(name, language, query=QUERIES.get(name, "")) for name in PAGES} | {"activity": activity}
        for name, path in paths.items():
            page.goto(base + path)
            for width, height in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": height})
                file = folder / f"{name}-{language}-{width}.jpg"
                page.screenshot(path=file, type="jpeg", quality=38)
                print(file)
        context.close()
size = sum(file.stat().st_size for file in folder.glob("*.jpg"))
print(f"{size / 1e6:.2f} MB in all")
"""


def main() -> int:
    python = setup.environment(dev=True)
    folder = setup.ROOT / "docs" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    base = sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000"
    return subprocess.run([str(python), "-c", TAKE, base, str(folder)], cwd=setup.ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
