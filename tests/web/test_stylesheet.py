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
    # in the dark
    "#12141c": ["#f5f5f5", "#a9c4ff", "#d0d3dc", "#8fe0b4", "#ffb3a8"],
    "#1c202c": ["#f5f5f5", "#a9c4ff", "#d0d3dc", "#8fe0b4", "#ffb3a8"],
    "#1b2740": ["#f5f5f5", "#a9c4ff", "#d0d3dc", "#8fe0b4"],
    "#3a3413": ["#f5f5f5", "#a9c4ff", "#d0d3dc"],
    "#a9c4ff": ["#00005e"],
    "#f5f5f5": ["#00005e"],
}
# Pictures and the edges of controls on what they lie on (at least 3:1).
SHAPE_ON = {
    **{disc: ["#0000bf"] for disc in ("#d0e6f7", "#ffe49c", "#a3e3c2", "#ffdbeb", "#ffcab3", "#9ef0de", "#ffe977")},
    "#ffffff": ["#0072c6", "#4d4d4d"],
    "#1c202c": ["#0072c6", "#8a92a6"],
    "#12141c": ["#ffe977", "#8a92a6"],
}

RULED = "e6e6e6"  # a thin line that only calms: nothing hangs on seeing it


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ground: str, other: str) -> float:
    high, low = sorted((luminance(ground), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ground", "text"), [(g, text) for g, texts in TEXT_ON.items() for text in texts])
def test_text_has_a_contrast_of_seven(ground: str, text: str) -> None:
    assert contrast(ground, text) >= 7


@pytest.mark.parametrize(("ground", "shape"), [(g, shape) for g, shapes in SHAPE_ON.items() for shape in shapes])
def test_shapes_have_a_contrast_of_three(ground: str, shape: str) -> None:
    assert contrast(ground, shape) >= 3


def test_every_colour_of_the_sheet_is_judged() -> None:
    rules = re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.S)
    used = {colour.lower() for colour in re.findall(r"(?:#|%23)([0-9a-fA-F]{6})\b", rules)}

    judged = {
        colour.removeprefix("#") for table in (TEXT_ON, SHAPE_ON) for g, each in table.items() for colour in [g, *each]
    }
    assert used - judged == {RULED}


def test_sheet_uses_no_left_and_no_right() -> None:
    rules = re.sub(r"/\*.*?\*/|url\(.*?\)", "", SHEET.read_text(encoding="utf-8"), flags=re.S)

    assert re.findall(r"(?<![\w-])(?:left|right|[\w-]+-(?:left|right))\b", rules) == []


def test_sheet_needs_no_custom_property_and_no_other_host() -> None:
    rules = SHEET.read_text(encoding="utf-8")

    assert "var(" not in rules
    assert re.findall(r"url\(\"?(?!data:|\"data:)", rules) == []
    assert "@import" not in rules


def test_sheet_is_small() -> None:
    assert len(gzip.compress(SHEET.read_bytes())) <= 6.5 * 1024
