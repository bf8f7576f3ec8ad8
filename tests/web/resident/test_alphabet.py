from __future__ import annotations

import pytest

from tarjotin.web.resident.alphabet import place, stretches


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("fi", ["aamu", "Zumba", "å", "äiti", "öljy"]),
        ("sv", ["zon", "år", "ära", "öl"]),
        ("et", ["sport", "šašlõkk", "talu", "vesi", "õde", "äri", "öö", "ümbrus"]),
        ("ru", ["еда", "ёлка", "жизнь"]),
        ("uk", ["гра", "ґанок", "дім", "їжа", "йога", "яхта"]),
        ("ar", ["أزمة", "اسم", "إيجار", "باب"]),
        ("fa", ["باغ", "پول", "تنیس", "چای", "گروه", "یوگا"]),
        ("ckb", ["بازی", "پارە", "ڕاکردن", "یۆگا"]),
        ("en", ["3d printing", "art", "yoga"]),
    ],
)
def test_words_stand_in_the_order_of_their_alphabet(language: str, in_order: list[str]) -> None:
    shuffled = [*in_order[1::2], *in_order[::2]]

    assert sorted(shuffled, key=lambda word: place(language, word)) == in_order


def test_few_words_are_one_stretch_from_the_first_to_the_last_letter() -> None:
    (stretch,) = stretches(["uinti", "jooga"], "fi", str)

    assert (stretch.name, stretch.words) == ("J–U", ("jooga", "uinti"))


def test_new_stretch_begins_with_a_new_letter_when_there_are_enough_words() -> None:
    words = [f"a{number:02}" for number in range(25)] + ["b1", "c1"]

    found = stretches(words, "fi", str)

    assert [(stretch.name, len(stretch.words)) for stretch in found] == [("A", 25), ("B–C", 2)]


def test_no_words_are_no_stretch() -> None:
    assert stretches([], "fi", str) == []
