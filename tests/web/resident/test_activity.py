"""The page of an activity in every state it can be in: what to do next, its times, and what instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tarjotin.catalogue.models import Activity
from tests import make
from tests.web.html import Page

pytestmark = pytest.mark.django_db

URL = "/fi/toiminta/kuoro/"


def page_of(client: Client, url: str = URL) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    page = Page(response.content.decode())
    assert page.problems == []
    return page


def choir(**facts: Any) -> Activity:
    activity = make.activity(name="Kuoro", **facts)
    make.tag(activity, code="culture")
    return activity


def other(name: str, **facts: Any) -> Activity:
    activity = make.activity(name=name, **facts)
    make.tag(activity, code="culture")
    return activity


def button(page: Page) -> tuple[str, str] | None:
    found = [(" ".join(e.text.split()), e["href"]) for e in page.all("a", class_="button")]
    return found[0] if found else None


def times(page: Page) -> list[str]:
    return page.texts("ul", class_="times")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            {"entry": "register", "register_phone": "+358401112222"},
            ("Soita ja ilmoittaudu 040 111 2222", "tel:+358401112222"),
        ),
        ({"entry": "drop_in", "register_phone": "+358401112222"}, ("Soita 040 111 2222", "tel:+358401112222")),
        (
            {"register_url": make.text("https://example.org/ilmo")},
            ("Ilmoittaudu verkossa", "https://example.org/ilmo"),
        ),
        (
            {"register_email": "kuoro@example.org"},
            ("Ilmoittaudu sähköpostilla kuoro@example.org", "mailto:kuoro@example.org"),
        ),
        ({"register_url": make.text("javascript:alert(1)")}, None),
        ({}, None),
    ],
)
def test_one_thing_to_do_stands_near_the_top(
    client: Client, facts: dict[str, Any], expected: tuple[str, str] | None
) -> None:
    choir(**facts)

    assert button(page_of(client)) == expected


def test_who_may_just_come_is_led_to_the_place(client: Client) -> None:
    choir(entry="drop_in", place=make.place())

    page = page_of(client)

    assert button(page) == ("Tule paikalle: katso, minne", "#where")
    assert page.one("h2", id="where").text == "Missä?"


def test_each_time_tells_its_free_places_with_the_age_of_the_news(client: Client) -> None:
    activity = choir()
    told = {"places_left": 3, "places_left_at": make.NOW - timedelta(hours=2, minutes=5)}
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=2), **told)
    told = {"places_left": 1, "places_left_at": make.NOW - timedelta(hours=30)}
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=3), **told)
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=4), places_left=9, places_left_at=None)

    assert times(page_of(client)) == [
        "to 26.11. klo 12–13 3 vapaata paikkaa. Kerrottu 2 tuntia sitten."
        " pe 27.11. klo 12–13 1 vapaa paikka. Kerrottu 1 päivä sitten."
        " la 28.11. klo 12–13"
    ]


def test_news_of_free_places_that_is_too_old_is_not_told(client: Client) -> None:
    told = {"places_left": 3, "places_left_at": make.NOW - timedelta(days=3)}
    make.session(activity=choir(), starts_at=make.NOW + timedelta(days=2), **told)

    assert times(page_of(client)) == ["to 26.11. klo 12–13"]


def test_each_time_tells_from_when_until_when_one_signs_up(client: Client) -> None:
    activity, day = choir(), timedelta(days=1)
    make.session(activity=activity, starts_at=make.NOW + 2 * day, opens_at=make.NOW - day, closes_at=make.NOW + day)
    make.session(activity=activity, starts_at=make.NOW + 9 * day, opens_at=make.NOW + day, closes_at=make.NOW + 2 * day)

    assert times(page_of(client)) == [
        "to 26.11. klo 12–13 Ilmoittaudu viimeistään ke 25.11. klo 12."
        " to 3.12. klo 12–13 Ilmoittautuminen alkaa ke 25.11. klo 12."
    ]


def test_time_elsewhere_or_of_its_own_kind_says_so(client: Client) -> None:
    activity = choir(place=make.place())
    facts = {"place": make.place(name="Malmitalo"), "is_trial": True, "is_drop_in": True, "note": "Ovi on pihalla."}
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=2), **facts)

    (said,) = times(page_of(client))

    assert said == (
        "to 26.11. klo 12–13 Paikka: Malmitalo. Ovi on pihalla. Tällä kerralla voit kokeilla."
        " Voit tulla ilman ilmoittautumista."
    )


def test_many_times_have_pages(client: Client) -> None:
    activity = choir()
    for number in range(11):
        make.session(activity=activity, starts_at=make.NOW + timedelta(days=number + 1))

    first, second, odd = (page_of(client, URL + query) for query in ("", "?page=2", f"?page={'x' * 10_000}"))

    counts = [page.one("ul", class_="times").text.count("klo") for page in (first, second, odd)]
    assert counts == [8, 3, 8]
    assert first.links()["Seuraava sivu"] == "?page=2#times"
    assert second.one("title").text == "Kuoro – sivu 2 – Tarjotin"
    assert second.texts("li", class_="when") == ["huomenna ke 25.11. klo 12–13"]


def full(activity: Activity) -> None:
    told = {"places_left": 0, "places_left_at": make.NOW, "queue_left": 4}
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=2), **told)


def cancelled(activity: Activity) -> None:
    make.session(activity=activity, state="cancelled")


def closed(activity: Activity) -> None:
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=2), closes_at=make.NOW - timedelta(hours=1))


def over(activity: Activity) -> None:
    make.session(activity=activity, starts_at=make.NOW - timedelta(days=2))


STATES = {
    full: "Seuraava kerta on täynnä",
    cancelled: "Seuraava kerta on peruttu",
    closed: "Seuraavalle kerralle ei voi enää ilmoittautua",
    over: "Uusia kertoja ei ole kerrottu",
}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_what_does_not_work_out_is_said_at_once_with_what_is_nearest_and_why(
    client: Client, index: Callable[[], None], state: Callable[[Activity], None]
) -> None:
    here, far = make.place(), make.place(name="Malmitalo", district="38", lat=60.25, lon=25.01)
    state(choir(place=here))
    other("Lauluryhmä", place=here)
    other("Orkesteri", place=far)
    index()

    page = page_of(client)

    assert STATES[state] in page.texts("h2")
    assert page.links()["Katso, mitä muuta on lähellä"] == "#instead"
    assert [text for text in page.texts("h3") if text in ("Kuoro", "Lauluryhmä", "Orkesteri")] == ["Lauluryhmä"]
    assert [why.startswith("Sopii: ") for why in page.texts("p", class_="why")] == [True]


def test_alternatives_widen_until_something_is_found(client: Client, index: Callable[[], None]) -> None:
    full(choir(place=make.place()))
    make.activity(name="Hiihto", place=make.place(name="Malmitalo", district="38", lat=60.25, lon=25.01))
    index()

    assert "Hiihto" in page_of(client).texts("h3")


@pytest.mark.parametrize("is_indexed", [True, False])
def test_without_any_alternative_the_phone_is_left(client: Client, index: Callable[[], None], is_indexed: bool) -> None:
    full(choir())
    if is_indexed:
        index()

    (human,) = page_of(client).texts("p", class_="human")

    assert human == "Soita, niin etsimme yhdessä jotakin muuta. 09 310 44 556"


def test_what_goes_on_or_never_told_its_times_offers_nothing_instead(client: Client) -> None:
    weekly = make.activity(name="Lauluryhmä")
    make.schedule(activity=weekly, rrule="FREQ=WEEKLY;BYDAY=TU")
    choir()

    pages = [page_of(client, url) for url in (URL, "/fi/toiminta/lauluryhma/")]

    assert [page.all("h2", id="instead") for page in pages] == [[], []]


def test_first_time_tells_what_is_known_of_it(client: Client) -> None:
    choir(arrival="Ohjaaja on ovella.", trial="first_free", companion=["buddy"], id_needed=False, bring="Vesipullo.")

    page = page_of(client)

    assert {"Ensimmäinen kerta on maksuton.", "Saat kaverin mukaan.", "Et tarvitse henkilökorttia."} <= set(
        page.texts("li")
    )
    assert {"Ohjaaja on ovella.", "Vesipullo."} <= set(page.texts("p"))


def test_first_time_that_nobody_told_of_is_to_be_asked(client: Client) -> None:
    choir()

    assert "Tätä ei ole kerrottu. Kysy, kuka ottaa sinut vastaan." in page_of(client).texts("p")


def test_picture_is_a_link_to_its_source_with_credit_and_licence(client: Client) -> None:
    choir(image_url="https://example.org/kuva.jpg", image_licence="CC BY 4.0", image_credit="Kuvaaja")

    page = page_of(client)

    assert page.links()["Katso kuva lähteessä"] == "https://example.org/kuva.jpg"
    assert any(text.endswith("Kuva: Kuvaaja (CC BY 4.0)") for text in page.texts("p", class_="kind"))


def test_picture_without_a_licence_is_not_linked(client: Client) -> None:
    choir(image_url="https://example.org/kuva.jpg")

    assert "Katso kuva lähteessä" not in page_of(client).links()


def test_station_tells_its_steps_where_that_is_known_and_else_says_so(client: Client) -> None:
    known, unknown = make.place(), make.place(name="Malmitalo")
    for number, step_free in enumerate((True, False, None)):
        stop = make.transit(place=known, stop=f"Asema {number}", walk_m=100 + number)
        type(stop).objects.filter(pk=stop.pk).update(step_free=step_free)
    make.transit(place=unknown)
    choir(place=known)

    told, untold = page_of(client), page_of(client, "/fi/paikka/malmitalo/")

    asked = "Aseman portaista ja hissistä ei ole kerrottu. Kysy, niin autamme."
    stops = [text for text in told.texts("li") if text.startswith("Asema ")]
    assert stops == [
        "Asema 0 (metro) 100 m, 1 min kävellen. Asemalle pääsee ilman portaita.",
        "Asema 1 (metro) 100 m, 1 min kävellen. Asemalla on portaita.",
        "Asema 2 (metro) 100 m, 1 min kävellen",
    ]
    assert [asked in page.texts("p") for page in (told, untold)] == [False, True]


def test_outdoors_in_november_the_ground_may_be_slippery(client: Client) -> None:
    choir(place=make.place(kind="outdoors"))

    assert "Maa voi olla liukas. Kysy ennen kuin lähdet." in page_of(client).texts("p", class_="doubt")


def test_contact_tells_its_languages(client: Client) -> None:
    make.contact(activity=choir(), role="Ohjaaja", phone="+358401112222", languages=["fi", "sv"])

    (asked,) = page_of(client).texts("ul", class_="ask")

    assert asked == "Ohjaaja 040 111 2222 Kieli: suomi, ruotsi."


def test_course_tells_once_until_when_one_signs_up(client: Client) -> None:
    activity, day = choir(), timedelta(days=1)
    for number in (2, 9):
        make.session(activity=activity, starts_at=make.NOW + number * day, closes_at=make.NOW + day)

    page = page_of(client)

    assert times(page) == ["to 26.11. klo 12–13 to 3.12. klo 12–13"]
    assert page.texts("p").count("Ilmoittaudu viimeistään ke 25.11. klo 12.") == 1


def test_words_that_stand_at_several_prices_are_said_once(client: Client) -> None:
    activity, note = choir(), "Halvempi hinta opiskelijoille ja työttömille, kysy kassalta."
    make.price(activity=activity, amount="9", note=note)
    make.price(activity=activity, amount="5", who="student", note=note)

    said = [text for text in page_of(client).texts("li") if "€" in text]

    assert said == ["9 €, alennettu 5 €", f"9 €. {note}", "Opiskelijat: 5 €"]


@pytest.mark.parametrize(
    ("limit", "verdict", "said"),
    [
        ("arm_in_cast", "ask_first", "Kysy ensin, jos kätesi on kipsissä."),
        ("wheelchair", "suits", "Sopii myös, jos käytät pyörätuolia."),
        ("social_fear", "adapted", "Sopii myös, jos ihmiset jännittävät sinua. Kerro siitä ohjaajalle."),
        ("heart", "not_for", "Ei sovi, jos sinulla on sydänsairaus."),
    ],
)
def test_each_limit_is_answered_in_a_sentence(client: Client, limit: str, verdict: str, said: str) -> None:
    make.suitability(activity=choir(), limit=limit, verdict=verdict)

    assert page_of(client).texts("ul", class_="limits") == [said]


def test_page_is_sent_on_from_the_readers_own_phone_or_mail(client: Client) -> None:
    choir()

    links = page_of(client).links()

    address = "https%3A%2F%2Ftarjotin.example%2Ffi%2Ftoiminta%2Fkuoro%2F"
    assert links["Lähetä tekstiviestinä"] == f"sms:?&body=Kuoro%20{address}"
    assert links["Lähetä sähköpostina"] == f"mailto:?subject=Kuoro&body={address}"


def test_what_is_instead_asks_the_same_questions_however_much_there_is(
    client: Client, index: Callable[[], None]
) -> None:
    place = make.place()
    full(choir(place=place))
    make.session(activity=other("Lauluryhmä", place=place))
    index()
    page_of(client)
    with CaptureQueriesContext(connection) as few:
        page_of(client)
    for number in range(4):
        make.session(activity=other(f"Ryhmä {number}", place=place))
    index()
    page_of(client)

    with CaptureQueriesContext(connection) as many:
        page_of(client)

    assert len(many) == len(few)
