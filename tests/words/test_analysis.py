"""How texts and questions are cut into words."""

from __future__ import annotations

import pytest

from tarjotin.common.text import LocalisedText
from tarjotin.words import analysis


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ruoka-apua Kontulassa!", ["ruoka", "apua", "kontulassa"]),
        ("ＪＯＯＧＡ", ["jooga"]),
        ("snake_case", ["snake", "case"]),
        ("A\u0308äni a\u0308iti", ["ääni", "äiti"]),
        ("مُحَمَّد", ["محمد"]),
        ("\ud800 a\x00b", ["a", "b"]),
        ("x" * 60, ["x" * 40]),
        ("!?… ()", []),
    ],
)
def test_words_of_a_text_are_cut_and_normalised(text: str, words: list[str]) -> None:
    assert analysis.words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jooga ja pilates Kalliossa", ("jooga", "pilates", "kalliossa")),
        ("ja", ("ja",)),
        ("jooga Jooga JOOGA", ("jooga",)),
        ("children's groups for 7 year olds", ("children", "groups", "7", "year", "olds")),
        (" ".join(f"sana{n}" for n in range(50)), tuple(f"sana{n}" for n in range(20))),
        ("", ()),
    ],
)
def test_a_question_keeps_its_telling_words(text: str, words: tuple[str, ...]) -> None:
    assert analysis.question_words(text) == words


@pytest.mark.parametrize("word", ["uimahalli", "uimahallit", "uimahallin", "uimahallissa"])
def test_stems_of_one_word_in_its_cases_are_one(word: str) -> None:
    assert analysis.stem("fi", word) == "uimahalli"


@pytest.mark.parametrize(
    ("word", "folded"),
    [("töölö", "toolo"), ("åbo", "abo"), ("smørrebrød", "smorrebrod"), ("łódź", "lodz"), ("дом", "дом")],
)
def test_fold_takes_diacritics_away(word: str, folded: str) -> None:
    assert analysis.fold(word) == folded


def test_tokens_hold_stems_by_language_and_plain_forms_of_all() -> None:
    text = LocalisedText.of(fi="Jäähallit", sv="Ishallar", so="Hoolka")

    assert analysis.tokens(text) == analysis.Tokens(
        stems={"fi": ["jäähalli"], "sv": ["ishall"], "en": []},
        plain=["jaahallit", "jaahalli", "jaahalt", "hoolka", "hool", "ishallar", "ishall"],
        parts={"fi": ["jää", "halli"], "sv": ["is", "hall"]},
    )


def test_tokens_of_a_hyphenated_word_hold_the_parts_and_the_whole() -> None:
    assert analysis.tokens(LocalisedText.of(de="ruoka-apu")).plain == ["ruoka", "apu", "ruokaapu"]


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        (LocalisedText.of(fi="Jäähalli"), ["halli"]),
        (LocalisedText.of(fi="Novelli"), []),
        (LocalisedText.of(sv="Solgym", en="Chairs"), ["gym"]),
        (LocalisedText.of(sv="Gemensam"), []),
    ],
)
def test_heads_are_what_a_compound_may_end_with(text: LocalisedText, heads: list[str]) -> None:
    assert analysis.heads(text) == heads


@pytest.mark.parametrize(
    ("a", "b", "errors"),
    [
        ("jooga", "jooga", 0),
        ("joga", "jooga", 1),
        ("joogaa", "jooga", 1),
        ("ojoga", "jooga", 1),
        ("juuga", "jooga", 2),
        ("", "ab", 2),
    ],
)
def test_distance_counts_typing_errors(a: str, b: str, errors: int) -> None:
    assert (analysis.distance(a, b), analysis.distance(b, a)) == (errors, errors)
