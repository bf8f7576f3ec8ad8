"""Phones, distances and prices."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.utils import translation
from django.utils.html import strip_tags

from tarjotin.catalogue.models import Price
from tarjotin.web.formats import distances, money, phones
from tests import make


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("+358931044556", "09 310 44 556"),
        ("+358405551234", "040 555 1234"),
        ("+358505551", "050 5551"),
        ("+358295660123", "029 566 0123"),
        ("+358800123456", "0800 123 456"),
        ("+3581001234", "0100 1234"),
        ("+358193690", "019 3690"),
        ("+46701234567", "+467 012 345 67"),
        ("112", "112"),
        ("116117", "116 117"),
        ("0405551234", "040 555 1234"),
        ("09 310 10 023", "09 310 10 023"),
    ],
)
def test_readable_groups_the_number_for_reading(number: str, written: str) -> None:
    assert phones.readable(number) == written


def test_link_dials_the_digits_only() -> None:
    assert phones.link("09 310-1") == '<a class="tel" href="tel:093101"><bdi dir="ltr">09 310-1</bdi></a>'


@pytest.mark.parametrize(
    ("metres", "language", "written"),
    [
        (3, "fi", "10 m, 1 min kävellen"),
        (446, "fi", "450 m, 6 min kävellen"),
        (1_240, "fi", "1,2 km, 18 min kävellen"),
        (1_240, "ru", "1,2 км, 18 мин пешком"),
        (446, "uk", "450 м, 6 хв пішки"),
        (1_240, "en", "1.2 km, 18 min on foot"),
        (996, "sv", "1000 m, 14 min till fots"),
        (12_000, "fi", "12 km"),
    ],
)
def test_on_foot_rounds_as_people_do(metres: int, language: str, written: str) -> None:
    with translation.override(language):
        assert strip_tags(distances.on_foot(metres, language)) == written


@pytest.mark.parametrize(
    ("amount", "language", "written"),
    [("7", "fi", "7\xa0€"), ("7.50", "fi", "7,50\xa0€"), ("1250", "sv", "1\xa0250\xa0€"), ("7.5", "en", "€7.50")],
)
def test_euros_are_written_as_people_of_the_language_do(amount: str, language: str, written: str) -> None:
    assert money.euros(Decimal(amount), language) == written


def price(amount: str | None = None, **facts: Any) -> Price:
    return Price(amount=Decimal(amount) if amount else None, **facts)


@pytest.mark.parametrize(
    ("prices", "written"),
    [
        ([], "Hintaa ei ole kerrottu"),
        ([price(is_free=True)], "Maksuton"),
        ([price("0")], "Maksuton"),
        ([price("7")], "7 €"),
        ([price("7"), price("3.5", who="pensioner")], "7 €, alennettu 3,50 €"),
        ([price("7"), price(who="unemployed", is_free=True)], "7 €, osalle maksuton"),
        ([price(who="child", is_free=True)], "Maksuton osalle"),
        ([price("49", per="term")], "49 € / lukukausi"),
        ([price(note=make.text("Katso hinnasto"))], "Maksullinen, katso hinta"),
    ],
)
def test_short_price_says_what_it_costs_and_at_its_lowest(prices: list[Price], written: str) -> None:
    assert strip_tags(money.short_price(prices, "fi")).replace("\xa0", " ") == written


@pytest.mark.parametrize(
    ("told", "written"),
    [
        (price("3.5", who="student"), "Opiskelijat: 3,50 €"),
        (price(is_free=True), "Maksuton"),
        (price(is_free=True, per="donation"), "Vapaaehtoinen maksu"),
        (price("7", note=make.text("7 euroa"), parsed=True), "7 €"),
        (price("7", note=make.text("Maksu ohjaajalle")), "7 €. Maksu ohjaajalle"),
        (price(note=make.text("Katso hinnasto")), "Katso hinnasto"),
        (price(amount="42", note=make.text("42 € / 12 kertaa")), "42 € / 12 kertaa"),
        (price(amount="4", note=make.text("42 € kaudelta")), "4 €. 42 € kaudelta"),
    ],
)
def test_price_line_says_who_pays_what(told: Price, written: str) -> None:
    assert strip_tags(money.price_line(told, "fi")).replace("\xa0", " ") == written
