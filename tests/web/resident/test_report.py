""" "Something wrong here?": what is asked, what is kept, and what is refused."""

from __future__ import annotations

import pytest
from django.test import Client

from tarjotin.people.models import Report
from tests import make
from tests.web.html import Page
from tests.web.resident.city import PAGES, City

PATH = "/fi/ilmoita-virheesta/toiminta/tuolijumppa/"


def sent(client: Client, path: str = PATH, **told: str) -> Page:
    response = client.post(path, told)
    assert response.status_code == 422
    return Page(response.content.decode())


def kept() -> list[tuple[str, str, str]]:
    return list(Report.objects.values_list("what", "text", "language"))


def test_every_kind_of_page_leads_to_its_form(city: City, client: Client) -> None:
    found = {}
    for kind in ("activity", "service", "place", "organisation"):
        page = Page(client.get(PAGES[kind]["sv"]).content.decode())
        (link,) = [link["href"] for link in page.all("a") if "/anmal-fel/" in link["href"]]
        found[kind] = (link, client.get(link).status_code)

    assert found == {
        "activity": ("/sv/anmal-fel/aktivitet/stolgymnastik/", 200),
        "service": ("/sv/anmal-fel/tjanst/skuldradgivning/", 200),
        "place": ("/sv/anmal-fel/plats/berghalls-bibliotek/", 200),
        "organisation": ("/sv/anmal-fel/arrangor/kotikulma-rf/", 200),
    }


def test_form_names_the_page_and_the_organiser_as_a_second_way(city: City, client: Client) -> None:
    page = Page(client.get(PATH).content.decode())

    assert page.links()["Tuolijumppa"] == PAGES["activity"]["fi"]
    assert page.links()["kotikulma@example.org"] == "mailto:kotikulma@example.org"
    assert page.links()["040 555 1234"] == "tel:+358405551234"
    assert page.one("form", action=PATH)["method"] == "post"


def test_form_without_a_known_organiser_offers_our_phone_only(db: None, client: Client) -> None:
    make.activity(name="Kerho")

    page = Page(client.get("/fi/ilmoita-virheesta/toiminta/kerho/").content.decode())

    assert "Voit kertoa myös järjestäjälle" not in page.texts("h2")
    assert "09 310 44 556" in page.texts("p", class_="number")


def test_message_is_kept_and_thanked_for(city: City, client: Client) -> None:
    response = client.post(PATH, {"what": "time", "text": "Alkaa jo kello 9."})

    thanks = Page(client.get(response.headers["Location"]).content.decode())
    assert (response.status_code, response.headers["Location"]) == (302, f"{PATH}?sent=1")
    assert "no-store" in response.headers["Cache-Control"]
    assert thanks.texts("h1") == ["Kiitos, kun kerroit"]
    assert kept() == [("time", "Alkaa jo kello 9.", "fi")]


def test_message_without_a_choice_comes_back_with_what_was_written(city: City, client: Client) -> None:
    page = sent(client, text="<b>Alkaa jo kello 9.</b>")

    assert page.links()["Valitse, mikä on väärin."] == "#what"
    assert page.one("p", id="what-problem").text == "Valitse, mikä on väärin."
    assert page.one("textarea").text == "<b>Alkaa jo kello 9.</b>"
    assert page.problems == []
    assert kept() == []


def test_long_message_comes_back_and_says_how_much_too_long_it_is(city: City, client: Client) -> None:
    page = sent(client, what="price", text="x" * 10_000)

    chosen = [e["value"] for e in page.all("input", type="radio") if "checked" in e.attributes]
    assert page.links()["Lyhennä tekstiä 9500 merkkiä."] == "#text"
    assert (chosen, len(page.one("textarea").text)) == (["price"], 2000)
    assert kept() == []


@pytest.mark.parametrize("what", ["", "nonsense", "x" * 10_000, "time\0"])
def test_unknown_choice_is_asked_again(city: City, client: Client, what: str) -> None:
    assert sent(client, what=what).texts("h1") == ["Mikä on väärin?"]


def test_message_of_another_site_is_refused(city: City, client: Client) -> None:
    response = client.post(PATH, {"what": "time"}, headers={"sec-fetch-site": "cross-site"})

    assert (response.status_code, kept()) == (403, [])


def test_eleventh_message_within_ten_minutes_waits_with_its_words(city: City, client: Client) -> None:
    for number in range(10):
        client.post(PATH, {"what": "time", "text": f"Kello {number}"})

    page = sent(client, what="time", text="Kello 10")

    assert "Sait jo monta viestiä perille. Odota hetki tai soita meille." in page.links()
    assert (page.one("textarea").text, Report.objects.count()) == ("Kello 10", 10)


def test_unknown_page_has_no_form(city: City, client: Client) -> None:
    paths = [
        "/fi/ilmoita-virheesta/toiminta/ei-ole/",
        "/fi/ilmoita-virheesta/ei-ole/tuolijumppa/",
        f"/fi/{'x' * 9000}/",
    ]

    found = [(client.get(path).status_code, client.post(path, {"what": "time"}).status_code) for path in paths]

    assert found == [(404, 404)] * 3


def test_page_that_is_gone_has_no_form(db: None, client: Client) -> None:
    make.activity(name="Retki", status="withdrawn", withdrawn_reason="expired")

    assert client.get("/fi/ilmoita-virheesta/toiminta/retki/").status_code == 410


def test_form_is_for_people_and_not_for_search_engines(city: City, client: Client) -> None:
    page = Page(client.get(PATH).content.decode())

    assert page.one("meta", name="robots")["content"] == "noindex"
