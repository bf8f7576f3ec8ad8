"""What a page is measured by in a browser: one load, several widths, in every language (docs/quality.md)."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

TAGS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What axe leaves to a person, and what a person found. Contrasts are all in test_stylesheet.py.
EXPLAINED = {
    "color-contrast": "axe cannot judge text beside the small pictures of a card, which lie in its empty margin",
    "color-contrast-enhanced": "the same",
}

# The boxes of all that can be tapped, but links inside a sentence, which WCAG 2.5.8 leaves out.
TARGETS = """() => [...document.querySelectorAll('a, button, summary, label, select, input')]
  .filter(e => e.checkVisibility() && e.className !== 'skip' && e.type !== 'hidden')
  .filter(e => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline' && e.closest('p, li, td, dd')))
  .map(e => [e.textContent.trim().slice(0, 40) || e.name, e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"""
# What one acts with is larger: buttons, fields, boxes with their words, what folds.
MAIN_CONTROLS = """() => [...document.querySelectorAll('button, .button, summary, select, input, label')]
  .filter(e => e.checkVisibility() && e.type !== 'hidden' && !(e.tagName === 'INPUT' && e.closest('label')))
  .filter(e => e.tagName !== 'LABEL' || e.querySelector('input'))
  .map(e => [e.textContent.trim().slice(0, 40) || e.name, e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 43.5).map(([name]) => name)"""
# What sticks out, when the page can be scrolled sideways.
OVER_THE_EDGE = """() => {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  return [...document.querySelectorAll('body *')].filter(e => {
    const box = e.getBoundingClientRect();
    return box.width > 1 && (box.right > root.clientWidth + .5 || box.left < -.5);
  }).map(e => e.outerHTML.slice(0, 120));
}"""
# Digits that belong together must stand in their order on the screen, whatever the direction of the page.
DIGITS_ASTRAY = r"""() => {
  const astray = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    for (const match of node.data.matchAll(/\d+[ –.:-]\d[\d –.:-]*/g)) {
      let last = null;
      for (let i = 0; i < match[0].length; i++) {
        if (!/\d/.test(match[0][i])) continue;
        const range = document.createRange();
        range.setStart(node, match.index + i); range.setEnd(node, match.index + i + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) break;
        if (last && Math.abs(last.y - box.y) < 2 && box.x < last.x) { astray.push(match[0]); break; }
        last = box;
      }
    }
  }
  return astray;
}"""
RULE = "document.styleSheets[0].insertRule('@media all { %s }', document.styleSheets[0].cssRules.length)"
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-block-end: 2em !important }"
)
# Name → width, and what is changed for good before the page is looked at; the order is that of one load.
WAYS: dict[str, tuple[int, str]] = {
    "phone": (360, "0"),
    "small phone": (320, "0"),
    "wide": (1280, "0"),
    "spaced out": (360, RULE % SPACED),
    "twice as big": (640, RULE % "html { font-size: 200% !important }"),
}


def opened(context: BrowserContext, url: str) -> Page:
    page = context.new_page()
    page.goto(url)
    # Folded parts are pages of their own to a reader: everything is open while it is judged.
    page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")
    return page


def findings(context: BrowserContext, url: str) -> dict[str, Any]:
    """What is wrong with one page: small targets, digits out of order, what sticks out at which width."""
    page = opened(context, url)
    asked = {"targets": TARGETS, "main controls": MAIN_CONTROLS, "digits": DIGITS_ASTRAY}
    found: dict[str, Any] = {name: page.evaluate(script) for name, script in asked.items()}
    for way, (width, change) in WAYS.items():
        page.set_viewport_size({"width": width, "height": 640})
        page.evaluate(change)
        found[way] = page.evaluate(OVER_THE_EDGE)
    page.close()
    return {name: what for name, what in found.items() if what}


def axe_findings(context: BrowserContext, url: str) -> dict[str, list[str]]:
    """What axe objects to, and what it leaves to a person and nobody has explained."""
    page = opened(context, url)
    answer = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
    page.close()
    open_questions = [each for each in answer["incomplete"] if each["id"] not in EXPLAINED]
    return {
        each["id"]: [node["html"][:160] for node in each["nodes"]] for each in answer["violations"] + open_questions
    }
