from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tarjotin.catalogue.models import Price
from tarjotin.sources.models import SourceRecord
from tests.sources.importing import run
from tests.web.html import Page
from tests.web.staff.desk import Desk

pytestmark = pytest.mark.django_db


def address(desk: Desk, number: int = 1) -> str:
    return f"/yllapito/tietueet/{desk.record(number).pk}/muokkaa/"


def shown_form(editor: Client, desk: Desk, number: int = 1) -> dict[str, Any]:
    """The form as a browser would send it back untouched."""
    form = editor.get(address(desk, number)).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def edits() -> list[dict[str, Any]]:
    return [edit.payload["fields"] for edit in SourceRecord.objects.of("edits").present()]  # type: ignore[index]


def test_form_begins_with_what_residents_see(desk: Desk, editor: Client) -> None:
    form = shown_form(editor, desk)

    told = {name: value for name, value in form.items() if value}
    assert told == {
        "name.fi": "Tuolijumppa",
        "summary.fi": "Jumpataan istuen.",
        "description.fi": "Tule sellaisena kuin olet.",
        "website.fi": "https://example.org/jumppa",
    }


def test_only_what_was_changed_is_stored_and_shown(desk: Desk, editor: Client) -> None:
    form = shown_form(editor, desk) | {
        "name.sv": "Stolgymnastik",
        "register_phone": "+358931044556",
        "price": "2.50",
        "price_note": "Kahvi sisältyy.",
        "reason": "Ohjaaja kertoi",
    }

    response = editor.post(address(desk), form, follow=True)

    assert "Muutit: Tuolijumppa. Nyt: julkaistu" in response.content.decode()
    assert edits() == [
        {
            "name": {"sv": "Stolgymnastik"},
            "register_phone": "+358931044556",
            "prices": [
                {"who": "everyone", "amount": "2.50", "is_free": False, "note": {"fi": "Kahvi sisältyy."}},
            ],
        }
    ]
    activity = desk.activity(1)
    assert (activity.name.to_json()["sv"]["text"], activity.register_phone) == ("Stolgymnastik", "+358931044556")
    assert [str(amount) for amount in Price.objects.filter(activity=activity).values_list("amount", flat=True)] == [
        "2.50"
    ]


def test_line_ends_of_a_browser_are_no_change(desk: Desk, editor: Client) -> None:
    desk.server.change("linkedevents", "event", "helsinki:e1", description={"fi": "<p>Yksi.</p><p>Kaksi.</p>"})
    run(desk.server, "linkedevents")
    form = shown_form(editor, desk)

    response = editor.post(
        address(desk), form | {"description.fi": form["description.fi"].replace("\n", "\r\n"), "reason": "x"}
    )

    assert "\n" in form["description.fi"]
    assert "Et muuttanut mitään." in response.content.decode()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"name.fi": "Jumppa"}, "Tämä kenttä vaaditaan."),
        ({"reason": "Kerrottiin"}, "Et muuttanut mitään."),
        ({"reason": "Kerrottiin", "name.fi": ""}, "Tyhjä ei poista tietoa."),
        ({"reason": "Kerrottiin", "name.fi": "Jumppa", "valid_until": "joskus"}, "Syötä oikea päivämäärä."),
        ({"reason": "Kerrottiin", "price": "-1"}, "Tämän luvun on oltava vähintään 0."),
    ],
)
def test_edit_that_cannot_stand_is_refused_and_what_was_typed_is_kept(
    desk: Desk, editor: Client, changes: dict[str, str], told: str
) -> None:
    response = editor.post(address(desk), shown_form(editor, desk) | changes)

    page = Page(response.content.decode())
    assert told in page.one("div", role="alert").text
    assert (edits(), page.one("input", name="name.fi")["value"] if changes.get("name.fi") else "") == (
        [],
        changes.get("name.fi", ""),
    )


def test_edit_with_a_last_day_ends_with_that_day(desk: Desk, editor: Client) -> None:
    form = shown_form(editor, desk) | {"name.fi": "Joulujumppa", "reason": "Joulu", "valid_until": "2026-12-24"}

    editor.post(address(desk), form)

    edit = SourceRecord.objects.of("edits").get()
    assert (str(edit.expires_at), str(desk.activity(1).name)) == ("2026-12-24 22:00:00+00:00", "Joulujumppa")


def test_list_tells_what_who_and_why_and_takes_back(desk: Desk, editor: Client) -> None:
    editor.post(address(desk), shown_form(editor, desk) | {"name.fi": "Jumppa", "reason": "Ohjaaja kertoi"})

    listed = Page(editor.get("/yllapito/muutokset/").content.decode()).texts("tr")[1]
    edit = SourceRecord.objects.of("edits").get()
    editor.post(f"/yllapito/muutokset/{edit.pk}/peru/")
    after = Page(editor.get("/yllapito/muutokset/").content.decode()).texts("tr")[1]

    assert listed == (
        "Tuolijumppa Nimi: Suomi: Jumppa user0, 24.11.2026 Ohjaaja kertoi voimassa Peru muutos : Tuolijumppa"
    ).replace(" :", ":")
    assert str(desk.activity(1).name) == "Tuolijumppa"
    assert after.endswith("Ohjaaja kertoi peruttu")


def test_edit_taken_back_twice_is_not_found(desk: Desk, editor: Client) -> None:
    editor.post(address(desk), shown_form(editor, desk) | {"name.fi": "Jumppa", "reason": "Ohjaaja kertoi"})
    edit = SourceRecord.objects.of("edits").get()
    editor.post(f"/yllapito/muutokset/{edit.pk}/peru/")

    assert editor.post(f"/yllapito/muutokset/{edit.pk}/peru/").status_code == 404


def test_record_of_a_source_is_not_taken_back_as_an_edit(desk: Desk, editor: Client) -> None:
    assert editor.post(f"/yllapito/muutokset/{desk.record(1).pk}/peru/").status_code == 404
    assert desk.record(1).state == "present"


def test_organisation_and_place_have_forms_of_their_own(desk: Desk, editor: Client) -> None:
    places = SourceRecord.objects.filter(kind="place")
    organisations = SourceRecord.objects.filter(kind="organization")

    forms = {
        kind: editor.get(f"/yllapito/tietueet/{rows[0].pk}/muokkaa/").context["form"]
        for kind, rows in (("place", places), ("organisation", organisations))
    }

    assert {kind: "notice.fi" in form.fields for kind, form in forms.items()} == {"place": True, "organisation": False}
    assert forms["place"]["phone"].value() == "+358931085024"
