from __future__ import annotations

import pytest

from tarjotin.sources.trials import trial


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ensimmäinen kerta on ilmainen.", "first_free"),
        ("Första gången är gratis", "first_free"),
        ("The first time is free", "first_free"),
        ("5 €, ensimmäinen kerta 0 €", "first_free"),
        ("3 €, ensimmäiset kaksi kertaa ilmaiseksi", "first_free"),
        ("5 €, första gången gratis", "first_free"),
        ("€3, first two times free", "first_free"),
        ("Ensimmäinen kerta 10 €", ""),
        ("Ensimmäinen kerta on kokeilukerta", "try_before_signing"),
        ("Tervetuloa: avoin kokeilu kaikille", "open_house"),
        ("Avoimet ovet", "open_house"),
        ("Kokeile uutta!", ""),
    ],
)
def test_a_trial_is_read_from_the_words(text: str, kind: str) -> None:
    assert trial((text,)) == kind
