"""What a question means beyond its words: who seeks help and who helps, what it says no to, what stands beside it."""

from __future__ import annotations

from typing import Any

import pytest

from tarjotin.common.distance import Point
from tarjotin.search.queries import search
from tarjotin.search.query import Answer, Query
from tests import make

NOW = make.NOW


def ask(text: str, *, language: str = "fi") -> Answer:
    return search(Query(text=text), language=language, now=NOW)


def ids(answer: Answer) -> list[Any]:
    return [hit.id for hit in (*answer.hits, *answer.maybe)]


def for_people(entity: Any, code: str) -> Any:
    make.tag(entity, scheme="audience", code=code)
    return entity


@pytest.mark.parametrize(
    "text",
    ["olen yksinäinen", "ei ketään kenelle puhua", "ystäväpalvelu"],
)
def test_who_seeks_help_is_not_sent_to_who_seeks_helpers(search_index: Any, text: str) -> None:
    helps = make.service(name="Ystäväpalvelu", summary="Kun yksinäisyys painaa, vapaaehtoinen tulee kylään.")
    make.activity(name="Ryhdy ystäväksi", summary="Ystäväpalvelu etsii: vapaaehtoistehtävä yksinäisen rinnalla.")
    search_index.refresh()

    assert ids(ask(text)) == [helps.id]


@pytest.mark.parametrize("text", ["haluan vapaaehtoiseksi", "ryhdy ystäväksi"])
def test_who_wants_to_help_finds_who_seeks_helpers_first(search_index: Any, text: str) -> None:
    make.service(name="Ystäväpalvelu", summary="Vapaaehtoinen tulee kylään.")
    seeks = make.activity(name="Ryhdy ystäväksi", summary="Uusille vapaaehtoisille.")
    search_index.refresh()

    assert ids(ask(text))[0] == seeks.id


def test_a_denied_word_leaves_out_what_bears_it_in_its_name(search_index: Any) -> None:
    grown_up = make.activity(name="Taidekurssi aikuisille")
    make.activity(name="Taidekurssi koululaisille")
    search_index.refresh()

    answer = ask("taidekurssi, ei koululaisille")

    assert ids(answer) == [grown_up.id]
    assert [(chip.words, chip.without, chip.negated) for chip in answer.chips] == [
        ("ei koululaisille", "taidekurssi", True)
    ]


def test_denied_people_leave_out_what_is_for_them_and_keep_what_is_for_anyone(search_index: Any) -> None:
    anyone = make.activity(name="Kuntosali")
    for_people(make.activity(name="Kuntosali työttömille"), "unemployed")
    search_index.refresh()

    assert ids(ask("kuntosali, en ole työtön")) == [anyone.id]


def test_a_denied_activity_leaves_out_what_is_about_it(search_index: Any) -> None:
    walk = make.activity(name="Kävelyretki")
    make.activity(name="Uintiretki")
    search_index.refresh()

    assert ids(ask("retki, ei uintia")) == [walk.id]


def test_what_says_a_criterion_and_is_a_name_is_found_by_its_name(search_index: Any) -> None:
    card = make.service(name="Kaikukortti")
    make.activity(name="Tanssi")
    search_index.refresh()

    answer = ask("kaikukortin")

    assert (ids(answer), answer.chips) == ([card.id], ())


def test_unknown_words_beside_a_criterion_leave_the_criterion_and_are_told(search_index: Any) -> None:
    young = for_people(make.activity(name="Peli-ilta"), "young_adults")
    make.activity(name="Tanssi")
    search_index.refresh()

    answer = ask("xyzzyq nuorille")

    assert (ids(answer), answer.corrected) == ([young.id], "nuorille")


def test_other_words_beside_a_need_only_lift_what_has_them(search_index: Any) -> None:
    others = [make.activity(name="Diabetesryhmä"), make.activity(name="Diabetesilta")]
    morning = make.activity(name="Diabetesaamu", summary="Kahvia ja puuroa.")
    search_index.refresh()

    found = ids(ask("sain diabeteksen, haluan puuroa"))

    assert found[0] == morning.id
    assert set(found) == {morning.id, *(each.id for each in others)}


@pytest.mark.parametrize(
    ("language", "text"), [("fi", "jooga Kontulassa"), ("sv", "jooga i Kontula"), ("en", "jooga in Kontula")]
)
def test_there_means_there_and_not_far_from_there(search_index: Any, language: str, text: str) -> None:
    there = make.activity(name="Jooga", place=make.place(name="Talo", lat=60.2370, lon=25.0830))
    make.activity(name="Jooga", place=make.place(name="Muu talo", lat=60.1700, lon=24.9400))
    search_index.refresh()

    assert ids(ask(text, language=language)) == [there.id]


@pytest.mark.parametrize("text", ["isä ei suostu tanssimaan", "äiti ei halua tanssimaan"])
def test_somebodys_parent_is_no_audience(search_index: Any, text: str) -> None:
    make.activity(name="Tanssi")
    search_index.refresh()

    assert "audience" not in {chip.group for chip in ask(text).chips}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fi", "en jaksa"),
        ("fi", "äiti ei jaksa enää"),
        ("fi", "ei rahaa"),
        ("fi", "ei asuntoa"),
        ("fi", "ilman asuntoa"),
        ("fi", "ei ystäviä"),
        ("fi", "en saa nukuttua"),
        ("fi", "ei pääse liikkumaan"),
        ("fi", "retki, ei jaksa kävellä"),
        ("sv", "inga vänner"),
        ("en", "no job"),
        ("en", "without a home"),
        ("ru", "без денег"),
    ],
)
def test_who_tells_what_is_lacking_denies_nothing(search_index: Any, language: str, text: str) -> None:
    make.activity(name="Tanssi")
    search_index.refresh()

    assert ask(text, language=language).asked.denied == ()


def test_a_place_said_in_words_does_not_limit_who_told_another(search_index: Any) -> None:
    here = Point(60.1700, 24.9400)
    near = make.activity(name="Jooga", place=make.place(name="Talo", lat=here.lat, lon=here.lon))
    far = make.activity(name="Jooga", place=make.place(name="Muu talo", lat=60.2370, lon=25.0830))
    search_index.refresh()

    answer = search(Query(text="jooga Kontulassa", near=here), language="fi", now=NOW)

    assert set(ids(answer)) == {near.id, far.id}


def test_what_is_only_related_says_so(search_index: Any) -> None:
    group = make.activity(name="Musiikkiryhmä")
    search_index.refresh()

    answer = ask("bändi")

    assert [(hit.id, [(reason.kind, reason.value) for reason in hit.reasons]) for hit in answer.hits] == [
        (group.id, [("concept", "music")])
    ]
