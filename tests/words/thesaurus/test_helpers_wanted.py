"""Which entries look for volunteers, by how they speak to the reader."""

from __future__ import annotations

import pytest

from tarjotin.common.text import LocalisedText
from tarjotin.words.thesaurus import topics
from tarjotin.words.thesaurus.helpers_wanted import CODE, wants_helpers


@pytest.mark.parametrize(
    ("where", "language", "text"),
    [
        ("title", "fi", "Ryhdy puhelinystäväksi"),
        ("title", "fi", "Saattajaksi harrastukseen"),
        ("title", "fi", "Vapaaehtoiseksi seniorikeskukseen"),
        ("title", "fi", "Kirjaston vapaaehtoistoiminta"),
        ("title", "sv", "Bli telefonvän"),
        ("title", "en", "Become a phone friend"),
        ("summary", "fi", "Info-ilta vapaaehtoisille: tunti viikossa."),
        ("summary", "en", "Training for new volunteers."),
    ],
)
def test_who_asks_the_reader_to_help_wants_helpers(where: str, language: str, text: str) -> None:
    assert wants_helpers([(where, LocalisedText.of({language: text}))])


@pytest.mark.parametrize(
    ("where", "language", "text"),
    [
        ("title", "fi", "Puhelinystävä ikäihmiselle"),
        ("title", "fi", "Savuttomaksi yhdessä"),
        ("title", "fi", "Ryhdy liikkumaan"),
        ("title", "en", "Become a swimmer"),
        ("summary", "fi", "Vapaaehtoinen soittaa sinulle kerran viikossa."),
        ("summary", "en", "A volunteer calls you once a week."),
        ("description", "fi", "Tule vapaaehtoiseksi."),
    ],
)
def test_who_tells_of_helpers_wants_none(where: str, language: str, text: str) -> None:
    assert not wants_helpers([(where, LocalisedText.of({language: text}))])


def test_what_a_volunteer_does_for_the_reader_is_not_about_volunteering() -> None:
    found = topics(texts=[("summary", LocalisedText.of(fi="Vapaaehtoinen soittaa sinulle."))])

    assert CODE not in {topic.code for topic in found}
