"""A sorted list of labels, asked by how a word begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarjotin.search.labels import Label, Labels
from tarjotin.words.analysis import fold, normalise

CITY = Labels(
    {
        "Töölön kirjasto": ("place",),
        "Töölön Voima ry": ("organisation",),
        "Uimahalli": ("service", "place"),
        "uinti": ("concept",),
        "Kirjastokortti": ("service",),
        "Lasten uinti": ("activity",),
        "Seniorien tai chi": ("activity",),
        "بهار": ("activity",),
    }
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ui", ["Uimahalli", "uinti", "Lasten uinti"]),
        ("UINTI", ["uinti", "Lasten uinti"]),
        ("toolo", ["Töölön kirjasto", "Töölön Voima ry"]),
        ("töölön k", ["Töölön kirjasto"]),
        ("kirj", ["Kirjastokortti", "Töölön kirjasto"]),
        ("tai  chi", ["Seniorien tai chi"]),
        ("بها", ["بهار"]),
        ("halli", []),
        ("zzz", []),
        ("", []),
        ("  ", []),
    ],
)
def test_labels_of_which_a_word_begins_so_are_found_those_that_begin_so_first(typed: str, found: list[str]) -> None:
    assert [label.text for label in CITY.beginning(typed)] == found


def test_label_tells_everything_that_is_called_so() -> None:
    assert CITY.beginning("uimah") == [Label("Uimahalli", ("service", "place"))]


def test_no_more_are_given_than_are_wanted_and_each_once() -> None:
    labels = Labels({f"Uinti uinti {number:02}": ("activity",) for number in range(30)})

    found = labels.beginning("uinti")

    assert [label.text for label in found] == [f"Uinti uinti {number:02}" for number in range(10)]


def test_empty_list_has_nothing() -> None:
    assert (Labels({}).beginning("ui"), len(Labels({}))) == ([], 0)


@given(st.lists(st.text(max_size=12), max_size=8), st.text(max_size=4))
def test_what_is_found_is_what_a_look_at_every_label_finds(texts: list[str], typed: str) -> None:
    labels = Labels(dict.fromkeys(texts, ("activity",)))

    found = {label.text for label in labels.beginning(typed, most=100)}

    wanted = plain(typed)
    assert found == {text for text in texts if wanted and begins(plain(text), wanted)}


def plain(text: str) -> str:
    return fold(" ".join(normalise(text).split()))


def begins(text: str, wanted: str) -> bool:
    """Whether the text, or one of its other words, begins so."""
    starts = [0, *(at for at in range(1, len(text)) if is_letter(text[at]) and not is_letter(text[at - 1]))]
    return any(text.startswith(wanted, at) for at in starts)


def is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
