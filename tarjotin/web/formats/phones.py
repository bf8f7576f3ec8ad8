"""Phone numbers grouped for reading, and as a link. The catalogue keeps them as E.164 or as a short number."""

from __future__ import annotations

import re

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tarjotin.web.formats.ltr import ltr

FINLAND = "+358"
# The digits of a number's first part, without the zero: mobile and service numbers, then the capital region's "9".
PREFIXES = re.compile(r"(4[0-9]|50|[1-3]0{2}|29|600|700|800|9|[1-8][3-9]?)")


def readable(number: str) -> str:
    """A number as it is read aloud: "09 310 44 556", "040 123 4567", "116 117"."""
    if not number.startswith(FINLAND):
        return number if " " in number or len(number) <= 5 else _foreign(number)
    national = number.removeprefix(FINLAND)
    prefix = PREFIXES.match(national)
    if prefix is None or len(national) - prefix.end() < 3:
        return f"0{national}"
    return f"0{prefix[0]} {_grouped(national[prefix.end() :])}"


def link(number: str) -> SafeString:
    """A link that dials."""
    dialled = re.sub(r"[^\d+]", "", number)
    return format_html('<a class="tel" href="tel:{}">{}</a>', dialled, ltr(readable(number)))


def _grouped(digits: str) -> str:
    """Groups of two to four digits: three first, and what is left in one or two parts."""
    if len(digits) <= 4:
        return digits
    head, rest = digits[:3], digits[3:]
    if len(rest) <= 4:
        return f"{head} {rest}"
    half = len(rest) // 2
    return f"{head} {rest[:half]} {rest[half:]}"


def _foreign(number: str) -> str:
    plus, digits = ("+", number[1:]) if number.startswith("+") else ("", number)
    groups = [digits[start : start + 3] for start in range(0, len(digits), 3)]
    if len(groups) > 1 and len(groups[-1]) == 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    return plus + " ".join(groups)
