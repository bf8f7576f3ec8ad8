"""Words of the other languages: what is brought to one form."""

from __future__ import annotations

import pytest

from tarjotin.words import analysis
from tarjotin.words.forms import Forms, meet


def read(language: str, text: str) -> Forms:
    return analysis.forms(language, analysis.normalise(text))


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("sv", "simhallen", "hall"),
        ("sv", "ungdomsgården", "gård"),
        ("sv", "språkkaféer", "språk"),
        ("sv", "kvinnogrupper", "grupp"),
        ("sv", "ishallar", "ishallen"),
        ("en", "swimming", "swims"),
        ("ru", "детям", "дети"),
        ("ru", "помощи", "помощь"),
        ("uk", "мовою", "мова"),
        ("uk", "безкоштовний", "безкоштовна"),
        ("et", "raamatukogus", "raamatukogu"),
        ("so", "haweenka", "haween"),
        ("ar", "السباحة", "سباحة"),
        ("ar", "للنساء", "النساء"),
        ("ar", "والأطفال", "أطفال"),
        ("ar", "مُسَاعَدَة", "مساعدة"),
        ("ar", "دورات", "دورة"),
        ("fa", "كتابخانه", "کتابخانه"),
        ("fa", "کلاس‌های", "کلاسها"),
        ("ckb", "منداڵان", "منداڵ"),
        ("ckb", "قوتابخانەکان", "قوتابخانە"),
    ],
)
def test_forms_of_one_word_meet(language: str, a: str, b: str) -> None:
    assert any(meet(read(language, one), read(language, b)) for one in analysis.words(a))


@pytest.mark.parametrize(
    ("language", "a", "b"),
    [
        ("sv", "simhall", "ishall"),
        ("sv", "novell", "vell"),
        ("sv", "hallon", "hall"),
        ("ru", "дом", "дума"),
        ("uk", "мова", "море"),
        ("ar", "الماء", "المال"),
        ("so", "haween", "carruur"),
    ],
)
def test_forms_of_two_words_do_not_meet(language: str, a: str, b: str) -> None:
    assert not meet(read(language, a), read(language, b))


@pytest.mark.parametrize(("text", "words"), [("٣ ۴ ๕", ["3", "4", "5"]), ("klo ۱۲", ["klo", "12"]), ("5²", ["52"])])
def test_digits_of_every_script_become_ascii(text: str, words: list[str]) -> None:
    assert analysis.words(text) == words


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("أحمد", "احمد"),
        ("آب", "اب"),
        ("مدرسة", "مدرسه"),
        ("کتابی", "كتابي"),
        ("ـســلامـ", "سلام"),
        ("هەولێر", "ههولير"),
    ],
)
def test_fold_writes_a_letter_of_the_arabic_script_in_one_way(word: str, folded: str) -> None:
    assert analysis.fold(word) == folded


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("السباحة", ("السباحه", "سباحه", "سباح", "السباح")),
        ("детям", ("детям", "дет")),
        ("kerhossa", ("kerhossa", "kerho", "kerh", "kerhoss")),
        ("7", ("7",)),
    ],
)
def test_plain_forms_are_those_of_all_languages_of_the_script(word: str, forms: tuple[str, ...]) -> None:
    assert analysis.plain_forms(word) == forms


def test_tokens_of_other_languages_hold_the_word_and_its_shorter_form() -> None:
    tokens = analysis.tokens(analysis.LocalisedText.of(ar="السباحة", so="haweenka", uk="мовою"))

    assert tokens.plain == ["السباحه", "سباحه", "سباح", "haweenka", "haween", "мовою", "мов"]
