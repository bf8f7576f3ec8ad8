"""The same suggestions from both engines."""

from __future__ import annotations

import pytest

from tarjotin.common.distance import Point
from tarjotin.search.recommend import Needs, Suggestion, recommend
from tarjotin.words.thesaurus import Criterion
from tests.search.conformance import catalogue
from tests.search.conformance.conftest import Using

pytestmark = pytest.mark.django_db

FREE, SPORT = Criterion("price", ("free",)), Criterion("category", ("sport",))
NEEDS = (
    Needs(),
    Needs(wanted=("exercise",), near=Point(60.2, 25.0), within_m=5_000),
    Needs(wanted=("loneliness", "dance"), must_hold=(FREE,), language="so"),
    Needs(must_not_be_denied=(FREE, SPORT), wishes=(Criterion("audience", ("families",)),), times=("evening",)),
    Needs(must_hold=(Criterion("weekday", ("3",)), Criterion("time", ("evening",))), age=70),
)


def suggested(using: Using, engine: str, needs: Needs) -> tuple[Suggestion, ...]:
    with using(engine):
        return recommend(needs, now=catalogue.NOW)


@pytest.mark.parametrize("needs", NEEDS, ids=range(len(NEEDS)))
def test_suggestions_are_the_same_from_both_engines(using: Using, needs: Needs) -> None:
    first, second = (suggested(using, engine, needs) for engine in ("tantivy", "opensearch"))

    assert first == second
    assert len(first) > 0
