from __future__ import annotations

import pytest

from tarjotin.common.text import LocalisedText
from tarjotin.sources.people import names_a_person, without_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Maija Mallikas", True),
        ("Rehtori Maija Mallikas-Malli", True),
        ("toimitusinsinööri [nimi poistettu]", True),
        ("Helsingin kaupungin vaihde", False),
        ("Opettajat/koulunkäynninohjaajat", False),
        ("Rektor", False),
        ("VRK", False),
        ("", False),
    ],
)
def test_names_a_person_when_two_names_stand_together(text: str, expected: bool) -> None:
    assert names_a_person(text) is expected


def test_without_names_keeps_the_wordings_that_name_nobody() -> None:
    role = LocalisedText.of(fi="Ohjaaja Maija Mallikas", sv="Handledare")

    assert without_names(role) == LocalisedText.of(sv="Handledare")
