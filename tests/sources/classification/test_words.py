from __future__ import annotations

import pytest

from tarjotin.sources.classification.words import Matcher, Pattern, patterns_of, words_of


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("jumppa", "jumppa", True),
        ("jumppa", "jumpan", False),
        ("jumppa*", "jumppaan", True),
        ("*jumppa", "tuolijumppa", True),
        ("*jumppa", "tuolijumpan", False),
        ("*jumppa*", "kesäjumppapassi", True),
        ("ruoka apu*", "ruoka-apua", True),
        ("ruoka apu*", "ruoka ja apu", False),
        ("RUOKA-APU", "Ruoka-apu", True),
    ],
)
def test_pattern_fits_words_with_its_stars(pattern: str, text: str, fits: bool) -> None:
    matcher = Matcher([(7, patterns_of(pattern), ())])

    assert [number for number, _ in matcher.find(words_of(text))] == ([7] if fits else [])


def test_false_friend_never_counts_and_the_true_word_beside_it_does() -> None:
    matcher = Matcher([(1, patterns_of("keskus*"), patterns_of("keskusta*, keskustel*"))])

    assert matcher.find(words_of("Keskustan keskustelu, keskusten kirjo")) == [(1, "keskusten")]


def test_false_friend_of_several_words_counts_out_the_first_of_them() -> None:
    matcher = Matcher([(1, patterns_of("avoin"), patterns_of("avoin data"))])

    assert matcher.find(words_of("Avoin data")) == []
    assert matcher.find(words_of("Avoin ilta")) == [(1, "avoin")]


def test_each_rule_is_found_once_in_the_order_of_the_text() -> None:
    matcher = Matcher([(1, patterns_of("kuoro, laulu*"), ()), (2, patterns_of("retki"), ())])

    assert matcher.find(words_of("Retki, laulu ja kuoro")) == [(2, "retki"), (1, "laulu")]


def test_words_lose_case_soft_hyphens_and_zero_width_marks() -> None:
    assert words_of("Omais-\u200b ja perhe\u00adhoitajan 65-vuotispäivä!") == [
        "omais",
        "ja",
        "perhehoitajan",
        "65",
        "vuotispäivä",
    ]


@pytest.mark.parametrize("text", ["*", "ju*mppa", "ruoka *"])
def test_pattern_without_a_word_or_with_a_star_inside_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="star"):
        Pattern.parse(text)
