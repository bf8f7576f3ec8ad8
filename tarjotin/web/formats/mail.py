"""A piece of a page as plain text: without its marks, its numbers still in their order in every script."""

from __future__ import annotations

import re
from html import unescape

from django.utils.html import strip_tags

from tarjotin.common.languages import direction

LEFT_TO_RIGHT, POP = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_RUN = re.compile(r'<bdi dir="ltr">(.*?)</bdi>', re.S)


def as_text(html: str, language: str) -> str:
    """Mail programs know no mark-up here; Unicode's isolates do what `<bdi>` does, where the language needs them."""
    isolated = rf"{LEFT_TO_RIGHT}\1{POP}" if direction(language) == "rtl" else r"\1"
    return unescape(strip_tags(_RUN.sub(isolated, str(html))))
