"""The municipality of a unit, by its code, its post town or its postal code. Pure."""

from __future__ import annotations

from tarjotin.sources.municipalities import code_of


def three_digits(number: object) -> str:
    """A code as the register writes it (91, "91", "091") in its three digits, or an empty text."""
    text = str(number) if isinstance(number, int | str) and not isinstance(number, bool) else ""
    return text.zfill(3) if text.isascii() and text.isdigit() and 0 < int(text) < 1000 else ""


def municipality_of(*, cities: tuple[str, ...] = (), postal_code: str = "") -> str:
    """The code by the post town's name, else by the postal code where all of that code lies in one municipality."""
    return next((code for city in cities if (code := code_of(city))), "") or _of_postal_code(postal_code)


def _of_postal_code(postal_code: str) -> str:
    if len(postal_code) != 5 or not (postal_code.isascii() and postal_code.isdigit()):
        return ""
    if postal_code.startswith("00"):
        return "091"
    number = int(postal_code)
    if number == 2700:
        return "235"
    if 2100 <= number <= 2399 or 2600 <= number <= 2999:
        return "049"
    return "092" if 1200 <= number <= 1799 else ""
