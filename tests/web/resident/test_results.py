from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.web.html import Page
from tests.web.resident.city import City


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


def many(number: int, index: Callable[[], None]) -> None:
    """So many entries of each kind, each with all that a card shows."""
    place = make.place()
    make.transit(place=place)
    for count in range(number):
        organisation = make.organisation(name=f"Yhdistys {count}")
        here = make.place(name=f"Talo {count}", organisation=organisation)
        make.transit(place=here)
        make.hours(place=here, note="Arkisin")
        activity = make.activity(name=f"Ryhmä {count}", organisation=organisation, place=here)
        make.session(activity=activity)
        make.price(activity=activity, amount="5")
        make.contact(activity=activity, phone="+358931044556")
        service = make.service(name=f"Neuvonta {count}", organisation=organisation)
        make.channel(service=service, value="+358931044556")
        make.service_place(service=service, place=place)
        for entity in (here, activity, service):
            make.tag(entity)
    make.run(source="linkedevents", ended_at=make.NOW)
    index()


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.django_db
def test_results_of_all_kinds_ask_the_database_at_most_thirteen_times(
    client: Client, index: Callable[[], None]
) -> None:
    many(3, index)

    asked = queries(client, "/fi/haku/")

    assert len(page_of(client, "/fi/haku/").all("li", class_="card")) == 9
    assert asked <= 13


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["activity", "service", "place"])
def test_results_of_five_and_of_fifty_ask_the_same_questions(
    client: Client, index: Callable[[], None], kind: str
) -> None:
    many(5, index)
    five = queries(client, f"/fi/haku/?kind={kind}")
    many(45, index)

    fifty = queries(client, f"/fi/haku/?kind={kind}")

    assert fifty == five


@pytest.mark.django_db
def test_results_of_one_and_of_three_activities_ask_the_same_questions(
    client: Client, index: Callable[[], None]
) -> None:
    many(1, index)
    one = queries(client, "/fi/haku/?kind=activity")
    for name in ("Toinen", "Kolmas"):
        make.tag(make.activity(name=name, place=make.place(), organisation=make.organisation()))
    index()

    three = queries(client, "/fi/haku/?kind=activity")

    assert one == three


def test_card_answers_in_the_order_people_ask(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?kind=activity")

    assert (
        document.texts(
            "h2",
        )[0]
        == "Tuolijumppa"
    )
    assert document.texts("ul", class_="facts") == [
        "tänään ti 24.11. klo 14–15.30, joka viikko7 €, alennettu 3,50 €"
        "Kallion kirjasto, Kallio. Sörnäinen (metro) 450 m, 6 min kävellenIlman ilmoittautumista"
        "3 paikkaa vapaana, kerrottu äsken"
    ]
    assert document.links()["Soita 09 310 44 556"] == "tel:+358931044556"
    assert document.texts("p", class_="source") == ["Kotikulma ry · Tarkistettu 24.11.2026"]


def test_chosen_criteria_are_links_that_take_them_away(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?q=tuoli&category=sport&price=free")

    chips = {e.text.strip(): unquote(e["href"]) for e in document.all("a") if e.text.startswith("Poista ")}
    assert chips == {
        "Poista ”tuoli” ×": "/fi/haku/?category=sport&price=free",
        "Poista Liikunta ×": "/fi/haku/?q=tuoli&price=free",
        "Poista maksuton ×": "/fi/haku/?q=tuoli&category=sport",
        "Poista kaikki": "/fi/haku/",
    }


def test_words_beside_criteria_said_in_words_are_shown_without_small_ones(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?q=" + quote("ilmainen ja tuolijumppa tiistaina"))

    chips = [e.text.strip() for e in document.all("a") if e.text.startswith("Poista ")]
    assert chips == ["Poista ”tuolijumppa” ×", "Poista ilmainen ×", "Poista tiistaina ×", "Poista kaikki"]


def test_criteria_say_in_words_how_they_join(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?category=sport&category=advice&weekday=2")

    assert document.texts("p", class_="words") == ["Haet: Liikunta tai Neuvonta ja myös tiistai."]


def test_each_option_shows_how_many_it_leaves_and_zero_too(city: City, client: Client) -> None:
    pages = [page_of(client, url) for url in ("/fi/haku/", "/fi/haku/?criteria=all")]

    everyday, further = ({e.text.strip() for e in document.all("label")} for document in pages)
    assert {"Liikunta (2)", "Neuvonta (1)", "ilmoittaudu ensin (0)"} <= everyday
    assert {"kurssi (0)", "joka viikko (1)"} <= further


def test_chosen_option_stays_chosen_in_the_form(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?category=sport&district=11")

    checked = {(e["name"], e["value"]) for e in document.all("input") if "checked" in e.attributes}
    assert checked == {("category", "sport"), ("district", "11")}


def test_further_criteria_keep_what_is_chosen_and_show_the_way_back(city: City, client: Client) -> None:
    asked = "q=tuoli&category=sport&beginners=yes&starts_from=2026-11-24&from=Kallio"

    document = page_of(client, f"/fi/haku/?{asked}&criteria=all")

    hidden = [(e["name"], e["value"]) for e in document.all("input", type="hidden") if e["name"] != "back"]
    assert hidden == [
        ("q", "tuoli"),
        *(("category", "sport"), ("starts_from", "2026-11-24"), ("from", "Kallio")),
    ]
    assert [(e["name"], e["value"]) for e in document.all("input") if "checked" in e.attributes] == [
        ("beginners", "yes")
    ]
    assert document.links()["Takaisin tuloksiin"] == f"/fi/haku/?{asked}"
    assert "Nyt löytyy 1. Valittu: Liikunta, Sopii aloittelijalle, 24.11.2026 alkaen." in document.texts("p")[0]


def test_everyday_criteria_keep_what_was_chosen_among_the_further_ones(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?beginners=yes&weekday=2&age=70&sort=soonest")

    hidden = {(e["name"], e["value"]) for e in document.all("input", type="hidden") if e["name"] != "back"}
    assert hidden == {("beginners", "yes"), ("weekday", "2"), ("age", "70"), ("sort", "soonest")}


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["/fi/haku/", "/ar/search/", "/fi/haku/?criteria=all"])
def test_full_page_of_results_stays_within_five_hundred_elements(
    client: Client, index: Callable[[], None], url: str
) -> None:
    many(10, index)
    for each in ("sport", "nature", "culture", "community", "lifestyle", "food", "advice"):
        make.concept(scheme="category", code=each)

    document = page_of(client, url)

    assert len(document.elements) <= 500


def test_nothing_found_shows_ways_out_and_the_phone(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?q=qwxzq&category=sport")

    assert document.texts("h1") == ["Emme löytäneet mitään"]
    links = document.links()
    assert links["Ilman ehtoa ”qwxzq”: 2"] == "/fi/haku/?category=sport"
    assert links["Katso koko tarjotin"] == "/fi/haku/"
    assert "Tai soita, niin etsimme yhdessä: 09 310 44 556" in document.texts("p")


@pytest.mark.django_db
def test_entry_that_does_not_tell_what_was_chosen_is_asked_about(client: Client, index: Callable[[], None]) -> None:
    told, untold = make.activity(name="Kuoro"), make.activity(name="Kerho")
    make.price(activity=told, is_free=True)
    for activity in (told, untold):
        make.tag(activity)
        make.session(activity=activity)
    index()

    document = page_of(client, "/fi/haku/?price=free")

    assert document.texts("h1") == ["Löytyi 1"]
    assert document.texts("section", class_="maybe")[0].startswith("1 muu voi sopia, kysy")
    assert document.texts("p", class_="doubt") == ["Ei kerrottu, kysy: hinta"]


@pytest.mark.django_db
def test_long_list_has_real_pages_that_keep_the_criteria(client: Client, index: Callable[[], None]) -> None:
    for number in range(25):
        make.tag(make.activity(name=f"Ryhmä {number}"))
    index()

    document = page_of(client, "/fi/haku/?category=sport&page=2")

    links = {words: url for words, url in document.links().items() if words.startswith("Sivu ")}
    assert links == {
        "Sivu 1": "/fi/haku/?category=sport",
        "Sivu 3": "/fi/haku/?category=sport&page=3",
    }
    assert len(document.all("li", class_="card")) == 10
    assert document.texts("p", class_="count") == ["Näytetään 11–20, yhteensä 25."]


def test_start_by_name_orders_by_distance_and_says_how_far(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?from=sörnäinen&sort=nearest&kind=activity")

    (facts,) = document.texts("ul", class_="facts")
    assert "Kallion kirjasto, Kallio: " in facts
    assert "min kävellen" in facts


def test_unknown_start_is_said_and_the_results_stay(city: City, client: Client) -> None:
    document = page_of(client, "/fi/haku/?from=Atlantis")

    assert document.texts("p", class_="note") == [
        "Emme tunne paikkaa ”Atlantis”. Kirjoita aseman tai kaupunginosan nimi."
    ]
    assert document.texts("h1") == ["Löytyi 3"]


def test_results_of_one_place_name_it_and_keep_it(city: City, client: Client) -> None:
    document = page_of(client, f"/fi/haku/?place={city.place.id}")

    assert document.texts("h1")[0].endswith(" – Kallion kirjasto")
    assert document.one("input", name="place")["value"] == str(city.place.id)


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=-1", "page=x", "page=999999999", "page=²", "sort=odd", "sort=nearest", "category=odd",
        "weekday=9", "place=odd", "organisation=odd", "from=%00", "q=%00", "q=%22%2B*%3A%5B", "q=" + "a" * 3000,
        "from=99.9,99.9", "language=%3Cscript%3E", "district=%F0%9F%98%80", "from=60.18,24.95&distance=0min",
        "&".join(["category=sport"] * 500),
        "q=%ED%A0%80",
    ],
)  # fmt: skip
def test_odd_question_still_answers(city: City, client: Client, query: str) -> None:
    assert client.get(f"/fi/haku/?{query}").status_code == 200


@pytest.mark.django_db
def test_without_an_index_results_say_so_and_give_the_phone(client: Client) -> None:
    response = client.get("/fi/haku/")

    document = Page(response.content.decode())
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert document.texts("h1") == ["Jokin meni vikaan"]
    assert "09 310 44 556" in document.texts("p", class_="number")


@pytest.mark.django_db
def test_next_time_that_is_cancelled_says_so_with_the_one_after(client: Client, index: Callable[[], None]) -> None:
    activity = make.activity()
    make.tag(activity)
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=2), state="cancelled")
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=9))
    index()

    document = page_of(client, "/fi/haku/")

    assert "Peruttu: to 26.11. klo 12–13. Seuraava: to 3.12. klo 12–13" in document.texts("li", class_="when")
