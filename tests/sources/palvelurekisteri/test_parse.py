"""Descriptions of the service register to services: each oddity, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import ChannelRecord, Code, ContactRecord, Ref, ServicePlaceRecord, ServiceRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.palvelurekisteri.parse import parse
from tarjotin.sources.source import Parsed
from tests.sources.palvelurekisteri.payloads import (
    DIVISION,
    NATIONAL,
    description,
    parsed,
    payload,
    service,
    service_of,
)

FI = LocalisedText.of


def test_description_in_three_languages_becomes_one_service() -> None:
    codes = {
        "unit_ids": [1923, 8215],
        "target_groups": ["ELDERLY_PEOPLE", "INDIVIDUALS"],
        "life_events": ["RETIREMENT"],
        "provided_languages": ["fi", "sv"],
        "general_description_id": NATIONAL,
    }
    finnish = description(
        **codes,
        name_synonyms="laulu, kuorot",
        prerequisites="Olet täysi-ikäinen.",
        links=[{"type": "INTERNET", "title": "Kuoron sivut", "url": "https://esimerkki.fi/kuoro"}],
    )
    swedish = description(**codes, title="Öppen kör", description_short="Vi sjunger varje vecka.", description_long="-")
    english = description(**codes, title="Open choir", description_short=None, description_long="No audition.")

    result = parsed(fi=finnish, sv=swedish, en=english)

    assert result == Parsed(
        ServiceRecord(
            name=FI(fi="Avoin kuoro", sv="Öppen kör", en="Open choir"),
            organisation=Ref("tpr", "department", DIVISION),
            summary=FI(fi="Lauletaan yhdessä joka viikko.", sv="Vi sjunger varje vecka."),
            description=FI(fi="Kuoroon ei ole koelaulua. Nuotteja ei tarvitse osata.", en="No audition."),
            requirements=FI(fi="Olet täysi-ikäinen."),
            area=("091",),
            languages=("fi", "sv"),
            life_events=("RETIREMENT",),
            places=(
                ServicePlaceRecord(Ref("tpr", "unit", "1923")),
                ServicePlaceRecord(Ref("tpr", "unit", "8215")),
            ),
            website=FI(fi="https://esimerkki.fi/kuoro"),
            keywords=FI(fi="laulu, kuorot"),
            codes=(
                Code("tprtarget", "ELDERLY_PEOPLE"),
                Code("tprtarget", "INDIVIDUALS"),
                Code("tprlife", "RETIREMENT"),
            ),
            upstream_id=NATIONAL,
        )
    )


def test_description_without_a_finnish_record_is_kept_and_flagged() -> None:
    result = parsed(sv=description(title="Öppen kör"))

    assert isinstance(result.record, ServiceRecord)
    assert result.record.name == FI(sv="Öppen kör")
    assert result.flags == ("no Finnish title",)


def test_description_without_a_translation_gets_none() -> None:
    assert service(fi=description()).name == FI(fi="Avoin kuoro")


@pytest.mark.parametrize("title", ["", "-", None])
def test_description_without_a_title_is_rejected(title: str | None) -> None:
    assert parsed(fi=description(title=title)) == Parsed(rejected="no title in any language")


@pytest.mark.parametrize("title", ["PTV Testialikuvaus 2 - asiointipalvelulla", "Testikuvaus"])
def test_test_record_of_the_register_is_rejected(title: str) -> None:
    assert parsed(fi=description(title=title)) == Parsed(rejected="a test record of the register")


def test_description_about_tests_is_no_test_record() -> None:
    assert service_of(title="Testamentti ja perunkirjoitus").name == FI(fi="Testamentti ja perunkirjoitus")


def test_payload_of_an_unknown_kind_is_rejected() -> None:
    assert parse("bridge", payload()) == Parsed(rejected="kind not known: bridge")


@pytest.mark.parametrize("nothing", [None, "", "\t", "-", ".", "\u200b.\n"])
def test_text_that_means_no_value_is_empty(nothing: str | None) -> None:
    assert service_of(prerequisites=nothing).requirements == EMPTY


def test_texts_with_unseen_marks_and_line_ends_become_plain() -> None:
    record = service_of(title="Eläinten viennit\u200b", description_long="Yksi.\n\n\n\nKaksi. \u200b\n")

    assert (record.name, record.description) == (FI(fi="Eläinten viennit"), FI(fi="Yksi.\n\nKaksi."))


def test_text_that_is_finnish_in_the_swedish_record_is_kept_as_finnish_only() -> None:
    result = parsed(fi=description(), sv=description(title="Öppen kör", description_short=None))

    assert isinstance(result.record, ServiceRecord)
    assert result.record.description.languages == ("fi",)
    assert result.flags == ("the description in sv is the Finnish text",)


def test_persons_address_in_a_text_is_masked_and_is_no_contact() -> None:
    result = parsed(fi=description(information="Kysy: maija.mallikas@hel.fi"))

    assert isinstance(result.record, ServiceRecord)
    assert result.record.how_to_get == FI(fi="Kysy: [sähköposti poistettu]")
    assert result.record.contacts == ()
    assert result.flags == ("personal e-mail address masked in a text",)


def test_address_that_only_shows_how_addresses_are_made_is_no_contact() -> None:
    assert service_of(information="Osoite on etunimi.sukunimi@hel.fi").contacts == ()


def test_number_and_mailbox_inside_the_text_become_contacts_with_the_hours() -> None:
    record = service_of(
        information="Puh. 09 310 15000 tai neuvonta@hel.fi. Hätänumero on 112.",
        availability_summary="Arkisin klo 8 - 16.",
    )

    assert record.contacts == (
        ContactRecord(phone="+358931015000", hours=FI(fi="Arkisin klo 8 - 16.")),
        ContactRecord(email="neuvonta@hel.fi"),
    )
    assert record.how_to_get == FI(fi="Puh. 09 310 15000 tai neuvonta@hel.fi. Hätänumero on 112.")


def test_hours_without_any_number_are_told_among_how_to_get() -> None:
    record = service_of(information="Tule käymään.", availability_summary="Avoinna ma-pe 08-16.")

    assert (record.how_to_get, record.contacts) == (FI(fi="Tule käymään.\n\nAvoinna ma-pe 08-16."), ())


@pytest.mark.parametrize(
    ("title", "synonyms", "kind"),
    [
        ("Sosiaalineuvonta", "", "guidance_desk"),
        ("Liikuntaluuri", "", "guidance_desk"),
        ("Vuokra-avustuksen neuvonta", "", "guidance_desk"),
        ("Kahvihetki", "hh_neu", "guidance_desk"),
        ("Omaishoidon tuki ikääntyneille", "", "support_form"),
        ("Helsinki-lisä työnhakijalle", "", "support_form"),
        ("Omahoitovalmennus", "", "self_help"),
        ("Erityinen osallisuuden tuki", "", "service"),
        ("Avoin kuoro", "", "service"),
    ],
)
def test_kind_comes_from_the_title_and_the_citys_marks(title: str, synonyms: str, kind: str) -> None:
    assert service_of(title=title, name_synonyms=synonyms).kind == kind


def test_marks_among_the_synonyms_become_codes_and_no_keywords() -> None:
    record = service_of(name_synonyms="kuntosaliopastus, hh_liik, hh_vet ")

    assert record.keywords == FI(fi="kuntosaliopastus")
    assert record.codes == (Code("tprtag", "hh_liik"), Code("tprtag", "hh_vet"))


def test_synonyms_that_are_marks_only_leave_no_keywords() -> None:
    assert service_of(name_synonyms="hh_kul").keywords == EMPTY


def test_links_become_the_website_further_pages_and_forms() -> None:
    links = [
        {"type": "MAP", "title": "Kartta", "url": "https://esimerkki.fi/kartta"},
        {"type": "INTERNET", "title": "Sivut", "url": "esimerkki.fi/sivut"},
        {"type": "INTERNET", "title": "Hinnasto", "url": "https://esimerkki.fi/hinnat"},
        {"type": "INTERNET", "title": "Yhteisö", "url": "https://www.facebook.com/esimerkki"},
        {"type": "FORM", "title": "Hakulomake", "url": "https://esimerkki.fi/lomake.pdf", "file_format": "PDF"},
    ]

    record = service_of(links=links)

    assert record.website == FI(fi="https://esimerkki.fi/sivut")
    assert record.channels == (
        ChannelRecord("web", FI(fi="Hinnasto"), "https://esimerkki.fi/hinnat"),
        ChannelRecord("form", FI(fi="Hakulomake"), "https://esimerkki.fi/lomake.pdf"),
    )


def test_language_without_links_of_its_own_has_no_website() -> None:
    links = [{"type": "INTERNET", "title": "Sidor", "url": "https://esimerkki.fi/sv"}]

    record = service(fi=description(), sv=description(title="Kör", description_long=None, links=links))

    assert record.website == FI(sv="https://esimerkki.fi/sv")


def test_codes_of_all_languages_count_once() -> None:
    record = service(
        fi=description(unit_ids=[1], target_groups=["YOUTH"]),
        sv=description(title="Kör", description_long=None, unit_ids=[1, 2], target_groups=["YOUTH", "DISABLED"]),
    )

    assert record.places == (ServicePlaceRecord(Ref("tpr", "unit", "1")), ServicePlaceRecord(Ref("tpr", "unit", "2")))
    assert record.codes == (Code("tprtarget", "YOUTH"), Code("tprtarget", "DISABLED"))


def test_first_responsible_department_owns_the_service() -> None:
    assert service_of(responsible_depts=["a", "b"]).organisation == Ref("tpr", "department", "a")


def test_service_without_a_responsible_department_has_no_owner() -> None:
    assert service_of(responsible_depts=[]).organisation is None


def test_municipalities_that_list_the_description_are_its_area() -> None:
    record = parse("description", {**payload(), "municipalities": ["091", "049"]}).record

    assert isinstance(record, ServiceRecord)
    assert record.area == ("091", "049")


@pytest.mark.parametrize(
    ("errands", "fields", "unread"),
    [
        ([], {"colour": "red"}, {"colour"}),
        ([], {"links": [{"type": "INTERNET", "url": "https://esimerkki.fi", "rank": 1}]}, {"links.rank"}),
        ([{"fi": {"id": 1, "name": "a", "mood": 1}}], {}, {"errands.mood"}),
        ([{"fi": {"id": 1, "channels": [{"type": "CHAT", "bot": True}]}}], {}, {"errands.channels.bot"}),
    ],
)
def test_fields_nobody_knows_are_reported(errands: list[Any], fields: dict[str, Any], unread: set[str]) -> None:
    assert parsed(*errands, fi=description(**fields)).unread == unread
