"""Names of districts and stations in all their forms."""

from __future__ import annotations

import pytest

from tarjotin.catalogue.geography import districts, stops
from tarjotin.search.understanding import names
from tarjotin.words.analysis import words


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("kallio", "Kallio"),
        ("kalliossa", "Kallio"),
        ("kallioon", "Kallio"),
        ("kallion", "Kallio"),
        ("malmille", "Malmi"),
        ("viikissä", "Viikki"),
        ("kampissa", "Kamppi"),
        ("töölössä", "Töölö"),
        ("toolossa", "Töölö"),
        ("herttoniemessä", "Herttoniemi"),
        ("lauttasaaresta", "Lauttasaari"),
        ("pitäjänmäellä", "Pitäjänmäki"),
        ("pitajanmaen", "Pitäjänmäki"),
        ("ruskeasuolla", "Ruskeasuo"),
        ("punavuoressa", "Punavuori"),
        ("kruununhaassa", "Kruununhaka"),
        ("katajanokalla", "Katajanokka"),
        ("sörnäisissä", "Sörnäinen"),
        ("sörnäisten", "Sörnäinen"),
        ("kauniaisissa", "Kauniainen"),
        ("östersundomissa", "Östersundom"),
        ("itäkeskuksessa", "Itäkeskus"),
        ("itiksessä", "Itäkeskus"),
        ("hakaniemessä", "Hakaniemi"),
        ("ruoholahdessa", "Ruoholahti"),
        ("niittykummussa", "Niittykumpu"),
        ("vantaankoskella", "Vantaankoski"),
        ("aviapoliksessa", "Aviapolis"),
        ("espooseen", "Espoo"),
        ("vantaalla", "Vantaa"),
        ("berghäll", "Kallio"),
        ("tölös", "Tölö"),
        ("каллио", "Kallio"),
        ("мюллюпуро", "Myllypuro"),
        ("кяпюля", "Käpylä"),
    ],
)
def test_find_a_name_in_any_form(written: str, label: str) -> None:
    found = names.find((written,))

    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    "word",
    ["kerää", "kerätä", "vända", "viikko", "viikon", "kalliokiipeily", "malmö", "helsinki", "puisto", "", "каша"],
)
def test_find_no_name_in_other_words(word: str) -> None:
    assert names.find((word,)) is None


@pytest.mark.parametrize(
    "words", [("etu", "töölössä"), ("främre", "tölö"), ("pohjois", "haagan"), ("östra", "centrum")]
)
def test_find_a_name_of_two_words(words: tuple[str, ...]) -> None:
    assert names.find(words) is not None


def test_find_every_district_and_station_by_its_name() -> None:
    written = [wording.text for district in districts().values() for wording in district.name.wordings]
    written += [stop.name for stop in stops() if stop.name not in names.LEFT_OUT]

    assert [name for name in written if names.find(tuple(words(name))) is None] == []


def test_find_a_station_that_is_also_a_district_as_the_district() -> None:
    shared = {stop.name for stop in stops()} & {district.name.get("fi") for district in districts().values()}

    found = [names.find((name.casefold(),)) for name in sorted(shared - names.LEFT_OUT) if "-" not in name]

    assert len(found) >= 8
    assert all(name is not None and name.districts and name.point for name in found)
