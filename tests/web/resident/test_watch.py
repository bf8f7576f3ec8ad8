from __future__ import annotations

import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from time_machine import travel

from tarjotin.guidance.models import Watch
from tarjotin.guidance.watching import token_of
from tests import make
from tests.web.html import Page
from tests.web.resident.city import WATCH, City

pytestmark = pytest.mark.django_db
PAGE = "/fi/vahti/"
DAY = timedelta(days=1)


def ask(client: Client, **more: Any) -> Any:
    told = {"email": "maija@example.org", "want": ["new", "sign_up", "coming"], "criteria": "price=free&page=3"}
    return client.post(PAGE, told | more)


def link(language: str = "fi") -> str:
    watch = Watch.objects.exclude(pk=WATCH).get()
    return f"/{language}/{'vahti' if language == 'fi' else 'watch'}/{token_of(watch)}/"


def test_page_says_what_is_watched_and_what_is_stored(city: City, client: Client) -> None:
    document = Page(client.get(f"{PAGE}?category=sport&price=free").content.decode())

    assert document.texts("main")[0].count("Liikunta") == 1
    assert document.one("input", name="criteria")["value"] == "category=sport&price=free"
    assert "Silloin poistamme osoitteesi heti." in document.texts("main")[0]


def test_asking_sends_one_mail_that_asks_back_and_nothing_else(client: Client) -> None:
    response = ask(client)

    (sent,) = mail.outbox
    watch = Watch.objects.get()
    assert (response.status_code, response.headers["Location"]) == (302, "/fi/vahti/?sent=1")
    assert (watch.criteria, watch.confirmed_at, sent.to) == ("price=free", None, ["maija@example.org"])
    assert f"https://tarjotin.example{link()}" in sent.body
    assert "maija" not in sent.subject
    assert sent.extra_headers["List-Unsubscribe"] == f"<https://tarjotin.example/vahti/{token_of(watch)}/>"


def test_opening_the_link_changes_nothing_and_the_button_confirms(client: Client) -> None:
    ask(client)

    opened = client.get(link())
    before = Watch.objects.get().confirmed_at
    response = client.post(link(), {"confirm": "1"})

    assert (opened.status_code, before, opened.headers["Cache-Control"]) == (200, None, "private, no-store")
    assert response.headers["Location"] == f"{link()}?done=confirmed"
    assert Watch.objects.get().confirmed_at is not None


def test_one_tap_ends_it_and_the_address_is_gone(client: Client) -> None:
    ask(client)
    here = link()

    response = client.post(here, {"end": "1"})

    assert "Poistimme osoitteesi." in Page(response.content.decode()).texts("main")[0]
    assert Watch.objects.count() == 0
    assert client.get(here).status_code == 404


def test_mail_program_may_end_it_from_anywhere_and_only_so(client: Client) -> None:
    ask(client)
    here = f"/vahti/{token_of(Watch.objects.get())}/"
    strict = Client(enforce_csrf_checks=True)

    refused = [strict.get(here).status_code, strict.post(here).status_code]
    answer = strict.post(here, {"List-Unsubscribe": "One-Click"}, headers={"sec-fetch-site": "cross-site"})

    assert (refused, answer.status_code, Watch.objects.count()) == ([405, 404], 204, 0)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"email": "maija"}, "email"),
        ({"email": '"><script>@example.org'}, "email"),
        ({"email": "a@example.org\r\nBcc: b@example.org"}, "email"),
        ({"want": []}, "want"),
        ({"want": ["odd"]}, "want"),
    ],
)
def test_mistake_is_said_and_what_was_written_is_kept(client: Client, told: dict[str, Any], field: str) -> None:
    response = ask(client, **told)

    document = Page(response.content.decode())
    assert (response.status_code, document.problems, document.all("script")) == (400, [], [])
    assert document.one("div", role="alert").text.strip().startswith("Korjaa")
    assert [each["href"] for each in document.all("a") if each["href"].startswith("#")][1:] == [f"#{field}"]
    assert document.one("input", name="criteria")["value"] == "price=free"
    assert (mail.outbox, Watch.objects.count()) == ([], 0)


def test_same_answer_for_an_address_that_is_known_and_one_that_has_had_enough(client: Client) -> None:
    answers = {ask(client).headers["Location"] for _ in range(8)}

    assert answers == {"/fi/vahti/?sent=1"}
    assert len(mail.outbox) == 5


def test_mail_server_that_is_dead_is_said_and_what_was_written_is_kept(client: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 1, 2

    response = ask(client)

    document = Page(response.content.decode())
    assert (response.status_code, document.problems) == (503, [])
    assert "Viestiä ei voitu nyt lähettää." in document.one("div", role="alert").text
    assert document.one("input", type="email")["value"] == "maija@example.org"


def test_form_of_another_site_sends_nothing(client: Client) -> None:
    response = client.post(PAGE, {"email": "a@example.org", "want": "new"}, headers={"sec-fetch-site": "cross-site"})

    assert (response.status_code, mail.outbox) == (403, [])


def test_without_mail_the_page_says_so_and_sends_nothing(client: Client, settings: Any) -> None:
    settings.EMAIL_IN_USE = False

    document = Page(client.get(PAGE).content.decode())
    ask(client)

    assert document.all("input", type="email") == []
    assert "Soita meille" in document.texts("main")[0]
    assert (mail.outbox, Watch.objects.count()) == ([], 0)


def test_night_tells_what_is_new_once_in_the_language_of_the_watch(city: City, client: Client, index: Any) -> None:
    client.post("/en/watch/", {"email": "a@example.org", "want": ["new"], "criteria": "category=sport"})
    client.post(link("en"), {"confirm": "1"})
    with travel(make.NOW + DAY, tick=False):
        fresh = make.activity(
            name={"fi": "Uusi jumppa", "en": "New <b>gym</b>"}, place=city.place, created_at=make.NOW + DAY
        )
        make.tag(fresh, code="sport")
        make.price(activity=fresh, amount="7")
        index()
        mail.outbox.clear()
        call_command("send_watches", stdout=StringIO())
        call_command("send_watches", stdout=StringIO())

    (sent,) = mail.outbox
    assert sent.subject == "1 thing new on Tarjotin"
    assert re.search(r"New <b>gym</b>\nNew\n.*€7.*\n", sent.body, re.S)
    assert "https://tarjotin.example/en/activity/" in sent.body
    assert link("en") in sent.body


def test_numbers_keep_their_order_in_a_mail_from_the_right(client: Client) -> None:
    client.post("/ar/watch/", {"email": "a@example.org", "want": ["new"], "criteria": ""})

    assert "\N{LEFT-TO-RIGHT ISOLATE}09 310 44 556\N{POP DIRECTIONAL ISOLATE}" in mail.outbox[0].body


def test_watch_that_ends_soon_is_told_once_and_can_go_on(client: Client, city: City) -> None:
    ask(client)
    client.post(link(), {"confirm": "1"})
    with travel(Watch.objects.exclude(pk=WATCH).get().ends_at - 10 * DAY, tick=False):
        mail.outbox.clear()
        call_command("send_watches", stdout=StringIO())
        call_command("send_watches", stdout=StringIO())
        warnings = [sent.subject for sent in mail.outbox if "loppuvat" in sent.subject]
        client.post(link(), {"go_on": "1"})
        until = Watch.objects.exclude(pk=WATCH).get().ends_at

    assert warnings == ["Viestit Tarjottimelta loppuvat pian"]
    assert until > make.NOW + 300 * DAY


def test_one_watch_in_trouble_keeps_no_other_from_its_mail(
    city: City, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    ask(client, criteria="")
    ask(client, email="b@example.org", criteria="")
    Watch.objects.update(confirmed_at=make.NOW, checked_at=make.NOW - 30 * DAY)
    damaged = Watch.objects.exclude(pk=WATCH).order_by("pk")[0]
    Watch.objects.filter(pk=damaged.pk).update(email=b"\1broken")
    mail.outbox.clear()

    call_command("send_watches", stdout=StringIO())

    assert len(mail.outbox) == 1
    assert f"watch {damaged.pk}: Damaged" in caplog.messages
    assert "example.org" not in caplog.text
