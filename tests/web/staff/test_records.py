from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from tarjotin.sources.edits.writing import write_edit
from tarjotin.sources.models import SourceRecord
from tests import make
from tests.web.html import Page
from tests.web.staff.desk import Desk, client_of, shown

pytestmark = pytest.mark.django_db

LIST = "/yllapito/sources/sourcerecord/"


def listed(client: Client, **query: str) -> list[str]:
    page = Page(client.get(f"{LIST}?{urlencode(query)}").content.decode())
    return sorted(page.texts("th", class_="field-name"))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"source": "linkedevents", "kind": "organization"}, ["Kirjastopalvelut"]),
        ({"kind": "event", "outcome__exact": "merged"}, ["Lukupiiri"]),
        ({"reason": "unclassified"}, ["Toinen hetki", "Äänetön hetki"]),
        ({"reason": "the same thing by same title, start and place"}, ["Lukupiiri"]),
        ({"source": "tpr"}, []),
        ({"q": "helsinki:e31"}, ["Lukupiiri"]),
        ({"q": "äänetön"}, ["Äänetön hetki"]),
        ({"q": "TUOLI"}, ["Tuolijumppa"]),
        ({"q": "kuntop"}, ["Kuntopiiri"]),
        ({"q": "100%"}, []),
    ],
)
def test_list_is_narrowed_and_searched(desk: Desk, editor: Client, query: dict[str, str], expected: list[str]) -> None:
    assert listed(editor, **query) == expected


def test_list_is_narrowed_by_an_oddity(desk: Desk, editor: Client) -> None:
    record = desk.record(2)
    record.flags = ["point dropped: outside the region"]
    record.save()

    assert listed(editor, flag="point dropped") == ["Kuntopiiri"]


def test_filters_count_the_records_of_the_chosen_source_and_outcome(desk: Desk, editor: Client) -> None:
    page = Page(editor.get(f"{LIST}?source=linkedevents&outcome__exact=waiting").content.decode())

    assert "luokittelematta (2)" in page.texts("a")
    assert "event (2)" in page.texts("a")


def test_record_page_lays_payload_record_and_entry_side_by_side(desk: Desk, editor: Client) -> None:
    write_edit(
        about=desk.record(1).ref, fields={"name": {"fi": "Jumppa"}}, reason="Kerrottiin", by="aino", now=make.NOW
    )

    page = Page(editor.get(f"{LIST}{desk.record(1).pk}/change/").content.decode())

    assert '"id": "helsinki:e1"' in page.one("pre").text
    told, seen = page.all("section")
    assert ("Tuolijumppa" in told.text, "Jumppa" in seen.text) == (True, True)
    assert page.links()["/fi/toiminta/jumppa/"] == "/fi/toiminta/jumppa/"
    name = next(text for text in page.texts("tr") if text.startswith("Nimi (Suomi)"))
    assert name == (
        "Nimi (Suomi) Jumppa Tarjottimen omat muutokset: täällä muutettu menee kaikkien lähteiden edelle "
        "Tuolijumppa Linked Events: täällä muutettu menee kaikkien lähteiden edelle"
    )


def test_record_page_of_twins_tells_the_rule_and_its_evidence(desk: Desk, editor: Client) -> None:
    page = Page(editor.get(f"{LIST}{desk.record(32).pk}/change/").content.decode())

    row = next(text for text in page.texts("tr") if "(tämä)" in text)
    assert "sama nimi, alku ja paikka nimi 100/100, sama paikka, molemmat alkavat 2026-12-09T15:00Z" in row
    assert "Erota tästä kohteesta …" in page.links()


def test_record_that_only_repeats_an_entry_of_another_kind_is_listed_and_has_no_say(desk: Desk, editor: Client) -> None:
    place = SourceRecord.objects.get(kind="place")
    place.links.update(
        entity="activity",
        entity_id=desk.entity_id(1),
        relation="mentions",
        rule="a notice sent on to PTV",
        evidence="name 95, same organisation",
    )

    page = Page(editor.get(f"{LIST}{place.pk}/change/").content.decode())

    row = next(text for text in page.texts("tr") if "(tämä)" in text)
    assert "PTV:hen lähetetty ilmoitus nimi 95/100, sama organisaatio" in row
    names = [text for text in page.texts("tr") if text.startswith("Nimi (Suomi)")]
    assert names == ["Nimi (Suomi) Tuolijumppa Linked Events: muut eivät kerro tätä"]


def test_record_page_of_a_record_alone_has_no_split(desk: Desk, editor: Client) -> None:
    page = Page(editor.get(f"{LIST}{desk.record(1).pk}/change/").content.decode())

    assert ("Muuta tietoja" in page.links(), "Erota tästä kohteesta …" in page.links()) == (True, False)


def test_record_page_offers_no_action_to_who_may_only_look(desk: Desk) -> None:
    page = Page(
        client_of(rights={"sources.view_sourcerecord"}).get(f"{LIST}{desk.record(32).pk}/change/").content.decode()
    )

    assert {"Muuta tietoja", "Luokittele", "Erota tästä kohteesta …"} & page.links().keys() == set()


def test_record_page_escapes_what_a_source_says(desk: Desk, editor: Client) -> None:
    record = desk.record(1)
    record.payload["name"] = {"fi": "<script>alert(1)</script>Jumppa"}  # type: ignore[index]
    record.save()

    source = editor.get(f"{LIST}{record.pk}/change/").content.decode()

    assert "<script>alert" not in source
    assert "&lt;script&gt;alert(1)" in source


def test_raw_payload_is_given_as_it_was_delivered(desk: Desk, editor: Client) -> None:
    response = editor.get(f"/yllapito/tietueet/{desk.record(40).pk}/raaka/")

    assert (response.headers["Content-Type"], response.json()) == ("application/json", desk.record(40).payload)
    assert "Äänetön" in response.content.decode()


def test_split_asks_for_a_reason_and_parts_the_twins(desk: Desk, editor: Client) -> None:
    address = f"/yllapito/tietueet/{desk.record(32).pk}/erota/"

    without = editor.post(address, {"reason": ""})
    still_one = shown().count("Lukupiiri")
    editor.post(address, {"reason": "kaksi salia"})

    assert (without.status_code, still_one, shown().count("Lukupiiri")) == (200, 1, 2)
    assert desk.entity_id(31) != desk.entity_id(32)
