"""The pages of one activity, service, place and organisation, and what stands on the front page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.web.html import Page
from tests.web.resident.city import PAGES, City

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


def test_activity_answers_the_questions_in_the_order_people_ask(city: City, client: Client) -> None:
    document = page_of(client, PAGES["activity"]["fi"])

    assert document.texts("h2")[:10] == [
        "Sopiiko tämä minulle?",
        "Mitä siellä tapahtuu?",
        "Milloin?",
        "Mitä se maksaa?",
        "Missä?",
        "Apua mukaan pääsyyn",
        "Miten pääsen mukaan?",
        "Keneltä voin kysyä?",
        "Mitä siitä saan?",
        "Kuka järjestää?",
    ]


def test_activity_tells_its_facts_in_words_and_what_nobody_told(city: City, client: Client) -> None:
    document = page_of(client, PAGES["activity"]["fi"])

    items = document.texts("li")
    assert {
        "Ikä: vähintään 60 vuotta.",
        "Kieli: suomi.",
        "Sopii aloittelijalle.",
        "Tähän kuuluu: melua.",
        "tiistaisin klo 14–15.30",
        "tänään ti 24.11. klo 14–15.30 3 vapaata paikkaa. Kerrottu alle tunti sitten.",
        "Peruttu: ti 1.12. klo 14–15.30",
        "7 €",
        "Eläkkeellä olevat: 3,50 €",
    } <= set(items)
    assert document.texts("ul", class_="limits") == ["Sopii myös, jos käytät pyörätuolia. Tilaa on."]
    assert document.texts("p", class_="doubt") == [
        "Ei ole kerrottu: millaista kuntoa tarvitaan, voiko tulla yksin. Kysy järjestäjältä."
    ]


def test_activity_links_to_its_place_its_organiser_and_what_it_says(city: City, client: Client) -> None:
    links = page_of(client, PAGES["activity"]["sv"]).links()

    assert {
        "Berghälls bibliotek": PAGES["place"]["sv"],
        "Kotikulma rf": PAGES["organisation"]["sv"],
        "example.org/jumppa": "https://example.org/jumppa",
        "040 555 1234": "tel:0405551234",
    }.items() <= links.items()


def test_activity_names_the_source_with_licence_and_day_of_reading(city: City, client: Client) -> None:
    document = page_of(client, PAGES["activity"]["fi"])

    (told,) = document.texts("div", class_="credits")
    assert told.startswith("Tarkistettu 24.11.2026. Tiedot: ")
    assert "CC BY 4.0" in told


def test_activity_without_any_facts_says_whom_to_ask(db: None, client: Client) -> None:
    make.activity(name="Kerho")

    document = page_of(client, "/fi/toiminta/kerho/")

    asked = [text for text in document.texts("p") if "Kysy järjestäjältä." in text]
    assert len(asked) == 6
    assert document.problems == []


def test_service_offers_the_phone_before_other_ways(city: City, client: Client) -> None:
    document = page_of(client, PAGES["service"]["fi"])

    (ways,) = document.texts("ul", class_="ways")
    assert ways == "Soita 029 566 0123 Tänään avoinna klo 9–15 suomi Verkkosivu Verkkosivu"


def test_place_tells_today_first_and_the_way_in(city: City, client: Client) -> None:
    document = page_of(client, PAGES["place"]["fi"])

    assert document.texts("p", class_="today") == ["Tänään avoinna klo 8–20"]
    assert document.texts("tr", class_="now") == ["ti 24.11. klo 8–20"]
    assert document.texts("summary")[1] == "Pyörätuoli: 2 puutetta"
    assert "Sörnäinen (metro) 450 m, 6 min kävellen" in document.texts("li")
    assert document.links()["Tuolijumppa"] == PAGES["activity"]["fi"]


def test_organisation_lists_its_offer_in_pages(db: None, client: Client) -> None:
    organisation = make.organisation(name="Seura")
    for number in range(12):
        make.activity(name=f"Ryhmä {number}", organisation=organisation)
    make.activity(name="Luonnos", organisation=organisation, status="draft")

    first, second = page_of(client, "/fi/jarjestaja/seura/"), page_of(client, "/fi/jarjestaja/seura/?page=2")

    assert (len(first.all("li", class_="card")), len(second.all("li", class_="card"))) == (10, 2)
    assert "Mitä tarjolla? (12)" in first.texts("h2")
    assert first.links()["Sivu 2"] == "?page=2"


def test_about_names_every_source_with_its_last_reading(city: City, client: Client) -> None:
    document = page_of(client, "/fi/tietoa/")

    told = document.texts("section", class_="origin")
    assert len(told) == 6
    assert any("Luettu viimeksi 24.11.2026 klo 7" in source for source in told)
    assert {"1 toiminta", "1 palvelu", "1 paikka", "1 järjestäjä"} <= set(document.texts("li"))


def test_front_shows_what_is_today(city: City, client: Client) -> None:
    document = page_of(client, "/fi/")

    assert "Tänään lähellä sinua" in document.texts("h2")
    assert document.texts("ul", class_="coming") == [
        "Tuolijumppa tänään ti 24.11. klo 14–15.30 Kallion kirjasto, 2,1 km, 29 min kävellen"
    ]


def test_front_without_anything_today_shows_the_next_days(db: None, client: Client) -> None:
    make.session(activity=make.activity(name="Kuoro"), starts_at=make.NOW + timedelta(days=3))

    document = page_of(client, "/fi/")

    assert "Seuraavaksi lähellä sinua" in document.texts("h2")
    assert document.texts("ul", class_="coming") == ["Kuoro pe 27.11. klo 12–13"]


def test_front_leaves_out_the_cancelled_and_the_hidden(db: None, client: Client) -> None:
    make.session(activity=make.activity(name="Kuoro"))
    make.session(activity=make.activity(name="Peruttu"), state="cancelled")
    make.session(activity=make.activity(name="Luonnos", status="draft"))

    assert [e.text for e in page_of(client, "/fi/").all("a", href="/fi/toiminta/kuoro/")] == ["Kuoro"]
    assert "Peruttu" not in page_of(client, "/fi/").links()
    assert "Luonnos" not in page_of(client, "/fi/").links()


def test_every_door_of_the_front_page_leads_to_results(city: City, client: Client) -> None:
    doors = [e["href"] for e in page_of(client, "/en/").all("a") if "?" in e["href"]]

    assert len(doors) == 15
    assert {client.get(url).status_code for url in doors} == {200}


def hostile(index: Callable[[], None]) -> dict[str, str]:
    """Every text a source could fill, filled with markup; gives the pages that show it."""
    text = make.text(HOSTILE)
    organisation = make.organisation(name="Paha seura", description=text, website=text, short_name=text)
    place = make.place(
        name="Paha paikka", summary=text, description=text, entrance=text, arrival=text, parking=text, notice=text,
        street=text, fees_text=text, organisation=organisation, website=text,
    )  # fmt: skip
    make.hours(place=place, note=text)
    make.access(place=place, verdict="shortcomings", shortcomings=text)
    make.transit(place=place, stop=HOSTILE[:60])
    activity = make.activity(
        name={"fi": "Paha ryhmä", "so": HOSTILE}, summary=text, description=text, what_happens=text, what_you_gain=text,
        what_it_asks=text, how_to_join=text, arrival=text, bring=text, place=place, organisation=organisation,
        place_text=text, register_url=make.text('javascript:alert(1)'), register_in_person=text, hygiene=text,
    )  # fmt: skip
    make.price(activity=activity, note=text)
    make.contact(activity=activity, role=text, hours=text, phone='"><b>1')
    make.suitability(activity=activity, limit="back", verdict="adapted", note=text)
    make.session(activity=activity)
    service = make.service(
        name="Paha palvelu", summary=text, description=text, how_to_get=text, requirements=text, fees_text=text,
        organisation=organisation, website=text,
    )  # fmt: skip
    make.channel(service=service, kind="web", value="javascript:alert(1)", name=text, cost=text, note=text)
    make.service_place(service=service, place=place, note=text)
    for entity in (place, activity, service):
        make.tag(entity, label=text)
    index()
    return {
        "activity": "/fi/toiminta/paha-ryhma/",
        "service": "/fi/palvelu/paha-palvelu/",
        "place": "/fi/paikka/paha-paikka/",
        "organisation": "/fi/jarjestaja/paha-seura/",
        "results": "/fi/haku/?category=sport&q=%3Cscript%3Ealert(1)%3C/script%3E&from=%22%3E%3Cscript%3E",
    }


def test_hostile_texts_stay_texts_on_every_page(db: None, client: Client, index: Callable[[], None]) -> None:
    pages = {name: page_of(client, url) for name, url in hostile(index).items()}

    for document in pages.values():
        assert [e.tag for e in document.elements if e.tag in {"script", "img"}] == []
        assert [e for e in document.elements if any(name.startswith("on") for name in e.attributes)] == []
        assert [e["href"] for e in document.all("a") if e["href"].startswith("javascript")] == []
        assert document.problems == []
    shown = [name for name, document in pages.items() if "<script>alert(1)</script>" in document.one("body").text]
    assert shown == list(pages)


@pytest.mark.parametrize("page", ["front", "activity", "service", "place", "organisation", "about"])
def test_page_asks_the_same_questions_however_much_it_shows(
    city: City, client: Client, index: Callable[[], None], page: str
) -> None:
    client.get(PAGES[page]["fi"])
    few = _queries(client, PAGES[page]["fi"])
    for number in range(3):
        _more(city, number)
    index()
    client.get(PAGES[page]["fi"])

    many = _queries(client, PAGES[page]["fi"])

    assert many == few


def _queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def _more(city: City, number: int) -> None:
    """More of all that the pages list."""
    other = make.place(name=f"Talo {number}")
    make.hours(place=city.place, note="Pyhinä kiinni")
    make.transit(place=city.place, stop=f"Asema {number}")
    activity = make.activity(
        name=f"Ryhmä {number}", place=city.place, organisation=city.organisation, service=city.service
    )
    make.session(activity=activity)
    make.session(activity=city.activity, starts_at=make.NOW + timedelta(days=20 + number))
    make.price(activity=city.activity, amount="4", who="student")
    make.contact(activity=city.activity, phone="+358405551234")
    channel = make.channel(service=city.service, value="+358405551234")
    make.hours(channel=channel, note="Arkisin")
    make.hours(service_place=make.service_place(service=city.service, place=other), note="Arkisin")
    make.service_place(service=make.service(name=f"Palvelu {number}", organisation=city.organisation), place=city.place)
