"""The style sheet: small, without sides, and readable on what it lies on."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

SHEET = Path(__file__).parents[2] / "tarjotin" / "web" / "static" / "tarjotin.css"

# Every pair of text and ground the sheet makes (ux.md § 4: text at least 7:1).
TEXT_ON = {
    "#ffffff": ["#1a1a1a", "#4d4d4d", "#0000bf", "#800e04", "#006631", "#005799"],
    "#e8f3fc": ["#1a1a1a", "#4d4d4d", "#0000bf"],
    "#d0e6f7": ["#1a1a1a", "#0000bf"],
    "#f0f0ff": ["#0000bf", "#1a1a1a", "#00005e"],
    "#fff9db": ["#1a1a1a", "#0000bf"],
    "#0000bf": ["#ffffff"],
    "#00005e": ["#ffffff"],
}


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("ground", "text"), [(g, text) for g, texts in TEXT_ON.items() for text in texts])
def test_text_has_a_contrast_of_seven(ground: str, text: str) -> None:
    high, low = sorted((luminance(ground), luminance(text)), reverse=True)

    assert (high + 0.05) / (low + 0.05) >= 7


def test_sheet_uses_no_left_and_no_right() -> None:
    rules = re.sub(r"/\*.*?\*/|url\(.*?\)", "", SHEET.read_text(encoding="utf-8"), flags=re.S)

    assert re.findall(r"(?<![\w-])(?:left|right|[\w-]+-(?:left|right))\b", rules) == []


def test_sheet_needs_no_custom_property_and_no_other_host() -> None:
    rules = SHEET.read_text(encoding="utf-8")

    assert "var(" not in rules
    assert re.findall(r"url\(\"?(?!data:|\"data:)", rules) == []
    assert "@import" not in rules


def test_sheet_is_small() -> None:
    assert len(gzip.compress(SHEET.read_bytes())) <= 6 * 1024
