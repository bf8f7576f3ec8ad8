"""Which supports stand beside an entry: a rule over what it tells."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tarjotin.web.resident.fitting_supports import Situation, kinds, supports_beside
from tests import make
from tests.web.html import Page


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, set()),
        ({"is_paid": True}, {"free_ticket", "discount_card"}),
        ({"is_far": True}, {"travel"}),
        ({"companion": ["free_assistant"]}, {"assistant"}),
        ({"demands": ["stairs"]}, {"assistant"}),
        ({"demands": ["noise"]}, set()),
        ({"has_shortcomings": True}, {"assistant"}),
        ({"children": "no"}, {"childcare"}),
        ({"children": "welcome"}, set()),
        ({"equipment": "bring"}, {"loan_equipment"}),
        ({"spoken": ["fi"], "reader": "fi"}, set()),
        ({"spoken": ["fi"], "reader": "fi-simple"}, set()),
        ({"spoken": ["fi", "sv"], "reader": "ar"}, {"interpreter"}),
        ({"spoken": ["ar"], "reader": "ar"}, set()),
        ({"spoken": [], "reader": "ar"}, set()),
    ],
)
def test_kinds_follow_from_what_is_told_and_from_nothing_else(facts: dict[str, Any], expected: set[str]) -> None:
    assert kinds(Situation(**facts)) == expected


def test_support_for_one_thing_does_not_stand_beside_another() -> None:
    paid = Situation(is_paid=True)

    found = {about: supports_beside(paid, about, "fi") for about in ("sport", "food")}

    beside = {about: {line.url.split("/")[-2] for line in lines} for about, lines in found.items()}
    assert ("liikuntakurssit-64" in beside["sport"], beside["food"] & {"liikuntakurssit-64", "kaikukortti"}) == (
        True,
        set(),
    )


def test_few_stand_there_and_each_kind_once_before_a_second_one() -> None:
    everything = Situation(True, True, ["stairs"], ["buddy"], True, "no", "bring", ["fi"], "ar")

    found = supports_beside(everything, "culture", "fi")

    assert len(found) == 4
    assert len({line.kind for line in found}) == 4


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("price", "is_shown"),
    [({"amount": "9"}, True), ({"is_free": True}, False), ({"note": "Kysy"}, False)],
)
def test_page_of_what_costs_something_tells_how_to_pay_less(
    client: Client, price: dict[str, Any], is_shown: bool
) -> None:
    activity = make.activity(name="Teatteri")
    make.tag(activity, code="culture")
    make.price(activity=activity, **price)

    page = Page(client.get("/fi/toiminta/teatteri/").content.decode())

    assert ("Apua mukaan pääsyyn" in page.texts("h2"), "Kaikukortti: lippuja maksutta" in page.links()) == (
        is_shown,
        is_shown,
    )
