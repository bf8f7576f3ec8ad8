from hypothesis import given
from hypothesis import strategies as st

from tarjotin.common.text import LocalisedText, Wording

texts = st.dictionaries(st.sampled_from(["fi", "sv", "en", "so", "ar", "fi-simple"]), st.text(min_size=1), max_size=5)


@given(texts)
def test_localised_text_survives_the_way_through_json(by_language: dict[str, str]) -> None:
    value = LocalisedText.of(by_language)

    assert LocalisedText.from_json(value.to_json()) == value


def test_in_language_without_that_language_gives_the_nearest_with_its_tag() -> None:
    name = LocalisedText.of(fi="Kuoro", en="Choir")

    found = [name.in_language(tag) for tag in ("fi", "sv", "en", "so")]

    assert [(w.text, w.language) if w else None for w in found] == [
        ("Kuoro", "fi"),
        ("Kuoro", "fi"),
        ("Choir", "en"),
        ("Choir", "en"),
    ]


def test_in_language_of_an_empty_text_is_nothing() -> None:
    assert LocalisedText().in_language("fi") is None


def test_empty_wordings_are_left_out() -> None:
    assert LocalisedText.of(fi="Kuoro", sv="", en="  ", so=None) == LocalisedText((Wording("fi", "Kuoro"),))


def test_filled_from_keeps_own_wordings_and_adds_missing_languages() -> None:
    own = LocalisedText.of(fi="Kuoro")

    filled = own.filled_from(LocalisedText.of(fi="Laulu", sv="Kör"))

    assert filled == LocalisedText.of(fi="Kuoro", sv="Kör")


def test_stale_translation_is_found_by_comparing_fingerprints() -> None:
    old, new = Wording("fi", "Kuoro maanantaisin"), Wording("fi", "Kuoro tiistaisin")
    translated = Wording("en", "Choir on Mondays", by="machine", of=old.fingerprint)

    assert (translated.of == old.fingerprint, translated.of == new.fingerprint) == (True, False)
