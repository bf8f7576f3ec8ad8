"""What kind of organisation a name tells of: its legal form stands in it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("wellbeing_county", re.compile(r"hyvinvointi(?:alue|kuntayhtymä)|välfärdsområde|wellbeing services county", re.I)),
    ("parish", re.compile(r"seurakun|församling|parish", re.I)),
    ("foundation", re.compile(r"säätiö|\bsr\b|stiftelse|foundation", re.I)),
    ("association", re.compile(r"\br\.?\s?y\.?(?!\w)|\br\.?f\.?(?!\w)|yhdisty|förening|association", re.I)),
    ("company", re.compile(r"\b(?:oyj?|abp?|ltd|ky|kb|tmi|osk)\b", re.I)),
)


def kind_of(names: Iterable[str]) -> str:
    """The kind the names tell, or an empty text."""
    together = list(names)
    return next((kind for kind, pattern in _PATTERNS if any(pattern.search(name) for name in together)), "")
