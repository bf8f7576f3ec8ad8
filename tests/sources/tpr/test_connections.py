"""Connections of units: what each section becomes."""

from __future__ import annotations

from datetime import time

import pytest

from tarjotin.catalogue.records import ContactRecord, HoursRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tests.sources.tpr.payloads import connected, parsed, place

FI = LocalisedText.of


def test_opening_hours_that_are_regular_become_spans_beside_the_text() -> None:
    row = {"section_type": "OPENING_HOURS", "name_fi": "ma 9-17, suljettu la", "name_en": "Mon 9-17, closed Sat"}

    assert place(connected(row)).hours == (
        HoursRecord(1, time(9), time(17)),
        HoursRecord(6, closed=True),
        HoursRecord(note=FI(fi="ma 9-17, suljettu la", en="Mon 9-17, closed Sat")),
    )


def test_opening_hours_for_women_and_men_stay_a_text() -> None:
    text = "Naiset:\n- ma\n     12.00-20.00 1. kerros\nMiehet:\n- ti 6.30-20.00"

    hours = place(connected({"section_type": "OPENING_HOURS", "name_fi": text})).hours

    kept = "Naiset:\n• ma\n12.00-20.00 1. kerros\nMiehet:\n• ti 6.30-20.00"
    assert hours == (HoursRecord(note=FI(fi=kept)),)


def test_two_regular_opening_hours_are_of_two_things_and_stay_texts() -> None:
    rows = [{"section_type": "OPENING_HOURS", "name_fi": text} for text in ("ma 9-17", "ma 7-22")]

    assert place(connected(*rows)).hours == (HoursRecord(note=FI(fi="ma 9-17")), HoursRecord(note=FI(fi="ma 7-22")))


def test_link_to_opening_hours_elsewhere_is_kept_with_its_address() -> None:
    row = {"section_type": "OPENING_HOURS", "name_fi": "Aukioloajat", "www_fi": "www.helmet.fi/(84860)"}

    assert place(connected(row)).hours == (HoursRecord(note=FI(fi="Aukioloajat (https://www.helmet.fi/(84860))")),)


def test_prices_are_kept_as_they_are_written() -> None:
    rows = [
        {"section_type": "PRICE", "name_fi": "Aikuiset\n- kertamaksu 5,80 e", "name_sv": "Vuxna\n- 5,80 e"},
        {"section_type": "PRICE", "name_fi": "Pyyhe 7 e"},
    ]

    assert place(connected(*rows)).fees_text == FI(
        fi="Aikuiset\n• kertamaksu 5,80 e\n\nPyyhe 7 e", sv="Vuxna\n• 5,80 e"
    )


def test_topical_and_highlight_become_the_notice() -> None:
    rows = [
        {"section_type": "HIGHLIGHT", "name_fi": "Sauna on remontissa."},
        {"section_type": "TOPICAL", "name_fi": "Ilmoittautuminen alkaa", "www_fi": "hel.fi/ilmo"},
    ]

    assert place(connected(*rows)).notice == FI(
        fi="Sauna on remontissa.\n\nIlmoittautuminen alkaa (https://hel.fi/ilmo)"
    )


def test_other_info_goes_to_the_description_unless_it_tells_the_way() -> None:
    rows = [
        {"section_type": "OTHER_INFO", "name_fi": "Alueella on kuvauskielto."},
        {"section_type": "OTHER_INFO", "name_fi": "Bussi 52 pysähtyy portilla."},
        {"section_type": "OTHER_INFO", "name_fi": "Hallissa on allas. " * 20 + "Forumin parkkihalli."},
    ]

    record = place(connected(*rows))

    assert record.arrival == FI(fi="Bussi 52 pysähtyy portilla.")
    assert record.description.get("fi").startswith("Alueella on kuvauskielto.\n\nHallissa on allas.")


def test_other_address_is_the_entrance_when_it_says_so_else_the_way() -> None:
    rows = [
        {
            "section_type": "OTHER_ADDRESS",
            "name_fi": "Sisäänkäynti: Mikkolankuja 1",
            "name_sv": "Ingång: Mikkolankuja 1",
        },
        {"section_type": "OTHER_ADDRESS", "name_fi": "Käynti pihan puolelta"},
    ]

    record = place(connected(*rows))

    assert record.entrance == FI(fi="Sisäänkäynti: Mikkolankuja 1", sv="Ingång: Mikkolankuja 1")
    assert record.arrival == FI(fi="Käynti pihan puolelta")


def test_number_with_a_role_becomes_a_contact() -> None:
    row = {"section_type": "PHONE_OR_EMAIL", "name_fi": "Kassa", "phone": "09 310 87401", "email": "kassa@hel.fi"}

    assert place(connected(row)).contacts == (
        ContactRecord(FI(fi="Kassa"), phone="+358931087401", email="kassa@hel.fi"),
    )


def test_contact_person_is_dropped_and_the_role_kept() -> None:
    row = {
        "section_type": "PHONE_OR_EMAIL",
        "name_fi": "Liikunnanohjaus",
        "contact_person": "Maija Mallikas",
        "phone": "09 310 87403",
        "email": "maija.mallikas@hel.fi",
    }

    result = parsed(connected(row))

    assert place(connected(row)).contacts == (ContactRecord(FI(fi="Liikunnanohjaus"), phone="+358931087403"),)
    assert result.flags == ("contact person dropped", "personal e-mail address dropped")
    assert "Mallikas" not in repr(result.record)


@pytest.mark.parametrize(
    ("phone", "contacts"),
    [("040 123 4567", ()), ("09 310 87403", (ContactRecord(phone="+358931087403"),))],
)
def test_persons_name_in_place_of_a_role_is_dropped_with_the_mobile_number_beside_it(
    phone: str, contacts: tuple[ContactRecord, ...]
) -> None:
    row = {"section_type": "PHONE_OR_EMAIL", "name_fi": "Maija Mallikas", "phone": phone}

    result = parsed(connected(row))

    assert place(connected(row)).contacts == contacts
    assert result.flags == ("a contact's name dropped: it reads like a person's",)


def test_contact_with_nothing_left_to_call_or_write_to_is_left_out() -> None:
    assert place(connected({"section_type": "PHONE_OR_EMAIL", "name_fi": "Kassa", "phone": "-"})).contacts == ()


def test_links_to_sign_up_and_read_become_contacts_and_those_to_social_media_do_not() -> None:
    rows = [
        {"section_type": "ESERVICE_LINK", "name_fi": "Ilmoittautuminen", "www_fi": "https://esimerkki.fi/ilmo"},
        {
            "section_type": "LINK",
            "name_fi": "Tilojen varaaminen",
            "www_fi": "varaamo.hel.fi",
            "tags": ["#tilojen_varaaminen"],
        },
        {"section_type": "SOCIAL_MEDIA_LINK", "name_fi": "Kuvapalvelu", "www_fi": "https://esimerkki.com/halli"},
    ]

    assert place(connected(*rows)).contacts == (
        ContactRecord(FI(fi="Ilmoittautuminen"), url="https://esimerkki.fi/ilmo"),
        ContactRecord(FI(fi="Tilojen varaaminen"), url="https://varaamo.hel.fi"),
    )


def test_section_nobody_knows_is_flagged() -> None:
    result = parsed(connected({"section_type": "HOLOGRAM", "name_fi": "Uutta"}))

    assert result.flags == ("section not known: HOLOGRAM",)


def test_unit_without_connections_has_none_of_their_parts() -> None:
    record = place(connected())

    assert (record.hours, record.contacts, record.fees_text, record.notice) == ((), (), EMPTY, EMPTY)
