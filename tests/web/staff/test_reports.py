"""The list of what readers say is wrong."""

from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from tarjotin.people.models import Report
from tests import make
from tests.web.html import Page
from tests.web.staff.desk import client_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]

PATH = "/yllapito/virheet/"
READER, EDITOR = {"people.view_report"}, {"people.view_report", "people.change_report"}


def message(**facts: object) -> Report:
    usual = {"entity": "activity", "what": "price", "text": "Maksaa 9 €.", "language": "fi", "created_at": make.NOW}
    entity_id = facts.pop("about", None) or make.activity(name={"fi": "Kuoro", "en": "Choir"}).pk
    return Report.objects.create(entity_id=entity_id, **usual | facts)


def shown(client: Client, query: str = "") -> Page:
    return Page(client.get(PATH + query).content.decode())


def rows(page: Page) -> list[str]:
    return page.texts("tr")[1:]


def test_report_is_shown_with_its_page_and_what_was_said() -> None:
    message()

    page = shown(client_of(rights=READER))

    assert rows(page) == ["Kuoro toiminta Hinta on väärin Maksaa 9 €. suomi 24.11.2026 12.00"]
    assert page.links()["Kuoro"] == "/fi/toiminta/kuoro/"


def test_report_in_another_language_stands_in_its_direction() -> None:
    message(language="ar", text="<b>السعر</b>")

    (said,) = shown(client_of(rights=READER)).all("bdi")

    assert (said["lang"], said["dir"], said.text) == ("ar", "rtl", "<b>السعر</b>")


def test_report_of_what_is_not_there_any_more_is_still_shown() -> None:
    message(about="00000000-0000-0000-0000-000000000001")

    assert rows(shown(client_of(rights=READER)))[0].startswith("Ei enää olemassa toiminta")


def test_report_is_handled_and_opened_again_and_the_log_does_not_keep_its_words() -> None:
    told, client = message(), client_of(rights=EDITOR)

    client.post(f"{PATH}{told.pk}/valmis/")
    handled = (rows(shown(client)), len(rows(shown(client, "?state=done"))))
    client.post(f"{PATH}{told.pk}/avaa/")
    opened = (len(rows(shown(client))), rows(shown(client, "?state=done")))

    assert (handled, opened) == (([], 1), (1, []))
    assert ["9 €" in f"{e.object_repr} {e.change_message}" for e in LogEntry.objects.all()] == [False, False]


def test_reader_sees_no_button() -> None:
    message()

    found = [shown(client_of(rights=rights)).texts("button") for rights in (READER, EDITOR)]

    assert [any("Käsitelty" in text for text in texts) for texts in found] == [False, True]


def test_long_list_has_pages() -> None:
    for number in range(31):
        message(text=str(number))

    client = client_of(rights=READER)

    assert [len(rows(shown(client, query))) for query in ("", "?page=2")] == [30, 1]
