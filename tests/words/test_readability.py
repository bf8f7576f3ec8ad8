from __future__ import annotations

import pytest

from tarjotin.words.readability import Measured, measured, sentences, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("talo", 2),
        ("maa", 1),
        ("koira", 2),
        ("ruoka", 2),
        ("yö", 1),
        ("hauissa", 3),
        ("työttömyys", 3),
        ("liikunta", 3),
        ("järjestäjältä", 5),
        ("vapaaehtoistyö", 5),
        ("HSL", 1),
    ],
)
def test_syllables_are_counted_by_vowels_and_diphthongs(word: str, count: int) -> None:
    assert syllables(word) == count


def test_sentences_end_at_marks_and_lines_and_hold_a_word() -> None:
    assert sentences("Soita meille. Vastaamme!\n\n– 12 –\nTule") == ["Soita meille.", "Vastaamme!", "Tule"]


def test_measured_tells_the_figures_of_a_text() -> None:
    found = measured(["Soita meille. Järjestäjältä saat neuvoja huomenna."])

    assert found == Measured(sentences=2, words=6, longest=4, words_a_sentence=3.0, long_words=16.7, lix=53.0)


def test_measured_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="no word"):
        measured(["12.30", ""])
