"""A made-up catalogue and questions to it: the same ones every time."""

from __future__ import annotations

import random
from datetime import timedelta
from uuid import UUID

from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.search.document import FAR, MAYBE_GROUPS, TIMES, UNKNOWN, Document, slot, split_slots
from tarjotin.search.query import MOMENTARY, Query
from tests import make

NOW = make.NOW
WHAT = "jooga tuolijumppa vesijumppa tanssi uinti käsityökerho kuoro kielikahvila neuvonta ruokajako retki".split()
WHO = "senioreille aloittelijoille naisille perheille nuorille kaikille".split()
SV = "yoga dans promenad simning kör språkkafé rådgivning utflykt".split()
EN = "yoga dance walk swimming choir advice trip group".split()
WHERE = "Kallion Töölön Malmin Kontulan Vuosaaren".split()
FILLER = "tule mukaan rauhalliseen ryhmään jossa tutustutaan uusiin ihmisiin kahvia on tarjolla".split()
OPTIONS: dict[str, tuple[str, ...]] = {
    "category": ("sport", "culture", "nature", "advice"),
    "audience": ("older_people", "families", "young"),
    "district": ("01", "11", "28"),
    "language": ("fi", "sv", "en", "so", "ar"),
    "price": ("free", "paid", UNKNOWN),
    "rhythm": ("weekly", "one_off", UNKNOWN),
    "entry": ("drop_in", "register", UNKNOWN),
}
FIXED = {"weekday": tuple("1234567"), "time": tuple(TIMES), "kind": ("activity", "service", "place")}
OF_THE_MOMENT = {
    "when": (*MOMENTARY["when"], "2026-11-27..2026-12-01"),
    "age": ("8", "40", "70"),
    "open_now": ("yes",),
    "places_left": ("yes", "no"),
    "distance": (*MOMENTARY["distance"], "850m"),
}
OPEN = ("told", "told", "2.2", "2.1", "2.?", "x20261124", "20261124.1", "3.1")
ORGANISERS = [UUID(int=n) for n in range(1, 8)]
PLACES = [UUID(int=n) for n in range(100, 120)]
SORTS = ("relevance", "relevance", "soonest", "nearest", "cheapest")


def documents(count: int = 300) -> list[Document]:
    """In the order of their ids, which is how engines order equals."""
    chance = random.Random(7)
    return sorted((_document(chance) for _ in range(count)), key=lambda document: str(document.id))


def _document(chance: random.Random) -> Document:
    kind = chance.choices(("activity", "service", "place"), (7, 2, 1))[0]
    what, now = chance.choice(WHAT), int(NOW.timestamp())
    first = NOW + timedelta(hours=chance.randrange(-48, 24 * 14))
    moments = [first + timedelta(days=7 * week) for week in range(4)] if kind == "activity" else []
    starts = [moment for moment in moments if moment >= NOW]
    slots = tuple(sorted({slot(each, time_known=chance.random() < 0.9) for each in starts})) or (
        f"{UNKNOWN}-{UNKNOWN}",
    )
    options = {group: _some(chance, pool) for group, pool in OPTIONS.items()}
    untold: dict[str, tuple[str, ...]] = dict.fromkeys(set(MAYBE_GROUPS) - set(options), (UNKNOWN,))
    free = options["price"] == ("free",)
    return Document(
        kind=kind,
        id=UUID(int=chance.getrandbits(128)),
        title=_title(chance, what),
        names=(LocalisedText.of(fi=f"{chance.choice(WHERE)} kirjasto"),),
        summary=(LocalisedText.of(fi=f"{what.capitalize()} {chance.choice(WHO)}"),),
        body=(LocalisedText.of(fi=" ".join(chance.choices(FILLER, k=20) + chance.choices(WHAT, k=2))),),
        options=untold | options | split_slots(slots),
        slots=slots,
        points=(Point(60.15 + chance.random() * 0.15, 24.8 + chance.random() * 0.4),) if chance.random() < 0.8 else (),
        places=(chance.choice(PLACES),),
        organisation=chance.choice(ORGANISERS),
        starts=tuple(int(moment.timestamp()) for moment in starts),
        last_end=chance.choice((FAR, FAR, now + 1, now - 1)),
        lowest_cents=0 if free else chance.choice((None, 100, 250, 900)),
        told=chance.randrange(12),
        open=() if kind == "activity" else tuple(sorted({*chance.choices(OPEN, k=chance.randrange(4))})),
        free_until=(now + chance.randrange(-9, 9),) if chance.random() < 0.3 else (),
        full_until=(now + chance.randrange(-9, 9),) if chance.random() < 0.3 else (),
        min_age=chance.choice((None, None, 18, 65)),
        max_age=chance.choice((None, None, 12, 29)),
        checked=now - chance.randrange(800) * 86_400,
        due=chance.choice((None, now - 5, now + 5)),
        visible_until=chance.choice((None,) * 20 + (now - 1, now + 1)),
    )


def _some(chance: random.Random, pool: tuple[str, ...]) -> tuple[str, ...]:
    """One where nothing may be told, otherwise several or none."""
    if UNKNOWN in pool:
        return (chance.choice(pool),)
    return tuple(sorted(set(chance.choices(pool, k=chance.randrange(3)))))


def _title(chance: random.Random, what: str) -> LocalisedText:
    told = {"fi": f"{what.capitalize()} {chance.choice(WHO)}"}
    if chance.random() < 0.5:
        told |= {"sv": f"{chance.choice(SV).capitalize()} för alla", "en": f"{chance.choice(EN).capitalize()} for all"}
    return LocalisedText.of(told)


def questions(count: int = 200) -> list[Query]:
    chance = random.Random(11)
    return [_question(chance) for _ in range(count)]


def _question(chance: random.Random) -> Query:
    pool = FIXED | OF_THE_MOMENT | {group: tuple(o for o in held if o != UNKNOWN) for group, held in OPTIONS.items()}
    groups = chance.sample(sorted(pool), k=chance.choice((0, 0, 1, 1, 2, 3)))
    return Query(
        text=_text(chance),
        chosen={group: tuple(sorted(set(chance.choices(pool[group], k=2)))) for group in groups},
        near=Point(60.15 + chance.random() * 0.15, 24.8 + chance.random() * 0.4),
        place=chance.choice((None,) * 12 + (PLACES[0],)),
        organisation=chance.choice((None,) * 12 + (ORGANISERS[0],)),
        sort=chance.choice(SORTS),
        page=chance.choice((1, 1, 1, 2, 4)),
    )


def _text(chance: random.Random) -> str:
    what = chance.choice(WHAT + SV + EN)
    at = chance.randrange(1, len(what) - 1)
    misspelt = what[:at] + what[at + 1 :]
    return chance.choice(("", "", what, f"{chance.choice(WHAT)} {chance.choice(WHO)}", misspelt, f"{what} xyzzy"))
