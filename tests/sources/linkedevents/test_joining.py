from __future__ import annotations

import pytest

from tarjotin.sources.linkedevents.joining import Joining, read_contact, read_joining


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Maksuton, vaatii ilmoittautumisen", "register"),
        ("Ilmoittaudu viimeistään 3.2.", "register"),
        ("Ilmoittautuminen alkaa 1.2.", "register"),
        ("Sinun ei tarvitse osata mitään. Ilmoittautumiset verkossa.", "register"),
        ("Förhandsanmälan senast 3.2.", "register"),
        ("Anmäl dig per telefon", "register"),
        ("Please register by Friday", "register"),
        ("Ei tarvitse ilmoittautua", "drop_in"),
        ("Ei tarvitse erikseen ilmoittautua", "drop_in"),
        ("Ennakkoon ei tarvitse ilmoittautua", "drop_in"),
        ("ei ennakkoilmoittautumista", "drop_in"),
        ("Ei vaadi ennakkoilmoittautumista.", "drop_in"),
        ("Ilmoittautumista ei tarvita", "drop_in"),
        ("Ilmoittautuminen ei ole pakollista", "drop_in"),
        ("Mukaan pääsee ilman ennakkoilmoittautumista", "drop_in"),
        ("ingen förhandsanmälan", "drop_in"),
        ("Anmälan behövs inte", "drop_in"),
        ("Du behöver inte anmäla dig", "drop_in"),
        ("No prior registration required", "drop_in"),
        ("Registration is not required", "drop_in"),
        ("You do not need to register in advance", "drop_in"),
        ("Voit tulla myös ilman ilmoittautumista.", "register_or_drop_in"),
        ("Ilmoittaudu etukäteen tai tule suoraan paikalle", "register_or_drop_in"),
        ("Hinta ei sisällä ilmoittautumismaksua", ""),
        ("Tervetuloa mukaan!", ""),
    ],
)
def test_sign_up_in_words_is_read_with_the_negation_first(text: str, entry: str) -> None:
    assert read_joining((text,)).entry == entry


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tule. Ilmoittautuminen: https://ilmo.example.fi/a. Puh. 09 310 85056.",
            Joining("register", url="https://ilmo.example.fi/a", phone="+358931085056"),
        ),
        ("Ilmoittaudu: kirjasto@example.fi", Joining("register", email="kirjasto@example.fi")),
        ("Ilmoittaudu: maija.meikalainen@example.fi", Joining("register")),
        ("Ei ilmoittautumista. Lisätietoa https://example.fi", Joining("drop_in")),
    ],
)
def test_the_way_to_sign_up_is_taken_from_its_sentence(text: str, expected: Joining) -> None:
    assert read_joining((text,)) == expected


def test_the_first_language_that_speaks_of_sign_up_decides() -> None:
    texts = ("Tervetuloa!", "Ingen anmälan.", "Please register.")

    assert read_joining(texts).entry == "drop_in"


def test_a_contact_is_read_from_the_sentence_about_asking() -> None:
    text = "Kurssi alkaa 040 tapaamisella. Tiedustelut puh. 09 310 85056 tai kirjasto@example.fi."

    assert read_contact((text,)) == ("+358931085056", "kirjasto@example.fi")
