from __future__ import annotations

import pytest

from tarjotin.words.personal_names import looks_like_a_name


@pytest.mark.parametrize(
    "word",
    [
        "matti",
        "virtanen",
        "mäkinen",
        "korhonen",
        "fatima",
        "fatimalle",
        "mohamediltä",
        "karlsson",
        "petrov",
        "сергеевич",
        "мариной",
        "шевченко",
        "محمد",
        "فاطمة",
        "ئەحمەد",
    ],
)
def test_name_in_any_form_looks_like_one(word: str) -> None:
    assert looks_like_a_name(word)


@pytest.mark.parametrize(
    "word",
    ["ukulele", "ukuleleryhmä", "satu", "tuuli", "helsinki", "yoga", "stickning", "lesson", "плавание", "سباحة"],
)
def test_word_that_is_not_only_a_name_does_not(word: str) -> None:
    assert not looks_like_a_name(word)
