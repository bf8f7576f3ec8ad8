"""Suggestions from a catalogue of a few rows: one rule at a time."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest

from tarjotin.common.distance import Point
from tarjotin.search.recommend import Ask, Fact, Needs, Suggestion, Tried, recommend
from tarjotin.words.thesaurus import Criterion
from tests import make

NOW = make.NOW  # a Tuesday
KALLIO = Point(60.1841, 24.9537)
EVENING = NOW + timedelta(days=1, hours=6)  # Wednesday, 18 in Helsinki
MORNING = NOW + timedelta(days=1, hours=-3)  # Wednesday, 9 in Helsinki


def activity(name: str, *, starts_at: Any = EVENING, **facts: Any) -> Any:
    row = make.activity(name=name, **facts)
    make.session(activity=row, starts_at=starts_at)
    return row


def suggested(search_index: Any, **needs: Any) -> tuple[Suggestion, ...]:
    search_index.refresh()
    return recommend(Needs(**needs), now=NOW)


def ids(found: tuple[Suggestion, ...]) -> list[Any]:
    return [each.id for each in found]


def test_what_is_wanted_comes_with_its_reason_and_other_things_stay_away(search_index: Any) -> None:
    yoga = activity("Jooga")
    activity("Shakkikerho")

    found = suggested(search_index, wanted=("yoga",))

    assert ids(found) == [yoga.pk]
    assert found[0].reasons[0] == Fact("about", ("yoga",))


def test_nearest_stands_first_among_equals(search_index: Any) -> None:
    far, near = make.place(lat=60.1871, lon=24.9537), make.place(lat=60.1851, lon=24.9537)
    rows = [activity(name, place=place) for name, place in (("Jooga", far), ("Iltajooga", near))]

    found = suggested(search_index, wanted=("yoga",), near=KALLIO)

    assert ids(found) == [rows[1].pk, rows[0].pk]
    assert [each.hit.distance_m for each in found] == [145, 434]


def test_limit_that_must_not_be_denied_leaves_a_doubt_when_untold_and_its_denier_out(search_index: Any) -> None:
    untold, paid, free = activity("Jooga"), activity("Iltajooga"), activity("Aamujooga")
    make.price(activity=paid, amount="9")
    make.price(activity=free, is_free=True)
    asked = Criterion("price", ("free",))

    found = suggested(search_index, wanted=("yoga",), must_not_be_denied=(asked,))

    assert {each.id: each.doubts for each in found} == {untold.pk: (Fact("price", ("free",)),), free.pk: ()}


def test_limit_that_must_hold_leaves_the_untold_out(search_index: Any) -> None:
    activity("Jooga")
    free = activity("Aamujooga")
    make.price(activity=free, is_free=True)

    found = suggested(search_index, wanted=("yoga",), must_hold=(Criterion("price", ("free",)),))

    assert ids(found) == [free.pk]


def test_activity_that_is_not_for_a_limit_is_not_suggested_with_it(search_index: Any) -> None:
    refusing, other = activity("Jooga"), activity("Iltajooga")
    make.suitability(activity=refusing, limit="knee", verdict="not_for")
    make.suitability(activity=other, limit="back", verdict="suits")

    found = suggested(search_index, wanted=("yoga",), must_not_be_denied=(Criterion("limit", ("knee",)),))

    assert [(each.id, each.doubts) for each in found] == [(other.pk, (Fact("limit", ("knee",)),))]


def test_weekday_and_time_of_a_limit_belong_together(search_index: Any) -> None:
    activity("Jooga", starts_at=MORNING)
    evening = activity("Iltajooga")
    limits = (Criterion("weekday", ("3",)), Criterion("time", ("evening",)))

    found = suggested(search_index, wanted=("yoga",), must_hold=limits)

    assert ids(found) == [evening.pk]


def test_what_is_at_another_time_or_too_far_fills_up_and_says_so(search_index: Any) -> None:
    suiting = activity("Jooga", place=make.place())
    far = activity("Iltajooga", place=make.place(lat=60.2241, lon=24.9537))
    early = activity("Aamujooga", place=make.place(), starts_at=MORNING)

    found = suggested(search_index, wanted=("yoga",), near=KALLIO, within_m=1_000, times=("evening",))

    assert {each.id: each.differs for each in found} == {
        suiting.pk: (),
        far.pk: (Fact("distance", ("5782",)),),
        early.pk: (Fact("when", ("3-morning",)),),
    }
    assert found[0].id == suiting.pk


def test_what_was_tried_is_not_suggested_again(search_index: Any) -> None:
    tried, other = activity("Jooga"), activity("Iltajooga")

    found = suggested(search_index, wanted=("yoga",), tried=(Tried(tried.pk),))

    assert ids(found) == [other.pk]


@pytest.mark.parametrize("reason", [{"because": (Criterion("group_size", ("large",)),)}, {"concepts": ("yoga",)}])
def test_reason_of_a_rejection_puts_others_that_share_it_behind(search_index: Any, reason: Any) -> None:
    tried = activity("Jooga", group_typical=30)
    sharing = activity("Iltajooga", group_typical=25, beginners=True)
    other = activity("Pilates", group_typical=6)

    found = suggested(search_index, wanted=("exercise",), tried=(Tried(tried.pk, **reason),))

    assert ids(found) == [other.pk, sharing.pk]


def test_option_beside_the_rejected_one_is_not_held_against_an_entry(search_index: Any) -> None:
    tried = activity("Jooga", entry="register")
    either = activity("Iltajooga", entry="register_or_drop_in")

    found = suggested(search_index, tried=(Tried(tried.pk, because=(Criterion("entry", ("register",)),)),))

    assert [(each.id, each.differs) for each in found] == [(either.pk, ())]


def test_organiser_is_suggested_at_most_twice(search_index: Any) -> None:
    organisation = make.organisation()
    for name in ("Jooga", "Iltajooga", "Aamujooga", "Lempeä jooga"):
        activity(name, organisation=organisation)

    found = suggested(search_index, wanted=("yoga",))

    assert len(found) == 2


def test_namesakes_are_suggested_once(search_index: Any) -> None:
    near, far = activity("Jooga", place=make.place()), activity("Jooga", place=make.place(lat=60.2041))

    found = suggested(search_index, wanted=("yoga",), near=KALLIO)

    assert (ids(found), far.pk in ids(found)) == ([near.pk], False)


def test_first_step_comes_last_when_nothing_else_is_one(search_index: Any) -> None:
    yoga = activity("Jooga")
    debts = make.service(name="Velkaneuvonta", is_free=True)
    desk = make.service(name="Helsinki-info", summary=make.text("Neuvontaa kaupungin palveluista"), is_free=True)
    for service in (debts, desk):
        make.tag(service, code="advice")

    found = suggested(search_index, wanted=("yoga",))

    assert [(each.id, each.first_step) for each in found][:2] == [(yoga.pk, ""), (desk.pk, "desk")]


def test_suggestion_tells_whom_to_ask_nearest_to_the_entry(search_index: Any) -> None:
    organisation = make.organisation(phone="+358500000001")
    own, by_organiser = activity("Jooga", organisation=organisation), activity("Iltajooga", organisation=organisation)
    make.contact(activity=own, phone="+358500000002", role=make.text("Ohjaaja"))

    found = suggested(search_index, wanted=("yoga",))

    assert {each.id: each.ask for each in found} == {
        own.pk: Ask("entry", "+358500000002", "", make.text("Ohjaaja")),
        by_organiser.pk: Ask("organisation", "+358500000001"),
    }


NAMES = ("Velkaneuvonta", "Talous- ja velkaneuvonta", "Velkaneuvonta puhelimessa")


def test_what_is_to_be_open_now_is_nothing_that_is_closed_or_tells_no_hours(search_index: Any) -> None:
    open_now, closed, untold = (make.service(name=name) for name in NAMES)
    for service, weekday in ((open_now, 2), (closed, 3)):
        channel = make.channel(service=service, value="+358295660123")
        make.hours(channel=channel, weekday=weekday, opens=time(9), closes=time(15))
    make.channel(service=untold, value="+358295660124")

    found = suggested(search_index, wanted=("debt_advice",), open_now=True)

    assert ids(found) == [open_now.pk]
    assert {closed.pk, untold.pk} <= set(ids(suggested(search_index, wanted=("debt_advice",))))


def test_empty_catalogue_suggests_nothing(search_index: Any) -> None:
    search_index.rebuild()

    assert suggested(search_index, wanted=("yoga",)) == ()
