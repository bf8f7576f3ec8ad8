"""What is suggested from the demo catalogue to people in the judged situations."""

from __future__ import annotations

import pytest

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.search.index.schema import Stored
from tarjotin.search.recommend import Suggestion, recommend
from tests.search.recommending.situations import SITUATIONS, Situation
from tests.sources.importing import NOW

pytestmark = pytest.mark.django_db


def names(suggestions: tuple[Suggestion, ...]) -> list[str]:
    found = [ENTITY_MODELS[each.hit.kind]._default_manager.get(pk=each.id).name for each in suggestions]
    return [name.in_language("fi").text for name in found]


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.id)
def test_suggestions_for_a_situation_are_as_judged(entries: list[Stored], situation: Situation) -> None:
    suggested = names(recommend(situation.needs, now=NOW))

    assert set(suggested[:3]) & set(situation.first), suggested
    assert [name for name in situation.somewhere if name not in suggested] == [], suggested
    assert [name for name in situation.never if name in suggested] == [], suggested


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.id)
def test_suggestions_for_a_situation_are_few_and_different_with_a_first_step(
    entries: list[Stored], situation: Situation
) -> None:
    found = recommend(situation.needs, now=NOW)

    organisers = [ENTITY_MODELS[each.hit.kind]._default_manager.get(pk=each.id).organisation_id for each in found]
    known = [each for each in organisers if each]
    assert (3 <= len(found) <= 7, len(set(names(found))) == len(found)) == (True, True), names(found)
    assert max(map(known.count, known), default=0) <= 2
    assert any(each.first_step for each in found), names(found)


def test_judged_names_are_all_in_the_demo(entries: list[Stored]) -> None:
    known = {
        name.in_language("fi").text
        for kind in ("activity", "service", "place")
        for name in ENTITY_MODELS[kind]._default_manager.values_list("name", flat=True)
        if name.in_language("fi")
    }

    judged = {name for each in SITUATIONS for name in (*each.first, *each.somewhere, *each.never)}

    assert sorted(judged - known) == []
