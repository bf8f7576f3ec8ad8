"""Every page is whole HTML in each language, needs no script or style; lists ask as much for 3 rows as for 1."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tarjotin.sources.edits.writing import write_edit
from tarjotin.sources.models import Distinct, Run
from tests import make
from tests.web.html import VOID, Page
from tests.web.staff.desk import Desk, pages, reports, unfound_words

pytestmark = pytest.mark.django_db

VOID.add("circle")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_page_is_whole_and_in_the_language_of_the_reader(desk: Desk, editor: Client, language: str) -> None:
    found = {}
    for name, path in pages(desk).items():
        response = editor.get(f"/yllapito/{path}", headers={"accept-language": language})
        page = Page(response.content.decode())
        found[name] = (page.one("html")["lang"], page.problems, len(page.all("h1")))

    assert found == dict.fromkeys(found, (language, [], 1))


def test_no_page_needs_a_script_or_style_that_the_policy_forbids(desk: Desk, editor: Client) -> None:
    addresses = {**pages(desk), "user": "people/user/add/", "group": "auth/group/add/", "password": "password_change/"}
    forbidden = {}
    for name, path in addresses.items():
        response = editor.get(f"/yllapito/{path}")
        page = Page(response.content.decode())
        inline = [e.tag for e in page.elements if any(n == "style" or n.startswith("on") for n in e.attributes)]
        own = [e.tag for e in page.elements if e.tag == "style" or (e.tag == "script" and "src" not in e.attributes)]
        foreign = re.findall(r'(?:src|href)="(?:https?:)?//(?!example\.org)[^"]+', response.content.decode())
        forbidden[name] = (inline, own, foreign)
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]

    assert forbidden == dict.fromkeys(addresses, ([], [], []))


def queries(editor: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert editor.get(f"/yllapito/{path}").status_code == 200
    return len(captured)


def more_of_everything(desk: Desk) -> None:
    """Two more rows on every list."""
    unfound_words(2)
    reports(2)
    for number, other in ((2, 40), (2, 41)):
        desk.candidate(number, other)
        fields = {"summary": {"fi": f"Uusi {other}."}}
        write_edit(about=desk.record(other).ref, fields=fields, reason="Kerrottiin", by="editor", now=make.NOW)
        a, b = sorted((desk.record(1).pk, desk.record(other).pk))
        Distinct.objects.create(record_a_id=a, record_b_id=b, decided_by="editor", decided_at=make.NOW)
        Run.objects.create(source="tpr", started_at=make.NOW, heartbeat_at=make.NOW, verdict="applied")
        make.activity(name=f"Piiri {number}{other}")
    for number, other in ((31, 40), (31, 41)):
        desk.candidate(number, other, state="same")


LISTS = {
    "start": "",
    "search": "haku/?q=piiri",
    "runs": "sources/run/",
    "records": "sources/sourcerecord/?kind=event",
    "queue": "jono/",
    "decided": "jono/paatetyt/",
    "unclassified": "luokittelematta/",
    "unfound": "loytymatta/",
    "reports": "virheet/",
    "edits": "muutokset/",
    "entities": "catalogue/activity/",
}


def test_lists_ask_as_much_for_one_row_as_for_three(desk: Desk, editor: Client, settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    pages(desk)
    one = {name: queries(editor, path) for name, path in LISTS.items()}
    more_of_everything(desk)

    three = {name: queries(editor, path) for name, path in LISTS.items()}

    assert three == one
