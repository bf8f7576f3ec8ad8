"""Things said one after another, with the comma of the reader's script between them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tarjotin.common.languages import direction


def comma(language: str) -> str:
    """The comma of a language's script, and a space: "، " in Arabic, Persian and Kurdish, ", " elsewhere."""
    return "، " if direction(language) == "rtl" and language != "he" else ", "


def listed(names: Iterable[object]) -> str:
    """Plain texts in a row, in the language the page is written in."""
    return comma(get_language() or "").join(map(str, names))


def joined(*parts: SafeString | str) -> SafeString:
    """The parts that are there, with commas between."""
    return format_html_join(comma(get_language() or ""), "{}", ((part,) for part in parts if part))
