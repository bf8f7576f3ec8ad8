"""The same sort of catalogue as rows of the database: what pages and the API read beside the index."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from benchmarks.search import documents, words
from tarjotin.catalogue.actions import Publication, publish
from tarjotin.catalogue.records import (
    ActivityRecord,
    LanguageRecord,
    OrganisationRecord,
    PlaceRecord,
    PriceRecord,
    Ref,
    ScheduleRecord,
    SessionRecord,
    TagRecord,
)
from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.sources.publishing import keep_own_concepts

BATCH = 1_000
ORGANISATIONS = 400
AT, BY = Ref("b", "place", "p"), Ref("b", "organisation", "o")


def fill(count: int) -> None:
    """So many activities with their places and organisers."""
    chance = random.Random(3)
    facts: dict[str, Any] = {"now": datetime.now(UTC), "actor": "benchmark", "cause": "benchmark"}
    keep_own_concepts()
    organisations = [_id(chance) for _ in range(ORGANISATIONS)]
    places = [_id(chance) for _ in range(max(200, count // 10))]
    publish("organisation", [_organisation(pk, number) for number, pk in enumerate(organisations)], **facts)
    publish("place", [_place(pk, number, chance) for number, pk in enumerate(places)], **facts)
    for start in range(0, count, BATCH):
        batch = [_activity(start + at, places, organisations, chance) for at in range(min(BATCH, count - start))]
        publish("activity", batch, **facts)


def _id(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128))


def _organisation(pk: UUID, number: int) -> Publication:
    name = LocalisedText.of(fi=f"{words.PLACES[number % len(words.PLACES)]} yhdistys {number}")
    return Publication(pk, OrganisationRecord(name, phone="+358501234567"), "ptv")


def _place(pk: UUID, number: int, chance: random.Random) -> Publication:
    where = f"{chance.choice(words.PLACES)} {chance.choice(words.HOUSES)}"
    record = PlaceRecord(
        LocalisedText.of(fi=f"{where} {number}", sv=f"Huset {number}"),
        municipality="091",
        street=LocalisedText.of(fi=f"Katu {number}"),
        point=Point(60.16 + chance.random() * 0.11, 24.86 + chance.random() * 0.3),
    )
    return Publication(pk, record, "tpr")


def _activity(number: int, places: list[UUID], organisations: list[UUID], chance: random.Random) -> Publication:
    what, who = words.common_first(words.FI, chance, 1)[0], chance.choice(words.WHO)
    weekly = number % 2 == 0
    record = ActivityRecord(
        documents.title(chance, what, who),
        organisation=BY,
        place=AT,
        summary=LocalisedText.of(fi=f"{what.capitalize()} {who}. Tervetuloa mukaan, myös ensikertalainen."),
        description=documents.body(chance),
        rhythm="weekly" if weekly else "one_off",
        entry=chance.choice(["", "drop_in", "register"]),
        schedules=(_schedule(chance),) if weekly else (),
        sessions=() if weekly else (_session(chance),),
        prices=chance.choice([(), (PriceRecord(is_free=True),), (PriceRecord(amount=5, is_free=False),)]),
        languages=chance.choice([(), (LanguageRecord("fi"),), (LanguageRecord("fi"), LanguageRecord("en"))]),
        beginners=chance.choice([None, None, True]),
        seated_option=chance.choice([None, None, None, True]),
    )
    refs = {AT: chance.choice(places), BY: chance.choice(organisations)}
    tag = TagRecord("category", chance.choice(documents.CATEGORIES), "benchmark", main=True)
    return Publication(_id(chance), record, "linkedevents", refs=refs, tags=(tag,))


def _schedule(chance: random.Random) -> ScheduleRecord:
    first = date.today() - timedelta(days=chance.randrange(7))
    return ScheduleRecord(first, time(chance.randrange(8, 20)), time(21), "FREQ=WEEKLY", place=AT)


def _session(chance: random.Random) -> SessionRecord:
    return SessionRecord(datetime.now(UTC).replace(microsecond=0) + timedelta(hours=chance.randrange(2_000)))
