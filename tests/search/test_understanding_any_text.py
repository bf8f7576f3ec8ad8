"""Any text at all is understood as something: nothing raises, and what is taken away can be put back."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tarjotin.search.understanding import Understood, understand
from tarjotin.words.analysis import clean

TODAY = date(2026, 11, 24)
# Words that criteria are made of, in any order, beside anything else.
TELLING = (
    "ei ilman not utan не "
    "ilmainen gratis free бесплатно maanantai keskiviikkoiltana klo 17 70v 65+ yli alle lähellä near "
    'Kalliossa Töölö Itäkeskus aamulla tänään i på in tai ja , - – “ ” " « '
    "jooga päivä vuotias pm : 24 1 seniorit مجانا 0 ²"
).split()
PIECES = st.one_of(st.sampled_from(TELLING), st.text(max_size=8))
TEXTS = st.lists(PIECES, max_size=40).flatmap(lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)]))


def ask(text: str, language: str = "fi", *, exact: bool = False) -> Understood:
    return understand(text, language=language, today=TODAY, exact=exact)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, language=st.sampled_from(("fi", "sv", "en", "ru", "ar", "ckb", "xx", "")))
def test_understand_of_any_text_takes_chips_from_its_words_only(text: str, language: str) -> None:
    found = ask(text, language)

    squeezed = " ".join(unicodedata.normalize("NFKC", clean(text)).split())
    for chip in found.chips:
        assert chip.options
        assert chip.words
        assert chip.words in squeezed
        assert letters(chip.words) + letters(chip.without) <= letters(squeezed)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS)
def test_understand_of_any_text_searches_words_that_no_chip_took(text: str) -> None:
    found = ask(text)

    assert letters(found.words) <= letters(unicodedata.normalize("NFKC", clean(text)))


def letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if not letter.isspace())


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_understand_exactly_gives_no_chips(text: str) -> None:
    found = ask(text, exact=True)

    assert (found.chips, found.near, found.age, found.starts_from) == ((), None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "\ud800 jooga",
        "'; drop table",
        "a" * 10_000,
        "ei " * 5_000,
        "70-" * 3_000,
        '"' * 9_999,
        "İıß ﬁ ½ ² ٣ ௧ 🧘‍♀️ é",
        "\u0301\u0301",
        "99999999999999999999 vuotias",
        "klo 99",
        "klo klo klo 17 - - 18",
    ],
)
def test_understand_of_a_hostile_text_is_bounded(text: str) -> None:
    found = ask(text)

    assert len(found.words) <= 1_000
    assert len(found.chips) <= 30
