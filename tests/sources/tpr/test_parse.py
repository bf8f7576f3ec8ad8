"""TPR units and vocabulary to records: each oddity of the register, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import Code, ConceptRecord, ContactRecord, ImageRecord, PlaceRecord, Ref
from tarjotin.common.distance import Point
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.source import Parsed
from tarjotin.sources.tpr.parse import parse
from tests.sources.tpr.payloads import CITY, DIVISION, parsed, place, place_of, unit


def test_unit_with_the_usual_fields_becomes_a_place() -> None:
    payload = {
        "unit": unit(
            short_desc_fi="Keskustan uimahalli.",
            desc_fi="Ensimmäinen kappale.\n\nToinen kappale.",
            phone="09 310 87401",
            email="yrjonkadun.uimahalli@hel.fi",
            www_fi="www.hel.fi/uimahalli",
            sources=[{"source": "lipas", "id": "506031"}, {"source": "kaupunkialusta", "id": "262"}],
            provided_languages=["fi", "sv"],
            vtj_prt="103056009C",
            vtj_prt_verified="VTJ_PRT_VERIFIED",
            picture_url="https://esimerkki.fi/kuva.jpg",
            picture_caption_fi="Uima-allas.",
            extra_searchwords_fi="uinti, sauna",
            modified_time="2026-10-07T07:18:30",
        )
    }

    assert parsed(payload) == Parsed(
        PlaceRecord(
            name=LocalisedText.of(fi="Yrjönkadun uimahalli", sv="Georgsgatans simhall", en="Yrjönkatu swimming hall"),
            summary=LocalisedText.of(fi="Keskustan uimahalli."),
            description=LocalisedText.of(fi="Ensimmäinen kappale.\n\nToinen kappale."),
            organisation=Ref("tpr", "department", DIVISION),
            street=LocalisedText.of(fi="Yrjönkatu 21 b"),
            postal_code="00120",
            municipality="091",
            city=LocalisedText.of(fi="Helsinki"),
            point=Point(60.16835, 24.93896),
            tpr_unit="41102",
            lipas_id="506031",
            building_id="103056009C",
            website=LocalisedText.of(fi="https://www.hel.fi/uimahalli"),
            email="yrjonkadun.uimahalli@hel.fi",
            phone="+358931087401",
            languages=("fi", "sv"),
            image=ImageRecord("https://esimerkki.fi/kuva.jpg", alt=LocalisedText.of(fi="Uima-allas.")),
            keywords=LocalisedText.of(fi="uinti, sauna"),
            codes=(Code("tpr", "693"), Code("tprword", "729"), Code("tprprovider", "SELF_PRODUCED")),
        )
    )


def test_unit_without_a_finnish_name_is_kept_and_flagged() -> None:
    result = parsed({"unit": unit(name_fi=None, name_en=None)})

    assert isinstance(result.record, PlaceRecord)
    assert result.record.name == LocalisedText.of(sv="Georgsgatans simhall")
    assert result.flags == ("no Finnish name",)


def test_unit_without_any_name_is_rejected() -> None:
    result = parsed({"unit": unit(name_fi="-", name_sv="", name_en=None)})

    assert result == Parsed(rejected="no name in any language")


def test_unit_that_is_not_public_is_rejected() -> None:
    assert parsed({"unit": unit(is_public=False)}) == Parsed(rejected="the register keeps the unit from the public")


def test_payload_of_an_unknown_kind_is_rejected() -> None:
    assert parse("bridge", {"id": 1}) == Parsed(rejected="kind not known: bridge")


@pytest.mark.parametrize("nothing", [None, "", "-", " ", "&nbsp;"])
def test_unit_text_that_means_no_value_is_empty(nothing: str | None) -> None:
    assert place_of(desc_fi=nothing).description == EMPTY


def test_unit_with_a_finnish_text_in_the_swedish_field_keeps_it_as_finnish_only() -> None:
    text = "Lounasta, ryhmiä ja juttuseuraa Sörnäisissä."

    result = parsed({"unit": unit(short_desc_fi=text, short_desc_sv=text)})

    assert isinstance(result.record, PlaceRecord)
    assert result.record.summary == LocalisedText.of(fi=text)
    assert result.flags == ("the summary in sv is the Finnish text",)


def test_unit_with_a_text_in_one_language_copies_it_to_no_other() -> None:
    assert place_of(desc_sv="Fyra simhallar.").description == LocalisedText.of(sv="Fyra simhallar.")


def test_unit_text_with_markup_entities_and_unseen_marks_becomes_plain() -> None:
    written = "Kahvi &#038; pulla<br>joka ke\u00adsä\u200b<script>x()</script>"

    assert place_of(desc_fi=written).description == LocalisedText.of(fi="Kahvi & pulla\njoka kesä")


@pytest.mark.parametrize(
    ("lat", "lon", "flags"),
    [
        (None, None, ()),
        (0, 0, ("point dropped: 0, 0",)),
        (24.93896, 60.16835, ("point dropped: latitude and longitude are swapped (24.93896, 60.16835)",)),
        (61.5, 23.76, ("point dropped: outside the region (61.5, 23.76)",)),
    ],
)
def test_unit_without_a_credible_point_is_kept_without_it(lat: object, lon: object, flags: tuple[str, ...]) -> None:
    result = parsed({"unit": unit(latitude=lat, longitude=lon)})

    assert isinstance(result.record, PlaceRecord)
    assert (result.record.point, result.record.tpr_unit) == (None, "41102")
    assert result.flags == flags


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"arealcity_id": 49}, "049"),
        ({"arealcity_id": None, "address_city_fi": None, "address_city_sv": "Grankulla"}, "235"),
        ({"arealcity_id": None, "address_city_fi": None, "address_zip": "00530"}, "091"),
        ({"arealcity_id": None, "address_city_fi": None, "address_zip": "02150"}, "049"),
        ({"arealcity_id": None, "address_city_fi": None, "address_zip": "02700"}, "235"),
        ({"arealcity_id": None, "address_city_fi": None, "address_zip": "01300"}, "092"),
        ({"arealcity_id": None, "address_city_fi": None, "address_zip": "02400"}, ""),
        ({"arealcity_id": None, "address_city_fi": None, "address_zip": None}, ""),
    ],
)
def test_unit_municipality_comes_from_the_code_else_the_town_else_the_postal_code(
    fields: dict[str, Any], code: str
) -> None:
    assert place_of(**fields).municipality == code


def test_unit_whose_department_is_not_listed_belongs_to_the_organisation() -> None:
    result = parsed({"unit": unit(), "department_unlisted": True})

    assert isinstance(result.record, PlaceRecord)
    assert result.record.organisation == Ref("tpr", "organisation", CITY)
    assert result.flags == ("the department is not in the register's list",)


def test_unit_without_a_department_belongs_to_the_organisation() -> None:
    assert place_of(dept_id=None).organisation == Ref("tpr", "organisation", CITY)


def test_unit_without_any_owner_has_none() -> None:
    assert place_of(dept_id=None, org_id=None).organisation is None


def test_unit_with_several_phone_numbers_keeps_the_further_ones_as_contacts() -> None:
    record = place_of(phone="09 310 87401, 09 310 87403")

    assert (record.phone, record.contacts) == ("+358931087401", (ContactRecord(phone="+358931087403"),))


def test_unit_with_a_persons_mailbox_loses_it() -> None:
    result = parsed({"unit": unit(email="maija.mallikas@hel.fi")})

    assert isinstance(result.record, PlaceRecord)
    assert result.record.email == ""
    assert result.flags == ("personal e-mail address dropped",)


def test_unit_with_another_number_for_accessibility_has_it_as_a_contact() -> None:
    record = place_of(phone="09 310 87401", accessibility_phone="+358 9 310 87403", accessibility_email="esteet@hel.fi")

    role = LocalisedText.of(fi="Esteettömyys", sv="Tillgänglighet", en="Accessibility")
    assert record.contacts == (ContactRecord(role, phone="+358931087403", email="esteet@hel.fi"),)


def test_unit_with_its_own_number_for_accessibility_has_no_further_contact() -> None:
    assert place_of(phone="09 310 87401", accessibility_phone="+358931087401").contacts == ()


def test_unit_with_a_building_id_nobody_verified_goes_without() -> None:
    assert place_of(vtj_prt="103056009C", vtj_prt_verified="VTJ_PRT_NOT_VERIFIED").building_id == ""


def test_unit_ids_in_other_registers_come_from_its_sources() -> None:
    sources = [
        {"source": "kirkanta", "id": "84860"},
        {"source": "hauki", "id": 1},
        {"source": "lipas", "id": "1"},
        {"source": "lipas", "id": "2"},
        {"source": "ptv", "id": "x"},
    ]

    record = place_of(sources=sources)

    assert (record.library_id, record.hours_id, record.lipas_id) == ("84860", "1", "1")


def test_unit_with_a_clarified_word_can_be_found_by_it() -> None:
    payload = {
        "unit": unit(extra_searchwords_fi="lukio"),
        "details": [
            {"unit_id": 41102, "ontologyword_id": 157, "schoolyear": "2021-2022", "clarification_fi": "kuvataide"}
        ],
    }

    assert place(payload).keywords == LocalisedText.of(fi="lukio, kuvataide")


def test_unit_with_fields_nobody_knows_reports_them() -> None:
    payload = {
        "unit": unit(mood="good", name_ru="Бассейн", sources=[{"source": "lipas", "id": "1", "since": 2020}]),
        "connections": [{"unit_id": 41102, "section_type": "LINK", "colour": "red"}],
        "weather": [],
    }

    assert parsed(payload).unread == {"mood", "name_ru", "sources.since", "connections.colour", "weather"}


def test_node_becomes_a_concept_below_its_parent() -> None:
    raw = {
        "id": 2339,
        "parent_id": 2,
        "name_fi": "Asumisneuvonta",
        "name_sv": "Boenderådgivning",
        "child_ids": [],
        "ontologyword_reference": "149*11+601*11",
        "extra_searchwords_fi": "vuokra",
    }

    assert parse("node", raw) == Parsed(
        ConceptRecord(
            "tpr",
            "2339",
            LocalisedText.of(fi="Asumisneuvonta", sv="Boenderådgivning"),
            parents=("2",),
            alternatives=LocalisedText.of(fi="vuokra"),
        )
    )


def test_root_node_has_no_parents() -> None:
    record = parse("node", {"id": 1400, "name_fi": "Asuminen ja kaupunkiympäristö", "child_ids": [1, 2]}).record

    assert record == ConceptRecord("tpr", "1400", LocalisedText.of(fi="Asuminen ja kaupunkiympäristö"))


def test_word_becomes_a_concept_also_when_no_node_uses_it() -> None:
    raw = {"id": 729, "ontologyword_fi": "uimahallit", "can_add_schoolyear": False, "can_add_clarification": False}

    assert parse("word", raw) == Parsed(ConceptRecord("tprword", "729", LocalisedText.of(fi="uimahallit")))


def test_word_without_a_label_is_rejected() -> None:
    assert parse("word", {"id": 729, "ontologyword_fi": "-"}) == Parsed(rejected="a word without an id or a label")
