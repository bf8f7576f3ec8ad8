from __future__ import annotations

import pytest

from tarjotin.words.thesaurus import LANGUAGES, thesaurus
from tarjotin.words.thesaurus.subjects import said_apart, subjects


def test_every_concept_has_one_subject_in_the_order_of_the_files() -> None:
    assert [code for codes in subjects().values() for code in codes] == list(thesaurus())


def test_subjects_are_the_data_files() -> None:
    assert "swimming" in subjects()["sport"]
    assert "loneliness" in subjects()["needs"]


@pytest.mark.parametrize(
    ("language", "wordings", "apart"),
    [
        ("fi", ("uida", "uimaan", "uimassa", "uimahalli"), ("uida", "uimahalli")),
        ("fi", ("lempeä jooga", "lempeää joogaa", "jooga"), ("lempeä jooga", "jooga")),
        ("sv", ("simhall", "simhallen", "simma"), ("simhall", "simma")),
        ("en", ("debt", "debts", "bills"), ("debt", "bills")),
        ("ar", ("سباحة",), ("سباحة",)),
        ("fi", (), ()),
    ],
)
def test_inflected_forms_of_what_is_said_already_are_left_out(
    language: str, wordings: tuple[str, ...], apart: tuple[str, ...]
) -> None:
    assert said_apart(wordings, language) == apart


@pytest.mark.parametrize("language", LANGUAGES)
def test_label_is_never_left_out(language: str) -> None:
    labels = [said_apart(concept.wordings[language], language)[0] for concept in thesaurus().values()]

    assert labels == [concept.wordings[language][0] for concept in thesaurus().values()]
