from __future__ import annotations

from urllib.parse import unquote

import pytest

from tarjotin.web.formats import sms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (0, 1, True)),
        ("Hei äiti, Åbo", (13, 1, True)),
        ("a" * 160, (160, 1, True)),
        ("a" * 161, (161, 2, True)),
        ("a" * 306, (306, 2, True)),
        ("a" * 307, (307, 3, True)),
        ("€" * 80, (160, 1, True)),
        ("€" * 81, (162, 2, True)),
        ("a" * 152 + "€" * 77, (306, 3, True)),  # the euro sign does not fit into the last place of a part
        ("ж" * 70, (70, 1, False)),
        ("ж" * 71, (71, 2, False)),
        ("ж" * 134, (134, 2, False)),
        ("ж" * 135, (135, 3, False)),
        ("õ", (1, 1, False)),
        ("🙂" * 35, (70, 1, False)),
        ("🙂" * 36, (72, 2, False)),
    ],
)
def test_signs_and_parts_of_a_message(text: str, expected: tuple[int, int, bool]) -> None:
    counted = sms.count(text)

    assert (counted.signs, counted.parts, counted.is_basic) == expected


def test_looks_do_not_cost_the_small_alphabet() -> None:
    assert sms.count(sms.plain("klo 10–11, ”Tuolijumppa” 7\N{NO-BREAK SPACE}€ …")).is_basic


def test_link_keeps_every_sign_of_the_text() -> None:
    text = "Hei & moi?\nhttps://a.example/ö #1 +358"

    assert unquote(sms.link(text).removeprefix("sms:?&body=")) == text
    assert not set("&?#+\n ") & set(sms.link(text).removeprefix("sms:?&body="))
