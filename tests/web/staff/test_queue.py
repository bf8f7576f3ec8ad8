"""The merge queue: look, decide, next; and taking a decision back."""

from __future__ import annotations

import pytest
from django.test import Client

from tarjotin.sources.models import Candidate, Distinct
from tests.sources.importing import run
from tests.web.html import Page
from tests.web.staff.desk import Desk, shown

pytestmark = pytest.mark.django_db


def pair(candidate: Candidate, query: str = "") -> str:
    return f"/yllapito/jono/{candidate.pk}/{query}"


def test_queue_lists_open_pairs_the_likeliest_first(desk: Desk, editor: Client) -> None:
    desk.candidate(1, 2, score=81.0)
    desk.candidate(1, 31, score=95.0)
    desk.candidate(2, 31, score=99.0, state="distinct")

    page = Page(editor.get("/yllapito/jono/").content.decode())

    assert page.texts("th", scope="row") == [
        "Tuolijumppa (Linked Events) Lukupiiri (Linked Events)",
        "Tuolijumppa (Linked Events) Kuntopiiri (Linked Events)",
    ]


def test_queue_of_a_kind_shows_only_that_kind(desk: Desk, editor: Client) -> None:
    desk.candidate(1, 2)

    page = Page(editor.get("/yllapito/jono/?kind=place").content.decode())

    assert (page.texts("th", scope="row"), "toiminta 1" in page.links()) == ([], True)


def test_pair_lays_both_records_side_by_side(desk: Desk, editor: Client) -> None:
    candidate = desk.candidate(1, 2)

    page = Page(editor.get(pair(candidate)).content.decode())

    rows = [text for text in page.texts("tr") if not text.startswith("Katso")]
    assert rows == [
        "Linked Events Linked Events Sama?",
        "Nimi Tuolijumppa Kuntopiiri eri",
        "Järjestäjä Kirjastopalvelut Kirjastopalvelut sama",
        "Paikka Kallion kirjasto, Viides linja 11 Kallion kirjasto, Viides linja 11 sama",
        "Viikkoajat keskiviikko 12:00 torstai 12:00 eri",
        "Kerrat 2.12.2026 12.00 3.12.2026 12.00 eri",
        "Hinta maksuton maksuton sama",
        "Verkkosivu https://example.org/jumppa https://example.org/jumppa sama",
        "Tiivistelmä Jumpataan istuen. Jumpataan istuen. sama",
        "Kuvaus Tule sellaisena kuin olet. Tule sellaisena kuin olet. sama",
    ]
    assert "nimi 81/100, sama paikka" in page.one("main").text
    assert "0 metriä toisistaan" in page.one("main").text


def test_same_merges_and_leads_to_the_next_pair(desk: Desk, editor: Client) -> None:
    first, following = desk.candidate(1, 2, score=95), desk.candidate(1, 31, score=80)

    response = editor.post(pair(first), {"decision": "same", "reason": ""})

    assert response.headers["Location"] == pair(following)
    assert (desk.entity_id(1), shown().count("Kuntopiiri")) == (desk.entity_id(2), 0)
    assert Candidate.objects.get(pk=first.pk).state == "same"


def test_not_the_same_keeps_the_pair_apart_with_its_reason(desk: Desk, editor: Client) -> None:
    candidate = desk.candidate(1, 2)

    response = editor.post(pair(candidate), {"decision": "different", "reason": "toinen on seisten"})

    assert response.headers["Location"] == "/yllapito/jono/"
    assert list(Distinct.objects.values_list("reason", flat=True)) == ["toinen on seisten"]


def test_decision_in_the_queue_of_a_kind_stays_in_that_queue(desk: Desk, editor: Client) -> None:
    first, following = desk.candidate(1, 2, score=95), desk.candidate(1, 31, score=80)

    response = editor.post(pair(first, "?kind=activity"), {"decision": "different"})

    assert response.headers["Location"] == pair(following, "?kind=activity")


def test_skipping_goes_down_the_queue_and_begins_anew(desk: Desk, editor: Client) -> None:
    first, last = desk.candidate(1, 2, score=95), desk.candidate(1, 31, score=80)

    skip = "Ohita, näytä seuraava"
    assert Page(editor.get(pair(first)).content.decode()).links()[skip] == pair(last)
    assert Page(editor.get(pair(last)).content.decode()).links()[skip] == pair(first)


@pytest.mark.parametrize("answer", [{}, {"decision": "perhaps"}])
def test_answer_that_is_none_decides_nothing(desk: Desk, editor: Client, answer: dict[str, str]) -> None:
    candidate = desk.candidate(1, 2)

    response = editor.post(pair(candidate), answer, follow=True)

    assert "Mitään ei päätetty" in response.content.decode()
    assert Candidate.objects.get(pk=candidate.pk).state == "open"


def test_pair_that_was_decided_meanwhile_is_not_decided_again(desk: Desk, editor: Client) -> None:
    candidate = desk.candidate(1, 2)
    editor.post(pair(candidate), {"decision": "different"})

    response = editor.post(pair(candidate), {"decision": "same"}, follow=True)

    assert "Mitään ei päätetty" in response.content.decode()
    assert desk.entity_id(1) != desk.entity_id(2)


def test_pair_of_which_one_is_shown_nowhere_cannot_be_merged(desk: Desk, editor: Client) -> None:
    candidate = desk.candidate(1, 2)
    desk.record(2).links.all().delete()

    response = editor.post(pair(candidate), {"decision": "same"}, follow=True)

    assert "Näitä ei voi yhdistää" in response.content.decode()
    assert Candidate.objects.get(pk=candidate.pk).state == "open"


def test_merge_taken_back_restores_both_and_opens_the_pair(desk: Desk, editor: Client) -> None:
    names, ids = shown(), (desk.entity_id(1), desk.entity_id(2))
    candidate = desk.candidate(1, 2)
    editor.post(pair(candidate), {"decision": "same"})

    response = editor.post(f"/yllapito/jono/paatetyt/{candidate.pk}/avaa/")

    assert response.headers["Location"] == pair(candidate)
    assert (shown(), (desk.entity_id(1), desk.entity_id(2))) == (names, ids)
    assert (Candidate.objects.get(pk=candidate.pk).state, Distinct.objects.count()) == ("open", 0)


def test_keeping_apart_taken_back_opens_the_pair(desk: Desk, editor: Client) -> None:
    candidate = desk.candidate(1, 2)
    editor.post(pair(candidate), {"decision": "different"})

    editor.post(f"/yllapito/jono/erilliset/{Distinct.objects.get().pk}/avaa/")

    assert (Candidate.objects.get(pk=candidate.pk).state, Distinct.objects.count()) == ("open", 0)


def test_split_taken_back_waits_in_the_queue_and_can_be_merged_again(desk: Desk, editor: Client) -> None:
    editor.post(f"/yllapito/tietueet/{desk.record(32).pk}/erota/", {"reason": "erehdys"})

    response = editor.post(f"/yllapito/jono/erilliset/{Distinct.objects.get().pk}/avaa/")
    editor.post(response.headers["Location"], {"decision": "same"})

    assert (desk.entity_id(31) == desk.entity_id(32), shown().count("Lukupiiri")) == (True, 1)


def test_decisions_are_listed_with_who_and_why(desk: Desk, editor: Client) -> None:
    editor.post(pair(desk.candidate(1, 2)), {"decision": "same"})
    editor.post(pair(desk.candidate(1, 31)), {"decision": "different", "reason": "eri piiri"})

    page = Page(editor.get("/yllapito/jono/paatetyt/").content.decode())

    merged, apart = (text for text in page.texts("tr") if "Peru " in text)
    assert merged == "Tuolijumppa Kuntopiiri nimi 81/100, sama paikka user0, 24.11.2026 Peru yhdistäminen: Tuolijumppa"
    assert apart == "Tuolijumppa Lukupiiri eri piiri user0, 24.11.2026 Peru erottaminen: Tuolijumppa"


def test_decision_holds_through_the_next_import(desk: Desk, editor: Client) -> None:
    editor.post(pair(desk.candidate(1, 2)), {"decision": "same"})
    desk.server.change("linkedevents", "event", "helsinki:e2", audience_min_age=60)

    run(desk.server, "linkedevents")

    assert desk.entity_id(1) == desk.entity_id(2)
