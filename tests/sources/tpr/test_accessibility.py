"""Accessibility of units: unknown stays unknown, and "no shortages" is not a shortage."""

from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import AccessRecord
from tarjotin.common.distance import Point
from tarjotin.common.text import EMPTY, LocalisedText
from tests.sources.tpr.payloads import parsed, place, unit


def payload(viewpoints: str | None = None, **parts: Any) -> dict[str, Any]:
    return {"unit": unit(accessibility_viewpoints=viewpoints), **parts}


def test_viewpoints_become_a_verdict_for_each_profile_and_way_of_arriving() -> None:
    record = place(payload("00:unknown,11:red,12:green,13:unknown,41:green,52:red,61:unknown"))

    assert record.access == (
        AccessRecord("wheelchair", "any", "shortcomings"),
        AccessRecord("wheelchair", "own_car", "ok"),
        AccessRecord("wheelchair", "dropped_off", "unknown"),
        AccessRecord("stroller", "any", "ok"),
        AccessRecord("visually_impaired", "dropped_off", "shortcomings"),
        AccessRecord("hearing_aid", "any", "unknown"),
    )


@pytest.mark.parametrize("nothing", [None, "", "00:unknown", "00:unknown,11:unknown,21:unknown"])
def test_viewpoints_that_are_all_unknown_say_nothing(nothing: str | None) -> None:
    assert place(payload(nothing)).access == ()


def test_viewpoint_nobody_knows_is_flagged_and_left_out() -> None:
    result = parsed(payload("11:green,71:red,21:blue"))

    assert result.record is not None
    assert place(payload("11:green,71:red,21:blue")).access == (AccessRecord("wheelchair", "any", "ok"),)
    assert result.flags == (
        "accessibility viewpoint not known: 71:red",
        "accessibility viewpoint not known: 21:blue",
    )


def test_shortages_are_told_with_their_viewpoint_and_counted() -> None:
    shortages = [
        {"unit_id": 41102, "viewpoint_id": "32", "shortage_fi": "Esteettömiä autopaikkoja ei ole."},
        {
            "unit_id": 41102,
            "viewpoint_id": "32",
            "shortage_fi": "Tuulikaappi on ahdas.",
            "shortage_en": "A cramped foyer.",
        },
    ]

    record = place(payload("32:red", shortages=shortages))

    text = LocalisedText.of(fi="Esteettömiä autopaikkoja ei ole.\nTuulikaappi on ahdas.", en="A cramped foyer.")
    assert record.access == (AccessRecord("rollator", "own_car", "shortcomings", text, 2),)


@pytest.mark.parametrize("text", ["Ei puutteita.", "Ei tiedettyjä puutteita.", "ei puutteita"])
def test_shortage_that_says_there_is_none_is_none(text: str) -> None:
    shortages = [{"unit_id": 41102, "viewpoint_id": "21", "shortage_fi": text, "shortage_en": "No shortcomings."}]

    assert place(payload("21:green", shortages=shortages)).access == (AccessRecord("reduced_mobility", "any", "ok"),)


def test_shortage_beside_a_green_viewpoint_counts_and_is_flagged() -> None:
    shortages = [{"unit_id": 41102, "viewpoint_id": "11", "shortage_fi": "Kynnys on korkea."}]

    result = parsed(payload("11:green", shortages=shortages))

    assert place(payload("11:green", shortages=shortages)).access == (
        AccessRecord("wheelchair", "any", "shortcomings", LocalisedText.of(fi="Kynnys on korkea."), 1),
    )
    assert result.flags == ("viewpoint 11 is green with shortages listed: taken as shortcomings",)


def test_shortage_beside_an_unknown_viewpoint_is_told_and_the_verdict_stays_unknown() -> None:
    shortages = [{"unit_id": 41102, "viewpoint_id": "61", "shortage_fi": "Induktiosilmukkaa ei ole."}]

    assert place(payload("61:unknown", shortages=shortages)).access == (
        AccessRecord("hearing_aid", "any", "unknown", LocalisedText.of(fi="Induktiosilmukkaa ei ole."), 1),
    )


def test_counts_of_the_service_map_go_to_the_general_verdict_of_each_profile() -> None:
    record = place(payload("11:red,12:red,61:green", shortcoming_count={"wheelchair": 4}))

    assert record.access == (
        AccessRecord("wheelchair", "any", "shortcomings", count=4),
        AccessRecord("wheelchair", "own_car", "shortcomings"),
        AccessRecord("hearing_aid", "any", "ok"),
    )


def test_main_entrance_with_numbers_as_texts_gives_the_entrance_point() -> None:
    entrances = [
        {"id": 2, "unit_id": 41102, "is_main_entrance": "N", "latitude": "60.1", "longitude": "24.9"},
        {"id": 1, "unit_id": 41102, "is_main_entrance": "Y", "latitude": "60.1682", "longitude": "24.9391"},
    ]

    assert place(payload(entrances=entrances)).entrance_point == Point(60.1682, 24.9391)


def test_main_entrance_outside_the_region_is_dropped_and_flagged() -> None:
    entrances = [{"id": 1, "unit_id": 41102, "is_main_entrance": "Y", "latitude": "0", "longitude": "0"}]

    assert place(payload(entrances=entrances)).entrance_point is None
    assert parsed(payload(entrances=entrances)).flags == ("main entrance: point dropped: 0, 0",)


def sentence(group: str, text: str) -> dict[str, Any]:
    return {"unit_id": 41102, "sentence_group_name": group, "sentence_group_fi": group, "sentence_fi": text}


def test_sentences_on_the_way_in_go_to_entrance_arrival_and_parking() -> None:
    sentences = [
        sentence("Pääsisäänkäynti", "Ovi on raskas."),
        sentence("Pääsisäänkäynti", "Tuulikaappi on ahdas."),
        sentence("Kulkureitti pääsisäänkäynnille", "Reitti on epätasainen."),
        sentence("Esteettömät autopaikat", "3 esteetöntä autopaikkaa sijaitsee ulkona."),
        sentence("Sisätilat", "Hissi on ahdas."),
    ]

    record = place(payload(sentences=sentences))

    assert (record.entrance, record.arrival, record.parking, record.accessible_parking) == (
        LocalisedText.of(fi="Ovi on raskas. Tuulikaappi on ahdas."),
        LocalisedText.of(fi="Reitti on epätasainen."),
        LocalisedText.of(fi="3 esteetöntä autopaikkaa sijaitsee ulkona."),
        True,
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Esteettömiä autopaikkoja ei ole.", False),
        ("Kaksi esteetöntä autopaikkaa sijaitsee hallissa.", True),
        ("Pysäköinti on maksullista.", None),
    ],
)
def test_accessible_parking_is_told_only_by_words_about_it(text: str, told: bool | None) -> None:
    assert place(payload(sentences=[sentence("Esteettömät autopaikat", text)])).accessible_parking is told


def test_unit_without_sentences_tells_nothing_of_the_way_in() -> None:
    record = place(payload())

    assert (record.entrance, record.arrival, record.parking, record.accessible_parking) == (EMPTY, EMPTY, EMPTY, None)
