from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import ConceptRecord, OrganisationRecord, Ref
from tarjotin.common.text import LocalisedText
from tarjotin.sources.linkedevents.parse import parse
from tarjotin.sources.source import Parsed
from tests.sources.linkedevents.make import API, ref


def test_a_keyword_keeps_its_labels_and_other_words() -> None:
    raw = {
        "id": "yso:p916",
        "name": {"fi": "liikunta", "sv": "motion"},
        "alt_labels": ["kuntoilu", "kuntoilu", "idrott"],
    }

    assert parse("keyword", raw).record == ConceptRecord(
        "yso",
        "p916",
        LocalisedText.of(fi="liikunta", sv="motion"),
        uri="http://www.yso.fi/onto/yso/p916",
        alternatives=LocalisedText.of(und="kuntoilu, idrott"),
    )


def test_a_keyword_of_another_list_has_the_address_of_the_api() -> None:
    raw = {"id": "kulke:747", "name": {"fi": "Lapset"}, "@id": f"{API}/keyword/kulke:747/", "deprecated": False}

    expected = ConceptRecord("kulke", "747", LocalisedText.of(fi="Lapset"), uri=f"{API}/keyword/kulke:747/")
    assert parse("keyword", raw).record == expected


@pytest.mark.parametrize(
    ("fields", "successor", "reason"),
    [
        ({"deprecated": True, "replaced_by": ref("keyword", "yso:p2")}, "p2", ""),
        ({"deprecated": True}, None, "deprecated at the source"),
        ({"name": {}}, None, "no label"),
        ({"id": 4}, None, "no id"),
    ],
)
def test_a_deprecated_keyword_names_its_successor_or_is_rejected(
    fields: dict[str, Any], successor: str | None, reason: str
) -> None:
    parsed = parse("keyword", {"id": "yso:p1", "name": {"fi": "vanha"}} | fields)

    found = parsed.record.replaced_by if isinstance(parsed.record, ConceptRecord) else None
    assert (found, parsed.rejected) == (successor, reason)


def test_a_language_is_a_concept_under_its_tag() -> None:
    raw = {"id": "zh_hans", "name": {"fi": "kiina"}, "translation_available": True, "service_language": True}

    assert parse("language", raw) == Parsed(ConceptRecord("lelanguage", "zh-Hans", LocalisedText.of(fi="kiina")))


@pytest.mark.parametrize(
    ("external_id", "kind", "business_id"),
    [
        ("ahjo:u4804001010", "city", ""),
        ("espoo:kaupunki", "other_city", ""),
        ("ytj:0586977-6", "", "0586977-6"),
        ("ytj:0586977-7", "", ""),
        ("others:1", "", ""),
    ],
)
def test_a_publisher_is_told_apart_by_its_id(external_id: str, kind: str, business_id: str) -> None:
    raw = {"id": external_id, "name": "Julkaisija", "parent_organization": f"{API}/organization/ahjo:u48/"}

    assert parse("organization", raw).record == OrganisationRecord(
        LocalisedText.of(fi="Julkaisija"),
        kind=kind,
        business_id=business_id,
        parent=Ref("linkedevents", "organization", "ahjo:u48"),
    )


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ({"id": "ahjo:u1", "name": ""}, "no name"),
        ({"name": "Julkaisija"}, "no id"),
        ({"id": "ahjo:u1", "name": "A", "replaced_by": f"{API}/organization/ahjo:u2/"}, "replaced by ahjo:u2"),
    ],
)
def test_a_publisher_that_is_none_is_rejected(raw: dict[str, Any], reason: str) -> None:
    assert parse("organization", raw) == Parsed(rejected=reason)


def test_an_unknown_kind_is_rejected() -> None:
    assert parse("image", {"id": 1}) == Parsed(rejected="unknown kind image")
