"""The list of a browser and of a code: adding, undoing, moving, leaving; who may, and how often."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from tarjotin.catalogue.models import Status
from tarjotin.guidance.models import Plan, PlanItem
from tests import make
from tests.web.html import Page
from tests.web.resident.lists import coded

pytestmark = pytest.mark.django_db
LIST, OTHER = "/fi/lista/", "/fi/lista/K7M-2QX/"


def page_of(client: Client, url: str = LIST) -> Page:
    return Page(client.get(url).content.decode())


def names(page: Page) -> list[str]:
    cards = page.texts("ol", class_="mine")
    return [heading for heading in page.texts("h2") if cards and heading in cards[0]]


def add(client: Client, *entities: Any, **more: str) -> Any:
    response = None
    for entity in entities:
        response = client.post(LIST, {"add": f"{entity.kind_name}:{entity.id}", **more})
    return response


def test_thing_is_added_from_a_card_and_the_way_back_is_offered(client: Client) -> None:
    choir = make.activity(name="Kuoro")

    response = add(client, choir, back="/fi/haku/?q=kuoro")

    there = page_of(client, response.headers["Location"])
    assert names(there) == ["Kuoro"]
    assert there.texts("div", role="status") == ["Lisätty: Kuoro Kumoa: Kuoro Takaisin siihen, missä olit"]
    assert there.links()["Takaisin siihen, missä olit"] == "/fi/haku/?q=kuoro"


def test_cookie_holds_the_code_only_and_goes_with_the_browser(client: Client) -> None:
    response = add(client, make.activity())

    cookie = response.cookies["tarjotin_list"]
    assert cookie.value.split(":")[0] == Plan.objects.get().code
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["expires"]) == (True, "Lax", "", "")
    assert list(response.cookies) == ["tarjotin_list"]


def test_list_without_a_cookie_explains_itself_and_asks_for_a_code(client: Client) -> None:
    there = page_of(client)

    assert there.texts("p", class_="lead") == ["Lista on vielä tyhjä. Kerää tähän asioita, jotka kiinnostavat sinua."]
    assert [field["name"] for field in there.all("input", id="code")] == ["code"]
    assert Plan.objects.count() == 0


def test_adding_and_removing_can_be_undone(client: Client) -> None:
    choir, chess = make.activity(name="Kuoro"), make.activity(name="Shakki")
    add(client, choir, chess)

    response = client.post(LIST, {"remove": f"activity:{choir.id}"})
    without = page_of(client, response.headers["Location"])
    client.post(LIST, {"add": without.all("button", name="add")[0]["value"]})

    assert without.texts("div", role="status") == ["Poistettu: Kuoro Kumoa: Kuoro"]
    assert (names(without), names(page_of(client))) == (["Shakki"], ["Kuoro", "Shakki"])


def test_things_move_up_and_down(client: Client) -> None:
    a, b, c = (make.activity(name=name) for name in ("Yksi", "Kaksi", "Kolme"))
    add(client, a, b, c)

    client.post(LIST, {"up": f"activity:{c.id}"})
    client.post(LIST, {"down": f"activity:{a.id}"})

    assert names(page_of(client)) == ["Kolme", "Yksi", "Kaksi"]


def test_full_list_says_so_and_keeps_what_it_has(client: Client) -> None:
    plan = coded(*(make.activity(name=f"Ryhmä {n}") for n in range(30)))
    client.post(OTHER, {"use": "1"})

    response = add(client, make.activity(name="Liikaa"))

    there = page_of(client, response.headers["Location"])
    assert there.texts("div", role="status") == ["Listalle mahtuu 30 asiaa. Poista ensin jotakin."]
    assert plan.items.count() == 30


def test_emptying_leaves_nothing_here_and_in_the_browser(client: Client) -> None:
    add(client, make.activity())

    response = client.post(LIST, {"empty": "1"})

    assert (response.headers["Location"], response.headers["Clear-Site-Data"]) == ("/fi/lista/?left=1", '"storage"')
    assert client.cookies["tarjotin_list"].value == ""
    assert (Plan.objects.count(), PlanItem.objects.count()) == (0, 0)
    assert page_of(client, "/fi/lista/?left=1").texts("p", role="status") == [
        "Lista on poistettu. Siitä ei jäänyt mitään."
    ]


def test_leaving_keeps_the_list_behind_its_code(client: Client) -> None:
    choir = make.activity(name="Kuoro")
    add(client, choir)
    code = Plan.objects.get().code

    client.post(LIST, {"leave": "1"})

    assert (names(page_of(client)), names(page_of(client, f"/fi/lista/{code}/"))) == ([], ["Kuoro"])


def test_code_opens_the_list_elsewhere_however_it_is_written(client: Client) -> None:
    coded(make.activity(name="Kuoro"))

    asked = client.get(LIST, {"code": " k7m 2qx"})

    assert asked.headers["Location"] == OTHER
    assert names(page_of(client, OTHER)) == ["Kuoro"]
    assert dict(client.get(OTHER).cookies) == {}


def test_list_of_a_code_can_become_the_list_of_this_browser(client: Client) -> None:
    coded(make.activity(name="Kuoro"))

    response = client.post(OTHER, {"use": "1"})
    add(client, make.activity(name="Shakki"))

    assert response.headers["Location"] == LIST
    assert names(page_of(client)) == names(page_of(client, OTHER)) == ["Kuoro", "Shakki"]


def test_short_address_leads_to_the_list_in_its_language(client: Client) -> None:
    plan = coded(make.activity())
    Plan.objects.filter(pk=plan.pk).update(language="sv")

    locations = [client.get(url).headers["Location"] for url in ("/L/K7M2QX", "/l/k7m-2qx", "/L/K7M-2QX")]

    assert locations == ["/sv/lista/K7M-2QX/"] * 3


def test_expired_list_is_not_found(client: Client) -> None:
    coded(make.activity())

    with time_machine.travel(make.NOW + timedelta(days=91)):
        response = client.get(OTHER)

    assert response.status_code == 404
    assert "Tällä koodilla ei ole listaa" in response.content.decode()


def test_reading_keeps_a_list_alive(client: Client) -> None:
    coded(make.activity())

    with time_machine.travel(make.NOW + timedelta(days=80)):
        client.get(OTHER)
    with time_machine.travel(make.NOW + timedelta(days=160)):
        assert client.get(OTHER).status_code == 200


def test_after_ten_wrong_codes_no_code_opens_for_an_hour(client: Client) -> None:
    coded(make.activity())
    signs = "23456789CDFHJK"

    answers = [client.get(f"/fi/lista/{sign * 6}/").status_code for sign in signs]
    right = client.get(OTHER).status_code
    elsewhere = client.get(OTHER, REMOTE_ADDR="192.0.2.7").status_code
    with time_machine.travel(make.NOW + timedelta(hours=1, minutes=1)):
        later = client.get(OTHER).status_code

    assert (answers, right, elsewhere, later) == ([404] * 10 + [429] * 4, 429, 200, 200)


@pytest.mark.parametrize("url", ["/fi/viikko/{}/", "/fi/ics/list/{}.ics", "/L/{}", "/fi/lista/{}/"])
def test_every_way_to_try_a_code_counts(client: Client, url: str) -> None:
    answers = [client.get(url.format(sign * 6)).status_code for sign in "23456789CDFH"]

    assert answers == [404] * 10 + [429] * 2


def test_changing_a_list_by_wrong_codes_counts_as_well(client: Client) -> None:
    for sign in "23456789CDFH":
        client.post(f"/fi/lista/{sign * 6}/", {"empty": "1"})
    coded(make.activity())

    client.post(OTHER, {"empty": "1"})

    assert Plan.objects.count() == 1


def test_cookie_made_by_somebody_else_opens_nothing(client: Client) -> None:
    coded(make.activity(name="Kuoro"))

    client.cookies["tarjotin_list"] = "K7M2QX"
    bare = names(page_of(client))
    client.cookies["tarjotin_list"] = "K7M2QX:" + "x" * 43

    assert (bare, names(page_of(client))) == ([], [])


def test_own_list_opens_also_after_wrong_codes(client: Client) -> None:
    add(client, make.activity(name="Kuoro"))
    code = Plan.objects.get().code

    for sign in "23456789CDFH":
        client.get(f"/fi/lista/{sign * 6}/")

    assert names(page_of(client)) == names(page_of(client, f"/fi/lista/{code}/")) == ["Kuoro"]


def test_many_new_lists_from_one_address_are_refused() -> None:
    choir = make.activity()

    locations = [add(Client(), choir).headers["Location"] for _ in range(65)]

    assert Plan.objects.count() == 60
    assert locations[60:] == ["/fi/lista/?wait=1"] * 5


def test_form_of_another_site_changes_nothing(client: Client) -> None:
    choir = make.activity()
    coded(choir)

    refused = [
        client.post(OTHER, {"empty": "1"}, headers={"sec-fetch-site": "cross-site"}),
        client.post(LIST, {"add": f"activity:{choir.id}"}, headers={"origin": "https://evil.example"}),
    ]

    assert [(response.status_code, dict(response.cookies)) for response in refused] == [(403, {})] * 2
    assert Plan.objects.count() == 1


def test_form_of_our_own_needs_no_token() -> None:
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(LIST, {"add": f"activity:{make.activity().id}"}, headers={"sec-fetch-site": "same-origin"})

    assert response.status_code == 302
    assert Plan.objects.count() == 1


def test_name_that_holds_markup_is_shown_as_text(client: Client) -> None:
    evil = make.activity(name="<script>alert(1)</script> & \"'>", place_text="<b>x</b>")
    add(client, evil)

    there = page_of(client, f"/fi/lista/?added=activity:{evil.id}")

    assert (there.all("script"), there.problems) == ([], [])
    assert names(there) == ["<script>alert(1)</script> & \"'>"]


def test_thing_that_is_gone_says_so_and_leads_to_what_is_near(client: Client) -> None:
    choir, chess, deleted = make.activity(name="Kuoro"), make.activity(name="Shakki"), make.activity(name="Pois")
    add(client, choir, chess, deleted)
    choir.status, chess.status = Status.WITHDRAWN, Status.PAUSED
    choir.save()
    chess.save()
    deleted.delete()

    there = page_of(client)

    assert names(there) == ["Kuoro", "Shakki", "Tätä ei enää ole"]
    assert there.texts("p", class_="doubt") == [
        "Tämä on päättynyt. Katso, mitä samanlaista on: Kuoro",
        "Tämä on nyt tauolla. Katso, mitä samanlaista on: Shakki",
        "Tämä on päättynyt.",
    ]
    assert there.links()["Katso, mitä samanlaista on: Kuoro"] == "/fi/toiminta/kuoro/"
    client.post(LIST, {"remove": there.all("button", name="remove")[2]["value"]})
    assert names(page_of(client)) == ["Kuoro", "Shakki"]


@pytest.mark.parametrize(
    "told",
    [
        {"add": "odd"},
        {"add": f"activity:{UUID(int=0)}"},
        {"add": "x" * 10_000},
        {"remove": "activity:"},
        {"up": "\x00"},
        {"back": "https://evil.example/", "remove": f"place:{UUID(int=1)}"},
        {"use": "1"},
        {},
    ],
)
def test_odd_form_ends_on_the_list(client: Client, told: dict[str, str]) -> None:
    add(client, make.activity(name="Kuoro"))

    response = client.post(LIST, told)

    assert response.headers["Location"].startswith("/fi/lista/")
    assert "evil" not in response.headers["Location"]
    assert client.get(response.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/fi/lista/?code=garbage!", 200),
        (f"/fi/lista/?code={'9' * 10_000}", 200),
        ("/fi/lista/?added=activity:1&removed=x&back=//evil.example", 200),
        ("/fi/lista/%00/", 404),
        ("/fi/lista/nobody/", 404),
        (f"/fi/lista/{'K' * 5000}/", 404),
        ("/fi/viikko/nobody/", 404),
        ("/L/%F0%9F%99%82", 404),
        ("/fi/ics/list/nobody.ics", 404),
    ],
)
def test_odd_address_is_answered_kindly(client: Client, url: str, status: int) -> None:
    response = client.get(url)

    assert response.status_code == status
    assert "evil" not in response.content.decode()
    assert "09 310 44 556" in response.content.decode()


def test_code_that_is_none_stays_in_its_field(client: Client) -> None:
    there = page_of(client, "/fi/lista/?code=%22%3E%3Cb%3E")

    assert there.one("input", id="code")["value"] == '">' + "<b>"
    assert there.texts("p", role="alert") == ["Tämä ei ole koodi. Koodissa on kuusi merkkiä."]


def test_pages_of_a_list_are_kept_by_nobody(client: Client) -> None:
    coded(make.activity())

    answers = [client.get(url) for url in (LIST, OTHER, "/fi/viikko/K7M-2QX/", "/fi/ics/list/K7M-2QX.ics", "/L/K7M2QX")]

    assert [answer.headers["Cache-Control"] for answer in answers] == ["private, no-store"] * 5
    assert [answer.headers["X-Robots-Tag"] for answer in answers[:4]] == ["noindex"] * 4


def test_code_is_carried_as_square_message_and_feed(client: Client) -> None:
    coded(make.activity(name="Kuoro"))

    there = page_of(client, OTHER)

    links = there.links()
    assert there.texts("p", class_="number") == ["K7M-2QX", "09 310 44 556"]
    assert len(there.all("svg", class_="qr")) == 1
    assert links["Tilaa kalenteriin: muutokset tulevat itsestään"] == (
        "webcal://tarjotin.example/fi/ics/list/K7M-2QX.ics"
    )
    assert links["Lähetä koodi tekstiviestinä"].startswith("sms:?&body=Listasi%20koodi%20on%20K7M-2QX.")
    assert "(1 viesti)" in there.texts("section", class_="out")[0]


def test_cards_and_pages_offer_the_list(client: Client, city: Any) -> None:
    results = page_of(client, "/fi/haku/")
    entry = page_of(client, "/fi/toiminta/tuolijumppa/")

    asked = {button["value"] for button in results.all("button", form="keep")}
    assert f"activity:{city.activity.id}" in asked
    assert [button["value"] for button in entry.all("button", name="add")] == [f"activity:{city.activity.id}"]
    assert results.one("form", id="keep")["action"] == LIST
    assert [field["value"] for field in results.all("input", name="back")] == ["/fi/haku/"]


def test_button_of_a_page_lies_in_a_form_of_its_own(client: Client, city: Any) -> None:
    entry = page_of(client, "/fi/toiminta/tuolijumppa/")

    (button,) = entry.all("button", name="add")
    assert "form" not in button.attributes
    # in the form of the page's frame and in its own
    assert [field["value"] for field in entry.all("input", name="back")] == ["/fi/toiminta/tuolijumppa/"] * 2


def test_what_never_was_and_what_is_no_page_yet_comes_on_no_list(client: Client) -> None:
    draft = make.activity(status=Status.DRAFT)

    client.post(LIST, {"add": f"activity:{UUID(int=5)}"})
    client.post(LIST, {"add": f"activity:{draft.id}"})

    assert Plan.objects.count() == 0
