"""What is shown as HTML, as plain text for messages and calendars: no "today", and numbers keep their order."""

from __future__ import annotations

import re
from html import unescape

from django.utils.html import strip_tags

from tarjotin.common.languages import direction

_ON_SCREEN = re.compile(r'<span class="screen">.*?</span>')
ISOLATE, END = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def as_text(html: str, language: str) -> str:
    """Read from the right, a run of numbers is held together by signs of its own, where HTML has `<bdi>`."""
    text = _ON_SCREEN.sub("", html)
    if direction(language) == "rtl":
        text = text.replace('<bdi dir="ltr">', ISOLATE).replace("</bdi>", END)
    return unescape(strip_tags(text)).strip()
