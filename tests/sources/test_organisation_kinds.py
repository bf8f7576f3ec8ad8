from __future__ import annotations

import pytest

from tarjotin.sources.municipalities import code_of, name_of
from tarjotin.sources.organisation_kinds import kind_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kotikulman Naapurit ry", "association"),
        ("Kotikulman Naapurit r.y.", "association"),
        ("Närståendes Axel rf", "association"),
        ("Kotikulman asukasyhdistys", "association"),
        ("Diakonissalaitoksen säätiö sr", "foundation"),
        ("Kallion seurakunta", "parish"),
        ("Uimahalli Oy", "company"),
        ("Motion Ab", "company"),
        ("Vantaan ja Keravan hyvinvointialue", "wellbeing_county"),
        ("Ryhmä", ""),
        ("Abraham", ""),
        ("", ""),
    ],
)
def test_kind_of_reads_the_legal_form_in_a_name(name: str, expected: str) -> None:
    assert kind_of([name]) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Helsinki", "091"), ("ESBO", "049"), (" Vanda ", "092"), ("Turku", "")]
)
def test_code_of_knows_the_region_in_both_languages(name: str, expected: str) -> None:
    assert code_of(name) == expected


def test_name_of_an_unknown_code_is_empty() -> None:
    assert (name_of("235").get("sv"), bool(name_of("529"))) == ("Grankulla", False)
