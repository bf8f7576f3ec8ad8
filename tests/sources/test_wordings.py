"""Localised texts of a source: masked, told apart, joined."""

from __future__ import annotations

from tarjotin.common.text import LocalisedText
from tarjotin.sources import wordings

LONG = "Kaupungin hallinnassa on neljä uimahallia."


def test_text_with_a_persons_address_is_masked_and_the_loss_is_flagged() -> None:
    flags: list[str] = []

    read = wordings.text({"desc_fi": "Kysy maija.mallikas@esimerkki.fi", "desc_en": "Ask us"}, "desc", flags)

    assert read == LocalisedText.of(fi="Kysy [sähköposti poistettu]", en="Ask us")
    assert flags == ["personal e-mail address masked in a text"]


def test_own_words_with_the_finnish_text_as_swedish_drops_the_copy() -> None:
    flags: list[str] = []

    kept = wordings.own_words(LocalisedText.of(fi=LONG, sv=LONG, en="The city has four pools."), "summary", flags)

    assert kept == LocalisedText.of(fi=LONG, en="The city has four pools.")
    assert flags == ["the summary in sv is the Finnish text"]


def test_own_words_with_the_same_short_name_in_two_languages_keeps_both() -> None:
    flags: list[str] = []
    name = LocalisedText.of(fi="Cafe Yrjö", sv="Cafe Yrjö")

    assert wordings.own_words(name, "name", flags) == name
    assert flags == []


def test_joined_puts_texts_together_by_language_each_once() -> None:
    parts = [LocalisedText.of(fi="a", sv="b"), LocalisedText.of(fi="a"), LocalisedText.of(fi="c")]

    assert wordings.joined(parts) == LocalisedText.of(fi="a\n\nc", sv="b")


def test_addresses_add_the_scheme_and_leave_out_what_is_no_page() -> None:
    raw = {"www_fi": "www.hel.fi", "www_sv": "-", "www_en": "javascript:alert(1)"}

    assert wordings.addresses(raw, "www") == LocalisedText.of(fi="https://www.hel.fi")


def test_first_of_takes_finnish_before_swedish() -> None:
    assert wordings.first_of(LocalisedText.of(sv="b", en="c")) == "b"
