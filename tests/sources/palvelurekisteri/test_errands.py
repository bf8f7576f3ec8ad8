"""Errand services: how one gets a service, and its channels."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from tarjotin.catalogue.records import ChannelRecord, HoursRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tests.sources.palvelurekisteri.payloads import description, errand, parsed, service

FI = LocalisedText.of


def channels(*told: dict[str, Any], **fields: Any) -> tuple[ChannelRecord, ...]:
    return service({"fi": errand(*told, **fields)}).channels


def test_errand_tells_how_to_get_the_service() -> None:
    told = errand(
        description="Ilmoittaudu viimeistään perjantaina.",
        process_description="1. Soita.\n2. Tule paikalle.",
        processing_time="Kaksi päivää.",
        expiration_time="Vuosi.",
    )

    assert service({"fi": told}).how_to_get == FI(
        fi="Kuoroon ilmoittautuminen\nIlmoittaudu viimeistään perjantaina.\n1. Soita.\n2. Tule paikalle.\n"
        "Käsittelyaika: Kaksi päivää."
    )


@pytest.mark.parametrize(
    "empty_words",
    [
        "Lue lisää vapaaehtoistoiminnasta verkkosivuilta.\n",
        "Löydät säännöt oheiselta verkkosivulta.",
        "Kuoroon ilmoittautuminen",
        "Lauletaan yhdessä joka viikko.",
        "",
    ],
)
def test_errand_that_says_nothing_new_is_not_repeated(empty_words: str) -> None:
    assert service({"fi": errand(description=empty_words)}).how_to_get == EMPTY


def test_errand_whose_finnish_says_nothing_new_is_left_out_in_all_languages() -> None:
    told = {
        "fi": errand(description="Lue lisää verkkosivuilta."),
        "sv": errand(name="Anmälan", description="Anmäl dig senast på fredag."),
    }

    assert service(told).how_to_get == EMPTY


def test_costs_of_one_errand_are_the_fees() -> None:
    assert service({"fi": errand(costs="Perimme 20 euron maksun.")}).fees_text == FI(fi="Perimme 20 euron maksun.")


def test_costs_of_several_errands_stand_under_their_names() -> None:
    first, second = errand(costs="20 euroa.", name="Lupa"), errand(costs="10 euroa.", name="Ilmoitus", id=5002)

    assert service({"fi": first}, {"fi": second}).fees_text == FI(fi="Lupa: 20 euroa.\n\nIlmoitus: 10 euroa.")


@pytest.mark.parametrize("nothing", ["-", "", " "])
def test_costs_that_mean_no_value_are_no_fees(nothing: str) -> None:
    assert service({"fi": errand(costs=nothing)}).fees_text == EMPTY


def test_telephone_channel_has_its_number_hours_cost_and_languages() -> None:
    told = {
        "type": "TELEPHONE",
        "name": "Puhelinneuvonta",
        "phone": "09 310 87 800",
        "call_charge_info": "pvm/mpm",
        "availability_summary": "Palvelu saatavilla ma-ti 08-16",
        "availabilities": [{"availability_string": "Palvelu saatavilla ma-ti 08-16"}],
        "provided_languages": ["fi", "sv", "en"],
        "information": "Takaisinsoitto.",
    }

    assert channels(told) == (
        ChannelRecord(
            "phone",
            FI(fi="Puhelinneuvonta"),
            "+358931087800",
            languages=("fi", "sv", "en"),
            cost=FI(fi="pvm/mpm"),
            hours=(
                HoursRecord(1, time(8), time(16)),
                HoursRecord(2, time(8), time(16)),
                HoursRecord(note=FI(fi="Palvelu saatavilla ma-ti 08-16")),
            ),
            note=FI(fi="Takaisinsoitto."),
        ),
    )


@pytest.mark.parametrize(
    ("told", "kind", "value"),
    [
        ({"type": "ESERVICE", "links": [{"type": "INTERNET", "url": "www.maisa.fi"}]}, "e_service", "https://www.maisa.fi"),
        ({"type": "WEBPAGE", "links": [{"type": "INTERNET", "url": "https://esimerkki.fi"}]}, "web", "https://esimerkki.fi"),
        ({"type": "CHAT", "links": [{"type": "INTERNET", "url": "https://esimerkki.fi"}]}, "chat", "https://esimerkki.fi"),
        ({"type": "PRINTABLE_FORM", "links": [{"type": "FORM", "url": "https://esimerkki.fi/a.pdf"}]}, "form", "https://esimerkki.fi/a.pdf"),
        ({"type": "EMAIL", "email": "kuoro.info@hel.fi"}, "email", "kuoro.info@hel.fi"),
        ({"type": "EMAIL", "links": [{"type": "INTERNET", "url": "https://esimerkki.fi/s"}]}, "web", "https://esimerkki.fi/s"),
        (
            {
                "type": "LOCAL",
                "personal_service_street_addr": "Koetilantie 13\u200b",
                "personal_service_postal_code": "00790",
                "personal_service_city": "Helsinki",
            },
            "visit",
            "Koetilantie 13, 00790 Helsinki",
        ),
    ],
)  # fmt: skip
def test_channel_types_become_kinds_with_their_value(told: dict[str, Any], kind: str, value: str) -> None:
    assert channels({"name": "Kanava", **told}) == (ChannelRecord(kind, FI(fi="Kanava"), value),)


def test_channel_of_an_unknown_type_is_flagged() -> None:
    assert parsed({"fi": errand({"type": "HOLOGRAM"})}).flags == ("channel type not known: HOLOGRAM",)


def test_channel_with_a_persons_mailbox_is_left_out_and_flagged() -> None:
    result = parsed({"fi": errand({"type": "EMAIL", "name": "Posti", "email": "maija.mallikas@hel.fi"})})

    assert service({"fi": errand({"type": "EMAIL", "name": "Posti", "email": "maija.mallikas@hel.fi"})}).channels == ()
    assert result.flags == ("personal e-mail address dropped",)


def test_channel_with_nothing_to_go_by_is_left_out() -> None:
    assert channels({"type": "WEBPAGE", "name": "Verkkosivut"}) == ()


def test_channel_that_leads_to_social_media_is_left_out() -> None:
    assert channels({"type": "WEBPAGE", "links": [{"type": "INTERNET", "url": "https://m.facebook.com/a"}]}) == ()


def test_channel_named_website_is_called_by_its_errand() -> None:
    told = {"type": "WEBPAGE", "name": "Verkkosivut", "links": [{"type": "INTERNET", "url": "https://esimerkki.fi"}]}

    assert channels(told)[0].name == FI(fi="Kuoroon ilmoittautuminen")


def test_channel_with_several_links_becomes_one_channel_a_link() -> None:
    links = [
        {"type": "INTERNET", "title": "Vuorot", "url": "https://esimerkki.fi/a"},
        {"type": "INTERNET", "title": "Salit", "url": "https://esimerkki.fi/b"},
        {"type": "FEEDBACK", "title": "Palaute", "url": "https://esimerkki.fi/c"},
    ]

    assert channels({"type": "ESERVICE", "name": "Varaus", "links": links}) == (
        ChannelRecord("e_service", FI(fi="Vuorot"), "https://esimerkki.fi/a"),
        ChannelRecord("e_service", FI(fi="Salit"), "https://esimerkki.fi/b"),
    )


def test_channel_is_joined_across_languages_by_its_id_and_its_value_read_in_finnish() -> None:
    finnish = errand({"id": 7, "type": "TELEPHONE", "name": "Neuvonta", "phone": "09 310 15000"})
    swedish = errand({"id": 7, "type": "TELEPHONE", "name": "Rådgivning", "phone": "09 310 15001"}, name="Anmälan")

    record = service(
        {"fi": finnish, "sv": swedish}, fi=description(), sv=description(title="Kör", description_long=None)
    )

    assert record.channels == (ChannelRecord("phone", FI(fi="Neuvonta", sv="Rådgivning"), "+358931015000"),)


def test_same_number_in_two_errands_is_one_channel() -> None:
    first = errand({"id": 1, "type": "TELEPHONE", "name": "Neuvonta", "phone": "09 310 15000"})
    second = errand({"id": 9, "type": "TELEPHONE", "name": "Apu", "phone": "+358 9 310 15000"}, id=5002)

    assert service({"fi": first}, {"fi": second}).channels == (
        ChannelRecord("phone", FI(fi="Neuvonta"), "+358931015000"),
    )


def test_number_that_is_a_channel_is_not_told_again_as_a_contact() -> None:
    told = errand(
        {
            "type": "TELEPHONE",
            "name": "Neuvonta",
            "phone": "09 310 15000",
            "availability_summary": "Avoinna ma-to 13-15",
        }
    )

    record = service(
        {"fi": told}, fi=description(information="Puh. 09 310 15000", availability_summary="Avoinna ma-to 13-15.")
    )

    assert (record.contacts, record.how_to_get) == ((), FI(fi="Puh. 09 310 15000"))
