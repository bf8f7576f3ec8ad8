"""What of a question may be kept: never a number, an address or a name."""

from __future__ import annotations

import pytest

from tarjotin.search.understanding.understood import Meant
from tarjotin.search.unfound_terms import Term, language_of, terms


def kept(asked: str, *, left: str | None = None, meant: tuple[Meant, ...] = (), language: str = "fi") -> list[str]:
    found = terms(asked, left=asked if left is None else left, meant=meant, language=language)
    return [term.text for term in found]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("miekkailu", ["miekkailu"]),
        ("Miekkailu", ["miekkailu"]),
        ("MIEKKAILU", ["miekkailu"]),
        ("miekkailu ja luistelu", ["miekkailu", "luistelu"]),
        ("miekkailu miekkailu", ["miekkailu"]),
        ("haluan miekkailu", ["miekkailu"]),  # a word without meaning
        ("ab miekkailu", ["miekkailu"]),  # too short
        ("a" * 31, []),
        ("", []),
    ],
)
def test_words_are_kept_once_in_lower_case_without_empty_ones(asked: str, words: list[str]) -> None:
    assert kept(asked) == words


@pytest.mark.parametrize(
    "asked",
    [
        "0401234567",
        "040 123 4567",
        "+358-40-1234567",
        "010190-123A",
        "abc-123",
        "٠٤٠١٢٣",
        "aku.ankka@example.org",
        "aku(at)example.org",
        "aku.ankka",
        "www.example.org",
        "https://example/kirje",
        "Mannerheimintie 5 B",
        "hämeentiellä 12",
        "Mannerheimvägen 5",
    ],
)
def test_number_or_address_is_dropped_whole(asked: str) -> None:
    assert kept(f"miekkailu {asked}") == ["miekkailu"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("virtanen", []),
        ("Matti", []),
        ("fatima ali miekkailu", ["miekkailu"]),
        ("miekkailu Zorbin kanssa", ["miekkailu"]),  # a capital inside the question
        ("Zorbi Blorbi", []),  # two capitals: a name, whatever it is
        ("Miekkailu Zorbi", []),
        ("мария фехтование", ["фехтование"]),
        ("محمد مبارزة", ["مبارزة"]),
    ],
)
def test_name_is_dropped(asked: str, words: list[str]) -> None:
    assert kept(asked) == words


def test_concept_is_kept_as_a_whole_even_with_capitals() -> None:
    meant = (Meant("taichi", "Tai Chi"),)

    assert kept("kokeilu Tai Chi", meant=meant) == ["tai chi", "kokeilu"]


def test_concept_that_only_resembles_a_word_does_not_keep_it() -> None:
    meant = (Meant("something", "virtanen", exact=False),)

    assert kept("virtanen", meant=meant) == []


def test_words_that_say_a_criterion_are_left_out() -> None:
    assert kept("ilmainen miekkailu", left="miekkailu") == ["miekkailu"]


def test_of_a_long_question_five_words_are_kept() -> None:
    assert kept("miekkailu luistelu hiihto soutu keilailu purjehdus") == [
        "miekkailu",
        "luistelu",
        "hiihto",
        "soutu",
        "keilailu",
    ]


@pytest.mark.parametrize(
    ("text", "reader", "language"),
    [
        ("fäktning", "sv", "sv"),
        ("fencing", "fi", "fi"),
        ("фехтование", "fi", "ru"),
        ("фехтування і", "fi", "uk"),
        ("фехтование", "uk", "uk"),
        ("مبارزة", "fi", "ar"),
        ("گیتار", "en", "fa"),
        ("شمشێربازی", "en", "ckb"),
        ("击剑", "sv", "sv"),
    ],
)
def test_language_is_the_readers_unless_the_letters_say_otherwise(text: str, reader: str, language: str) -> None:
    assert language_of(text, reader) == language


def test_term_carries_its_language() -> None:
    assert terms("фехтование", left="фехтование", meant=(), language="en") == (Term("фехтование", "ru"),)
