"""The topics of an entry in the index: as they are kept with it, or by its words while nothing is kept."""

from __future__ import annotations

import pytest

from tarjotin.catalogue.models import Activity, EntityTopics
from tarjotin.search import topics
from tarjotin.search.document import Topics
from tests import make

pytestmark = pytest.mark.django_db


def kept(*told: tuple[str, float]) -> Activity:
    activity = make.activity(name="Shakki")
    rows = [{"code": code, "confidence": sure, "reason": "test"} for code, sure in told]
    EntityTopics.objects.create(activity=activity, version="1", told=rows)
    return Activity.objects.get()


def test_topics_that_are_kept_go_before_the_words() -> None:
    row = kept(("yoga", 0.95), ("knitting", 0.8), ("music", 0.6), ("debts", 0.5))

    assert topics.of(row) == Topics(named=("yoga", "knitting"), about=("music",), mentions=("debts",))


def test_topics_that_are_kept_as_none_are_none() -> None:
    assert topics.of(kept()) == Topics()


def test_topics_that_the_thesaurus_no_longer_has_are_left_out() -> None:
    assert topics.of(kept(("alchemy", 0.9), ("yoga", 0.9))) == Topics(named=("yoga",))


def test_topics_of_an_entry_with_nothing_kept_are_by_its_words() -> None:
    assert topics.of(make.activity(name="Shakki")) == Topics(named=("chess",))
