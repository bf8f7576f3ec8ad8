"""Help me choose: questions in addresses, and an end with suggestions, help and a way on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from itertools import pairwise
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarjotin.web.resident.choosing.effects import EFFECTS
from tarjotin.web.resident.choosing.topics import TOPICS
from tests import make
from tests.web.html import Page
from tests.web.resident.city import City

pytestmark = pytest.mark.django_db

URL = "/fi/auta-valitsemaan/"
EVENING = make.NOW + timedelta(days=1, hours=6)


def page_of(client: Client, query: str = "", url: str = URL) -> Page:
    response = client.get(f"{url}?{query}")
    assert response.status_code == 200
    return Page(response.content.decode())


def fields(page: Page) -> list[tuple[str, str]]:
    """What the form keeps besides the question of the page; other forms of the page have `back` only."""
    return [(e["name"], e["value"]) for e in page.all("input", type="hidden") if e["name"] != "back"]


def test_each_question_asks_one_thing_and_says_why(city: City, client: Client) -> None:
    pages = [page_of(client, f"step={step}") for step in range(1, 6)]

    assert [page.texts("h1")[0] for page in pages] == [
        "Mikä tekisi sinulle hyvää?",
        "Milloin sinulle sopii?",
        "Mistä lähdet?",
        "Mikä voisi tulla esteeksi?",
        "Miten haluaisit alkaa?",
    ]
    assert all(any("jotta" in text for text in page.texts("p")) for page in pages)
    assert {len(page.all("fieldset")) for page in pages} == {1}


def test_question_can_be_passed_over_and_gone_back_from(city: City, client: Client) -> None:
    links = page_of(client, "good=move&step=2&when=evening").links()

    assert links["En tiedä, ohita tämä"] == f"{URL}?good=move&step=3"
    assert links["Takaisin"] == f"{URL}?good=move&when=evening"


def test_form_keeps_the_other_answers_and_leads_to_the_next_question(city: City, client: Client) -> None:
    page = page_of(client, "for=other&good=move&from=Kallio&when=day&language=ar&step=2")

    form = [e for e in page.all("form") if e["action"] == URL]
    told = [("for", "other"), ("good", "move"), ("from", "Kallio"), ("language", "ar"), ("step", "3")]
    assert ([e["method"] for e in form], fields(page)) == (["get"], told)
    assert [e["value"] for e in page.all("input", name="when") if "checked" in e.attributes] == ["day"]


def test_change_leads_back_to_the_suggestions(city: City, client: Client) -> None:
    end = page_of(client, "good=move&when=day&step=6")

    change = end.links()["Muuta: Mikä tekisi hyvää"]
    page = page_of(client, change.partition("?")[2])
    assert (change, fields(page)) == (f"{URL}?good=move&when=day&step=1&change=1", [("when", "day"), ("step", "6")])
    assert page.links()["Takaisin"] == f"{URL}?good=move&when=day&step=6"


def test_count_says_what_the_answers_leave(city: City, client: Client) -> None:
    every, sport = page_of(client), page_of(client, "good=move&step=2")

    assert [every.texts("p", role="status"), sport.texts("p", role="status")] == [
        ["Näillä vastauksilla löytyy nyt 3 vaihtoehtoa."],
        ["Näillä vastauksilla löytyy nyt 2 vaihtoehtoa."],
    ]


def test_place_that_nobody_knows_is_said_and_kept(city: City, client: Client) -> None:
    page = page_of(client, "from=Qwxz&step=4")

    assert "Emme tunne paikkaa ”Qwxz”. Kirjoita aseman tai kaupunginosan nimi." in page.texts("p", class_="note")
    assert ("from", "Qwxz") in fields(page)


def test_suggestion_says_why_it_fits_what_is_not_told_and_whom_to_ask(city: City, client: Client) -> None:
    page = page_of(client, "good=move&hinder=seated&step=6")

    card = page.texts("li", class_="card")[0]
    assert page.texts("p", class_="why")[0] == "Sopii: tuolijumppa, sopii aloittelijalle, ilman ilmoittautumista"
    assert page.texts("p", class_="doubt")[0] == "Ei kerrottu, kysy: voiko osallistua istuen"
    assert "Soita 09 310 44 556" in card


def test_end_says_what_each_answer_changed(city: City, client: Client) -> None:
    page = page_of(client, "good=move&hinder=money&begin=call&step=6")

    told = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert told == {
        "Mikä tekisi hyvää": "Liikkua kevyesti Etsimme: liikunta. Nostamme ylemmäs: sopii kaiken kuntoisille, kevyttä. "
        "Muuta: Mikä tekisi hyvää",
        "Mikä voi olla esteenä": "Raha on tiukalla Näytämme vain: maksuton, edullinen (enintään 5 €). "
        "Jos asiaa ei kerrota, sanomme sen. Muuta: Mikä voi olla esteenä",
        "Miten haluat alkaa": "Minulle saa soittaa Lisäsimme kohdan: Pyydä, että sinulle soitetaan. "
        "Muuta: Miten haluat alkaa",
    }


@pytest.mark.parametrize(
    ("begin", "titles"),
    [
        ("", ["Puhu ensin jonkun kanssa", "Löydät itse"]),
        ("begin=self", ["Löydät itse"]),
        ("begin=talk", ["Puhu ensin jonkun kanssa"]),
        ("begin=call&begin=along", ["Pyydä, että sinulle soitetaan", "Joku voi tulla mukaan"]),
        ("begin=guide", ["Ryhmän ohjaaja auttaa alkuun"]),
        ("begin=call&for=other", ["Pyydä, että hänelle soitetaan"]),
    ],
)
def test_kind_of_help_follows_how_one_wants_to_begin(city: City, client: Client, begin: str, titles: list[str]) -> None:
    page = page_of(client, f"{begin}&step=6")

    known = {"Puhu ensin jonkun kanssa", "Löydät itse", "Joku voi tulla mukaan", "Ryhmän ohjaaja auttaa alkuun"}
    known |= {"Pyydä, että sinulle soitetaan", "Pyydä, että hänelle soitetaan"}
    assert [text for text in page.texts("h2") if text in known] == titles


def test_desk_that_is_open_now_comes_with_its_phone(client: Client, index: Callable[[], None]) -> None:
    for name, weekday, phone in (("Helsinki-info", 2, "+358931011111"), ("Asiakasneuvonta", 3, "+358931022222")):
        desk = make.service(name=name, summary=make.text("Neuvontaa kaupungin palveluista"), kind="guidance_desk")
        channel = make.channel(service=desk, value=phone)
        make.hours(channel=channel, weekday=weekday, opens=time(8), closes=time(20))
    yoga = make.activity(name="Jooga")
    make.session(activity=yoga, starts_at=EVENING)
    steps = make.activity(name="Ulkojooga", setting="outdoor", entry="drop_in")
    make.price(activity=steps, is_free=True)
    make.session(activity=steps, starts_at=EVENING)
    index()

    page = page_of(client, "good=move&begin=talk&step=6")

    human = page.texts("section", class_="human")
    assert [("Helsinki-info" in text, "auki juuri nyt" in text, "Asiakasneuvonta" in text) for text in human] == [
        (True, True, False)
    ]


def test_few_suggestions_come_with_the_phone_and_what_was_left_out(client: Client, index: Callable[[], None]) -> None:
    choir = make.activity(name="Kuoro")
    make.session(activity=choir, starts_at=EVENING)
    index()

    page = page_of(client, "good=move&when=evening&step=6")

    assert "Näillä vastauksilla emme löytäneet sopivaa. Soita, niin etsimme yhdessä: 09 310 44 556" in page.texts(
        "p", class_="note"
    )
    assert page.texts("section", class_="maybe") == [page.texts("section", class_="maybe")[0]]
    assert "Jätimme pois nämä vastaukset: Milloin, Mikä tekisi hyvää." in page.texts("p")


def test_all_that_fits_stands_on_the_results_with_the_same_criteria(city: City, client: Client) -> None:
    page = page_of(client, "good=move&hinder=money&from=Kallio&where=30min&when=evening&step=6")

    url = next(e["href"] for e in page.all("a", class_="button") if "haku" in e["href"])
    assert url == "/fi/haku/?category=sport&price=free&price=cheap&time=evening&distance=30min&from=Kallio"
    assert client.get(url).status_code == 200


def test_questions_for_a_close_one_speak_of_them(city: City, client: Client) -> None:
    pages = [page_of(client, f"for=other&step={step}") for step in range(1, 7)]

    assert [page.texts("h1")[0] for page in pages] == [
        "Mikä tekisi hänelle hyvää?",
        "Milloin hänelle sopii?",
        "Mistä hän lähtee?",
        "Mikä voisi tulla hänelle esteeksi?",
        "Miten hän haluaisi alkaa?",
        "Nämä voisivat sopia hänelle",
    ]


@pytest.mark.parametrize(("query", "is_named"), [("topic=crisis", True), ("good=talk", True), ("good=move", False)])
def test_urgent_help_is_named_first_where_somebody_may_be_in_trouble(
    city: City, client: Client, query: str, is_named: bool
) -> None:
    notes = page_of(client, f"{query}&step=6").texts("p", class_="note")

    assert ("Onko hätä juuri nyt? Apua heti" in notes) == is_named


def test_answers_are_not_for_search_engines_and_are_said_to_be_kept_nowhere(city: City, client: Client) -> None:
    plain, told = page_of(client), page_of(client, "good=move&step=2")

    assert [len(page.all("meta", name="robots")) for page in (plain, told)] == [0, 1]
    said = "Emme tallenna vastauksiasi. Ne ovat vain tämän sivun osoitteessa."
    assert all(said in page.texts("p") for page in (plain, told))


@pytest.mark.parametrize(
    "query",
    [
        "step=abc",
        "step=99",
        "step=-1",
        "step=²",
        "good=zzz&when=&begin=%00",
        "from=" + "a" * 10_000,
        "from=%00%F0%9F%92%A9&step=6",
        "topic=zzz&step=6",
        "language=<script>&step=6",
        "from=<script>alert(1)</script>&step=6",
        "for=me&change=yes",
    ],
)
def test_odd_address_gives_a_kind_page(city: City, client: Client, query: str) -> None:
    page = page_of(client, query)

    assert (page.problems, page.all("script")) == ([], [])


def test_question_answers_without_an_index_and_the_end_says_so(db: None, client: Client, search_index: Any) -> None:
    question, end = client.get(URL), client.get(f"{URL}?step=6")

    assert (question.status_code, end.status_code) == (200, 503)


def test_end_costs_the_same_questions_for_one_card_and_for_many(client: Client, index: Callable[[], None]) -> None:
    counts = []
    for number in (1, 6):
        for at in range(number):
            yoga = make.activity(
                name=f"Jooga {number} {at}", organisation=make.organisation(name=f"Seura {number}{at}")
            )
            make.session(activity=yoga, starts_at=EVENING)
        index()
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page_of(client, "good=move&begin=self&step=6")
        counts.append(len(asked))

    assert counts[1] <= counts[0]


OPTIONS = [(question, code) for question, row in EFFECTS.items() for code in row]
OPTIONS += [("topic", code) for code in TOPICS] + [("from", "Kallio"), ("from", "Qwxz"), ("language", "ar")]
OPTIONS += [("for", "other"), ("change", "1")]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chosen=st.lists(st.sampled_from(OPTIONS), max_size=12, unique=True),
    step=st.integers(1, 6),
    language=st.sampled_from(("fi", "en", "ar")),
)
def test_any_answers_give_a_page_with_a_way_on(
    city: City, client: Client, chosen: list[tuple[str, str]], step: int, language: str
) -> None:
    url = URL if language == "fi" else f"/{language}/help-me-choose/"

    page = page_of(client, urlencode([*chosen, ("step", str(step))]), url)

    main = page.one("main")
    assert page.problems == []
    assert [e["href"] for e in page.all("a", class_="button") if e["href"].startswith(f"/{language}/")] != []
    assert main
    assert len(page.elements) <= 500
    levels = [int(e.tag[1]) for e in page.elements if e.tag in ("h1", "h2", "h3", "h4")]
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
