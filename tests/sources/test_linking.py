"""Linking a batch on the real database: what likeness may join, and what it must leave apart."""

from __future__ import annotations

from uuid import UUID

import pytest

from tarjotin.catalogue.records import OrganisationRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.comparing import Item
from tarjotin.sources.linking import link
from tarjotin.sources.models import SourceRecord
from tarjotin.sources.source import Parsed
from tests.sources.importing import NOW

pytestmark = pytest.mark.django_db


def organisation(source: str, number: int, business_id: str = "") -> Item:
    """A body named Setlementti, as one source tells it."""
    record = SourceRecord.objects.create(
        source=source,
        kind="organisation",
        external_id=str(number),
        series=str(number),
        first_seen_at=NOW,
        fetched_at=NOW,
        seen_at=NOW,
    )
    return Item(record, Parsed(record=OrganisationRecord(LocalisedText.of(fi="Setlementti"), business_id=business_id)))


def linked(*items: Item) -> list[UUID]:
    entities = link("organisation", items, now=NOW).entities
    SourceRecord.objects.bulk_update([item.record for item in items], ["features"])
    return [entities[item.record.pk] for item in items]


def test_link_of_what_is_like_two_that_differ_joins_one_and_leaves_them_two() -> None:
    first, second = organisation("ptv", 1, "0201256-6"), organisation("ptv", 2, "0116300-4")
    unknown = organisation("lahella", 3)

    one, other, third = linked(first, second, unknown)

    assert (one != other, third) == (True, one)


def test_link_of_what_is_like_two_that_agree_makes_all_one() -> None:
    items = [organisation("ptv", 1), organisation("tpr", 2), organisation("lahella", 3)]

    assert len(set(linked(*items))) == 1
