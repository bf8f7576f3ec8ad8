"""The Finnish business id (Y-tunnus) and its check digit. Pure; knows no framework."""

from __future__ import annotations

import re
from functools import lru_cache

WEIGHTS = (7, 9, 10, 5, 8, 4, 2)

_SHAPE = re.compile(r"(?:FI)?\s*(\d{6,7})\s*[-–‐]?\s*(\d)", re.IGNORECASE)


@lru_cache(maxsize=8192)
def valid_business_id(text: str) -> str:
    """The id as `1234567-8` when its check digit is right, or an empty text.

    A number that starts with two zeros is a stand-in: TPR gives groups without an own id such as 0000004-3.
    """
    found = _SHAPE.fullmatch(text.strip())
    if not found:
        return ""
    number, check = found[1].zfill(7), int(found[2])
    if number.startswith("00") or check_digit(number) != check:
        return ""
    return f"{number}-{check}"


def check_digit(number: str) -> int | None:
    """The check digit of seven digits, or `None` for those that are never given (remainder 1)."""
    remainder = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=True)) % 11
    if remainder == 1:
        return None
    return 11 - remainder if remainder else 0
