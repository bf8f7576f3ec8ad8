"""Text messages of a list: what is in them, in whose language, and how many they are."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from django.utils import translation

from tarjotin.web.resident.carrying import carry, entry_message, list_message
from tarjotin.web.resident.my_list_entries import entries
from tests import make

pytestmark = pytest.mark.django_db


def message(entity: Any, language: str = "fi") -> tuple[str, int]:
    with translation.override(language):
        (entry,) = entries([(entity.kind_name, entity.id)], language=language, now=make.NOW)
        told = entry_message(entry, "K7M2QX", language)
    assert told is not None
    return unquote(told.link.removeprefix("sms:?&body=")), told.parts


def test_message_tells_what_when_where_price_and_phone_in_one_part() -> None:
    choir = make.activity(name="Kuoro", place=make.place(), register_phone="+358931085053")
    make.session(activity=choir, starts_at=make.NOW + timedelta(hours=1), state="cancelled")
    make.session(activity=choir, starts_at=make.NOW + timedelta(hours=2), minutes=90)
    make.price(activity=choir, is_free=True)

    assert message(choir) == (
        "Kuoro. ti 24.11. klo 14-15.30. Kallion kirjasto, Viides linja 11. Maksuton. 09 310 85 053. "
        "tarjotin.example/L/K7M2QX",
        1,
    )


def test_message_from_the_right_holds_its_numbers_together_in_few_parts() -> None:
    choir = make.activity(name="Kuoro", place=make.place(), register_phone="+358931085053")
    make.session(activity=choir, starts_at=make.NOW + timedelta(hours=2), minutes=90)

    text, parts = message(choir, "ar")

    assert "\u206609 310 85 053\u2069" in text
    assert text.count("\u2066") == text.count("\u2069") >= 4
    assert parts <= 3


def test_message_of_a_service_without_a_time_is_short() -> None:
    desk = make.service(name="Velkaneuvonta", is_free=True)
    make.channel(service=desk, value="+358295660123")

    assert message(desk) == ("Velkaneuvonta. Maksuton. 029 566 0123. tarjotin.example/L/K7M2QX", 1)


def test_very_long_name_is_cut() -> None:
    assert message(make.activity(name="Ryhmä " * 200))[1] <= 2


@pytest.mark.parametrize(("language", "most"), [("fi", 1), ("sv", 1), ("en", 1), ("et", 2), ("ar", 2), ("ru", 2)])
def test_code_of_a_list_is_told_in_few_parts(language: str, most: int) -> None:
    with translation.override(language):
        assert list_message("K7M2QX", language).parts <= most


@pytest.mark.parametrize(
    ("public", "square_holds"),
    [("https://tarjotin.example", "version 2"), ("https://tarjotin.example/kokeilu", "a path as it is")],
)
def test_square_is_small_when_the_address_is_plain(settings: Any, public: str, square_holds: str) -> None:
    settings.PUBLIC_URL = public

    box = carry("K7M2QX", "fi").square.split('viewBox="')[1].split('"')[0]

    assert (box == "0 0 33 33") is (square_holds == "version 2")
