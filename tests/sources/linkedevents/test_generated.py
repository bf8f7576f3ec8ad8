"""Generated rows: whatever a field holds, there is a record or a reason, and what is read obeys its own rules."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tarjotin.catalogue.records import ActivityRecord
from tarjotin.sources.linkedevents.joining import read_joining
from tarjotin.sources.linkedevents.parse import READERS, parse
from tarjotin.sources.linkedevents.weekly import weekly_times
from tarjotin.sources.price_items import HIGHEST_SUM
from tarjotin.sources.sums import read_sums
from tests.sources.linkedevents.make import child, event, keywords, offer, parent, place, ref

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
TIMES = st.sampled_from(
    [
        None,
        "",
        "2026-12-03",
        "2026-12-03T14:00:00Z",
        "2026-12-03T14:00:00.5+02:00",
        "0001-01-01T00:00:00Z",
        "9999-12-31",
    ]
)
WORDS = (
    "klo",
    "kl",
    "at",
    "joka",
    "tiistaisin",
    "varje",
    "onsdag",
    "every",
    "Monday",
    "9.30",
    "10–12",
    "7 €",
    "5/3",
    "€",
)
WORDS += (
    "maksuton",
    "ei",
    "ilmoittautuminen",
    "anmälan",
    "no",
    "registration",
    "(",
    ")",
    ",",
    ".",
    "\n",
    "eläkeläiset",
    "14.10.",
)
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=25).map(" ".join)

FULL_EVENT = event(
    keywords=keywords("yso:p1"),
    offers=[offer(is_free=True, price={"fi": "7 €"})],
    registration={"id": 1, "signup_url": {"fi": "https://example.fi"}},
    images=[{"url": "https://example.fi/a.jpg"}],
    super_event=ref("event", "a:1"),
    external_links=[{"link": "https://example.fi", "language": "fi"}],
)
FULL = {
    "event": FULL_EVENT,
    "place": place(),
    "keyword": {"id": "yso:p1", "name": {"fi": "a"}, "alt_labels": ["b"], "replaced_by": None},
    "language": {"id": "fi", "name": {"fi": "suomi"}},
    "organization": {"id": "ytj:0586977-6", "name": "A", "parent_organization": None},
}


@pytest.mark.parametrize("kind", sorted(READERS))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_mangled_row_becomes_a_record_or_a_reason(kind: str, data: st.DataObject) -> None:
    names = sorted(FULL[kind])
    mangled = data.draw(st.dictionaries(st.sampled_from(names), JSON | TIMES, max_size=6))
    missing = data.draw(st.sets(st.sampled_from(names), max_size=4))
    raw: dict[str, Any] = {name: value for name, value in (FULL[kind] | mangled).items() if name not in missing}

    parsed = parse(kind, raw)

    assert (parsed.record is None) == bool(parsed.rejected)


@settings(max_examples=150, deadline=None)
@given(start=TIMES, end=TIMES, text=TEXTS, make=st.sampled_from([event, child, parent]), course=st.booleans())
def test_any_times_and_words_give_sessions_that_hold_together(
    start: str | None, end: str | None, text: str, make: Any, course: bool
) -> None:
    raw = make(start_time=start, end_time=end, description={"fi": text}, type_id="Course" if course else "General")

    record = parse("event", raw).record

    if isinstance(record, ActivityRecord):
        assert not (record.sessions and record.schedules)
        assert all(each.ends_at is None or each.ends_at > each.starts_at for each in record.sessions)
        assert all(not each.certain for each in record.schedules)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_gives_prices_in_range_once_for_each_payer(text: str) -> None:
    found = read_sums(text)

    assert all(Decimal(0) <= each.amount <= HIGHEST_SUM for each in found)
    assert len({(each.who, each.per) for each in found}) == len(found)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_gives_weekly_times_that_a_calendar_can_read(text: str) -> None:
    found = weekly_times(text, short_days=True)

    assert all(each.days and (each.end is None or each.end > each.start) for each in found)
    assert all(list(each.days) == sorted(set(each.days)) for each in found)


@given(TEXTS)
def test_any_text_about_entry_is_one_of_the_known_answers(text: str) -> None:
    assert read_joining((text,)).entry in ("", "drop_in", "register", "register_or_drop_in")
