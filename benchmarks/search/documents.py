"""A made-up catalogue as documents of the index: Finnish, Swedish, English; seasons; facts partly untold.

Made batch by batch, so that half a million need no more memory than a few hundred.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

from benchmarks.search import words
from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.search.document import HORIZON, MAYBE_GROUPS, TIMES, UNKNOWN, Document, slot, split_slots
from tarjotin.search.query import GROUPS

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
BATCH = 500
CATEGORIES = ("sport", "culture", "nature", "community", "lifestyle", "advice", "food")
AUDIENCES = ("older_people", "unemployed", "immigrants", "families", "young_adults", "carers", "disabled")
DISTRICTS = [f"{number:02}" for number in range(1, 60)]
LANGUAGES = ("fi", "sv", "en", "so", "ar", "ru", "uk", "et", "fa")
LIMITS = ("back_pain", "bad_knees", "dizziness", "breathlessness", "fatigue")
PLACES = 4_000
TOLD = 0.25  # of the facts nobody must tell
# Term times: groups meet until the middle of December and again from the middle of January.
BREAK = (datetime(2026, 12, 13, tzinfo=UTC), datetime(2027, 1, 11, tzinfo=UTC))


def documents(count: int) -> Iterator[list[Document]]:
    chance = random.Random(7)
    organisations = [UUID(int=chance.getrandbits(128)) for _ in range(max(count // 40, 5))]
    for start in range(0, count, BATCH):
        yield [document(chance, organisations) for _ in range(min(BATCH, count - start))]


def document(chance: random.Random, organisations: list[UUID]) -> Document:
    kind = chance.choices(("activity", "service", "place"), (7, 2, 1))[0]
    what, who, where = words.common_first(words.FI, chance, 1)[0], chance.choice(words.WHO), chance.choice(words.PLACES)
    rhythm = chance.choices(("weekly", "one_off", "course", UNKNOWN), (5, 3, 2, 1))[0]
    moments = starts(chance, what, rhythm) if kind == "activity" else []
    place = chance.randrange(PLACES)
    slots = tuple(sorted({slot(moment) for moment in moments})) if kind == "activity" else opening(chance)
    options = facts(chance, kind, rhythm) | split_slots(slots)
    return Document(
        kind=kind,
        id=UUID(int=chance.getrandbits(128)),
        title=title(chance, what, who),
        names=(LocalisedText.of(fi=f"{where} {chance.choice(words.HOUSES)}"), LocalisedText.of(fi=f"{where} yhdistys")),
        summary=(LocalisedText.of(fi=f"{what} {who} {where}"),),
        body=(body(chance),),
        options=options,
        slots=slots,
        points=(point(place),),
        places=(UUID(int=place),),
        organisation=chance.choice(organisations),
        starts=tuple(int(moment.timestamp()) for moment in moments),
        lowest_cents=lowest(chance, options["price"][0]),
        min_age=chance.choice((None, None, None, 18, 60)),
        told=sum(options.get(group, (UNKNOWN,)) != (UNKNOWN,) for group in MAYBE_GROUPS) // 2,
        for_newcomers=chance.random() < 0.4,
    )


def point(place: int) -> Point:
    where = random.Random(place)
    return Point(60.15 + where.random() * 0.15, 24.8 + where.random() * 0.4)


def title(chance: random.Random, what: str, who: str) -> LocalisedText:
    texts = {"fi": f"{what.capitalize()} {who}"}
    if chance.random() < 0.4:
        texts["sv"] = f"{chance.choice(words.SV).capitalize()} för alla"
    if chance.random() < 0.35:
        texts["en"] = f"{chance.choice(words.EN).capitalize()} for all"
    return LocalisedText.of(texts)


def body(chance: random.Random) -> LocalisedText:
    """A paragraph or two, here and there in other languages too."""
    text = words.common_first(words.TEXT, chance, chance.randrange(20, 80)) + words.common_first(words.FI, chance, 6)
    texts = {"fi": " ".join(text)}
    if chance.random() < 0.2:
        texts["sv"] = " ".join(words.common_first(words.TEXT_SV, chance, 30))
    if chance.random() < 0.2:
        texts["en"] = " ".join(words.common_first(words.TEXT_EN, chance, 30))
    return LocalisedText.of(texts)


def starts(chance: random.Random, what: str, rhythm: str) -> list[datetime]:
    """Coming sessions. Winter has fewer of what is outdoors; single events gather before Christmas and on weekends."""
    if what in words.OUTDOORS and chance.random() < 0.5:
        return []
    last = NOW + HORIZON
    if rhythm == "one_off":
        days = chance.choices(range(60), [3.0 if day < 28 else 1.0 for day in range(60)], k=6)
        on = min(days, key=lambda day: (NOW + timedelta(days=day)).weekday() < 5)
        return [NOW + timedelta(days=on, hours=chance.randrange(1, 10))]
    first = NOW + timedelta(hours=chance.randrange(1, 24 * 7))
    weeks = [first + timedelta(days=7 * week) for week in range(9)]
    return [moment for moment in weeks if moment < last and not BREAK[0] <= moment < BREAK[1]]


def facts(chance: random.Random, kind: str, rhythm: str) -> dict[str, tuple[str, ...]]:
    """Category and district are always told, price and language mostly, the rest seldom."""
    seldom = {
        group: (chance.choice(options or LIMITS),) if chance.random() < TOLD else (UNKNOWN,)
        for group, options in GROUPS.items()
        if group in MAYBE_GROUPS
    }
    return {
        **(
            seldom if kind == "activity" else {group: seldom[group] for group in ("rail", "parking", "access", "no_id")}
        ),
        "category": (chance.choice(CATEGORIES),),
        "need": ("food_aid",) if chance.random() < 0.05 else (),
        "audience": tuple(sorted(set(chance.choices(AUDIENCES, k=chance.randrange(3))))),
        "district": (chance.choice(DISTRICTS),),
        "price": (chance.choices(("free", "paid", UNKNOWN), (5, 3, 2))[0],),
        "rhythm": (rhythm,) if kind == "activity" else (),
        "language": ("fi", *sorted(set(chance.choices(LANGUAGES, k=chance.randrange(3))) - {"fi"})),
        "entry": (chance.choice(("drop_in", "register", UNKNOWN)),),
    }


def lowest(chance: random.Random, price: str) -> int | None:
    return {"free": 0, "paid": chance.randrange(100, 5_000)}.get(price)


def opening(chance: random.Random) -> tuple[str, ...]:
    if chance.random() < 0.3:
        return (f"{UNKNOWN}-{UNKNOWN}",)
    return tuple(f"{day}-{name}" for day in range(1, 6) for name in list(TIMES)[:3])
