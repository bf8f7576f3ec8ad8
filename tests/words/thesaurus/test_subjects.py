from __future__ import annotations

from tarjotin.words.thesaurus import thesaurus
from tarjotin.words.thesaurus.subjects import subjects


def test_every_concept_has_one_subject_in_the_order_of_the_files() -> None:
    assert [code for codes in subjects().values() for code in codes] == list(thesaurus())


def test_subjects_are_the_data_files() -> None:
    assert "swimming" in subjects()["sport"]
    assert "loneliness" in subjects()["needs"]
