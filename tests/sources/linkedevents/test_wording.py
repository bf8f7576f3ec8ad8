from __future__ import annotations

import pytest

from tarjotin.sources.linkedevents import wording


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("PERUTTU: Jooga", ("Jooga", True)),
        ("PERUTTU! Jooga", ("Jooga", True)),
        ("Peruttu Jooga", ("Jooga", True)),
        ("Jooga (PERUTTU)", ("Jooga", True)),
        ("Jooga – peruttu", ("Jooga", True)),
        ("INSTÄLLT: Yoga", ("Yoga", True)),
        ("CANCELLED – Yoga", ("Yoga", True)),
        ("Peruttu", ("Peruttu", True)),
        ("Perutut junat", ("Perutut junat", False)),
        ("Perunat", ("Perunat", False)),
    ],
)
def test_a_cancelled_name_loses_its_mark(name: str, expected: tuple[str, bool]) -> None:
    assert wording.without_cancelled(name) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sävyryhmä – 13–18 v klo 14.00–15.45", (13, 18)),
        ("Musiikkituokiot (3 kk–4 v) klo 9.30", (0, 4)),
        ("Työpaja 9-12-vuotiaille", (9, 12)),
        ("Kursen – 11–18 år kl 17.15", (11, 18)),
        ("Vesijumppa yli 65-vuotiaille", (65, None)),
        ("Tasapaino 60+", (60, None)),
        ("Vauvat alle 3-vuotiaille", (None, 2)),
        ("Konsertti, alle 18-v. ilmaiseksi", (None, None)),
        ("Jooga klo 10-12", (None, None)),
        ("Kurssi 3.2.-4.3.2027", (None, None)),
    ],
)
def test_ages_are_read_from_a_title(title: str, expected: tuple[int | None, int | None]) -> None:
    assert wording.ages(title) == expected


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("Tarvitset palvelukeskuskortin.", True),
        ("Med servicecentralskort.", True),
        ("Bring your service centre card", True),
        ("Et tarvitse mitään korttia", False),
        ("Ei tarvita palvelukeskuskorttia", False),
        ("Palvelukeskuskorttia ei tarvita", False),
    ],
)
def test_the_service_centre_card_is_found_unless_it_is_not_needed(text: str, needed: bool) -> None:
    assert wording.needs_service_centre_card((text,)) is needed


def test_english_in_the_finnish_field_is_noticed() -> None:
    english = "Come and join us for a walk in the park with our guide. You are welcome to take your friends with you."
    finnish = "Tule mukaan kävelylle puistoon oppaan kanssa. Voit ottaa ystävät mukaan, ja kaikki ovat tervetulleita."

    assert wording.seems_english(english)
    assert not wording.seems_english(finnish)


@pytest.mark.parametrize(
    "text",
    [
        "Ryhmille erikseen sovittavana ajankohtana",
        "Enligt överenskommelse",
        "By appointment",
        "Hieronta ajanvarauksella",
    ],
)
def test_by_arrangement_is_noticed(text: str) -> None:
    assert wording.is_by_arrangement([text])
