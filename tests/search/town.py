"""A small town whose every fact is known: rows of the database, and beside each what is true of it.

The truth is written down as the rows are made, and not read back from them: so it checks what is read as well.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from tarjotin.catalogue.models import ActivityLanguage
from tarjotin.common.distance import Point
from tests import make

NOW = make.NOW  # a Tuesday, noon in Helsinki
UNTOLD = "?"
NAMES = ("Jooga", "Tuolijumppa", "Vesijumppa", "Tanssi", "Kuoro", "Kielikahvila", "Neuvonta", "Lauantairetki")
YES_OR_NO: dict[Any, tuple[str, ...]] = {None: (UNTOLD,), True: ("yes",), False: ("no",)}
NO_OR_YES: dict[Any, tuple[str, ...]] = {None: (UNTOLD,), True: ("no",), False: ("yes",)}

# Column of an activity → the group that asks about it, and what its values say there.
Says = dict[Any, tuple[str, ...]]


def _coded(*codes: str, **others: tuple[str, ...]) -> Says:
    return {"": (UNTOLD,), **{code: (code,) for code in codes}, **others}


COLUMNS: dict[str, tuple[str, Says]] = {
    "gender": ("gender", _coded("women", "men", "all")),
    "fitness": ("fitness", _coded("any", "light", "moderate", "demanding")),
    "led_by": ("led_by", _coded("professional", "trained_volunteer", "peer", "nobody")),
    "food": ("food", _coded("coffee", "meal_free", "meal_cheap", "none")),
    "equipment": ("equipment", _coded("none", "bring", "loan", "included")),
    "rhythm": ("rhythm", _coded("one_off", "weekly", "course", "open_always", season=("weekly",))),
    "entry": ("entry", _coded("drop_in", "register", register_or_drop_in=("drop_in", "register"))),
    "setting": ("setting", _coded("indoor", "outdoor", "water", "online", hybrid=("indoor", "online"))),
    "children": (
        "children",
        _coded("no", "welcome", own_activity=("welcome", "own_activity"), childcare=("welcome", "childcare")),
    ),
    "trial": ("trial", _coded(none=("no",), first_free=("yes",))),
    "referral_capacity": (
        "newcomers",
        _coded(open=("yes",), waiting_list=("no",), closed=("no",), ask_first=(UNTOLD,)),
    ),
    "group_typical": ("group_size", {None: (UNTOLD,), 8: ("small",), 9: ("medium",), 20: ("large",)}),
    "id_needed": ("no_id", NO_OR_YES),
    "seated_option": ("seated", YES_OR_NO),
    "anonymous_ok": ("anonymous", YES_OR_NO),
    **{
        name: (name, YES_OR_NO)
        for name in ("peer_support", "beginners", "safe_space", "substance_free", "discreet_ticket", "alone_ok")
    },
    "quiet_ok": ("quiet_ok", YES_OR_NO),
}
COMPANIONS = ("free_assistant", "escort_first_times", "buddy", "own_dog")
LIMITS = ("hip", "knee", "memory")
PROFILES = ("wheelchair", "rollator", "stroller")
PAYERS = ("pensioner", "student", "child")
LANGUAGES = ("fi", "sv", "so")
SCHEMES = {"category": ("sport", "culture"), "need": ("lonely", "food_aid"), "audience": ("families", "seniors")}
# What everybody pays → what it says about the price.
PRICES: dict[str | None, tuple[str, ...]] = {
    None: (UNTOLD,),
    "0": ("free", "cheap"),
    "5": ("cheap", "paid"),
    "5.01": ("paid",),
}
# Opening hours → the times of day they are open.
HOURS: dict[tuple[int | None, int | None], tuple[str, ...]] = {
    (8, 12): ("morning", "day"),
    (12, 20): ("day", "afternoon", "evening"),
    (None, None): (UNTOLD,),
}


Start = tuple[datetime, str]


@dataclass(frozen=True)
class Truth:
    """Group → options; `UNTOLD` where nobody tells, nothing where it makes no sense."""

    kind: str
    id: UUID
    row: Any
    told: dict[str, frozenset[str]]
    slots: frozenset[tuple[str, str]]
    starts: tuple[Start, ...] = ()  # coming sessions, and their times of day
    ages: tuple[int, int] = (0, 200)
    points: tuple[Point, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)  # by part


class Town(dict[UUID, Truth]):
    def __repr__(self) -> str:
        return f"a town of {len(self)} entries"


def town(seed: int, activities: int = 40, services: int = 12, places: int = 8) -> Town:
    """The same for the same seed, in an empty database."""
    chance = random.Random(seed)
    at = [_place(chance) for _ in range(places)]
    made = [_activity(chance, at) for _ in range(activities)]
    made += [_service(chance, at) for _ in range(services)]
    return Town({one.id: one for one in (*made, *at)})


def _some(chance: random.Random, pool: Iterable[str]) -> tuple[str, ...]:
    return tuple(each for each in pool if chance.random() < 0.35)


def _id(chance: random.Random) -> UUID:
    return UUID(int=chance.getrandbits(128))


def _told(options: Iterable[str]) -> frozenset[str]:
    return frozenset(options) or frozenset({UNTOLD})


def _tagged(chance: random.Random, entity: Any) -> dict[str, frozenset[str]]:
    """A place is found only with a category."""
    found = {scheme: _some(chance, codes) for scheme, codes in SCHEMES.items()}
    if entity.kind_name == "place":
        found["category"] = found["category"] or ("sport",)
    for scheme, codes in found.items():
        for at, code in enumerate(codes):
            make.tag(entity, scheme=scheme, code=code, main=scheme == "category" and not at)
    return {scheme: frozenset(codes) for scheme, codes in found.items()}


def _place(chance: random.Random) -> Truth:
    district, located, name = chance.choice(("11", "28", "")), chance.random() < 0.8, chance.choice(NAMES)
    point = {"lat": 60.15 + chance.random() / 10, "lon": 24.9 + chance.random() / 10} if located else {}
    parking, accessible = chance.choice(("", "Pihalla.")), chance.choice((None, True, False))
    facts = {"lat": None, "lon": None, "district": district, "parking": parking, "accessible_parking": accessible}
    languages = list(_some(chance, LANGUAGES))
    row = make.place(id=_id(chance), name=f"{name}talo", languages=languages, **facts | point)
    walk = chance.choice((500, 501, None))
    make.transit(place=row, mode="tram", walk_m=10)
    if walk:
        make.transit(place=row, mode=chance.choice(("metro", "train")), walk_m=walk)
    profiles = _some(chance, PROFILES)
    for profile in PROFILES:
        make.access(place=row, profile=profile, verdict="ok" if profile in profiles else "shortcomings")
    slots = _open(chance, place=row)
    told = {
        **_tagged(chance, row),
        "open_now": _open_now(slots),
        "district": frozenset({district} - {""}),
        "rail": frozenset({UNTOLD if not located else "near" if walk == 500 else "far"}),
        "parking": _told(["yes"] if parking else []),
        "accessible_parking": frozenset(YES_OR_NO[accessible]),
        "access": _told(profiles),
        "price": frozenset({UNTOLD}),
        "entry": frozenset({UNTOLD}),
        "language": _told(languages),
    }
    return _truth(row, told, slots)


def _open(chance: random.Random, **owner: Any) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for weekday in (day for day in range(1, 8) if chance.random() < 0.3):
        (opens, closes), times = chance.choice(list(HOURS.items()))
        clock = {"opens": time(opens) if opens else None, "closes": time(closes) if closes else None}
        make.hours(weekday=weekday, **clock, **owner)
        found |= {(str(weekday), each) for each in times}
    return found


def _getting_there(at: Truth | None) -> dict[str, frozenset[str]]:
    groups = ("rail", "parking", "accessible_parking", "access")
    untold = dict.fromkeys(groups, frozenset({UNTOLD})) | {"district": frozenset()}
    return {group: at.told[group] for group in untold} if at else untold


def _service(chance: random.Random, places: list[Truth]) -> Truth:
    name, free, languages = chance.choice(NAMES), chance.choice((None, True, False)), list(_some(chance, LANGUAGES))
    anonymous, id_needed = chance.choice((None, True, False)), chance.choice((None, True, False))
    row = make.service(
        id=_id(chance), name=name, is_free=free, languages=languages, anonymous_ok=anonymous, id_needed=id_needed
    )
    at = chance.choice((None, *places))
    slots = _open(chance, service_place=make.service_place(service=row, place=at.row)) if at else set()
    told = {
        **_tagged(chance, row),
        **_getting_there(at),
        "open_now": _open_now(slots),
        "price": frozenset({None: (UNTOLD,), True: ("free", "cheap"), False: ("paid",)}[free]),
        "entry": frozenset({UNTOLD}),
        "language": _told(languages),
        "anonymous": frozenset(YES_OR_NO[anonymous]),
        "no_id": frozenset(NO_OR_YES[id_needed]),
    }
    return _truth(row, told, slots, at=at)


def _activity(chance: random.Random, places: list[Truth]) -> Truth:
    columns = {column: chance.choice(list(says)) for column, (_, says) in COLUMNS.items()}
    at, name, companions = chance.choice((None, *places)), chance.choice(NAMES), list(_some(chance, COMPANIONS))
    ages = chance.choice(((None, None), (None, 12), (18, None), (7, 17), (65, None)))
    row = make.activity(
        id=_id(chance),
        name=name,
        summary=chance.choice(("", "Jumppaa ja kahvia.")),
        place=at.row if at else None,
        companion=companions,
        min_age=ages[0],
        max_age=ages[1],
        **columns,
    )
    slots, starts, places_left = _sessions(chance, row)
    told = {
        "places_left": places_left,
        **_tagged(chance, row),
        **_getting_there(at),
        **{COLUMNS[column][0]: frozenset(COLUMNS[column][1][value]) for column, value in columns.items()},
        **_paid(chance, row),
        "companion": _told(companions),
        "limit": _told(_suits(chance, row)),
        "language": _told(_spoken(chance, row)),
    }
    told_ages = (ages[0] or 0, 200 if ages[1] is None else ages[1])
    return _truth(row, told, slots, starts=starts, ages=told_ages, at=at)


def _paid(chance: random.Random, row: Any) -> dict[str, frozenset[str]]:
    """Groups have prices of their own; the price is what everyone pays, else what the groups pay."""
    amount, payers = chance.choice(list(PRICES)), _some(chance, PAYERS)
    if amount is not None:
        make.price(activity=row, amount=amount)
    for who in payers:
        make.price(activity=row, who=who, amount="5")
    price = PRICES["5" if amount is None and payers else amount]
    return {"price": frozenset(price), "discount": _told(payers)}


def _suits(chance: random.Random, row: Any) -> list[str]:
    verdicts = {limit: chance.choice(("suits", "adapted", "ask_first", "not_for", None)) for limit in LIMITS}
    for limit, verdict in verdicts.items():
        if verdict:
            stated = "derived" if verdict == "ask_first" else "organiser"
            make.suitability(activity=row, limit=limit, verdict=verdict, stated_by=stated)
    return [limit for limit, verdict in verdicts.items() if verdict in ("suits", "adapted")]


def _spoken(chance: random.Random, row: Any) -> tuple[str, ...]:
    spoken = _some(chance, LANGUAGES)
    for language in LANGUAGES:
        how = "spoken" if language in spoken else "interpreter_on_request"
        ActivityLanguage.objects.create(activity=row, language=language, how=how)
    return spoken


def _sessions(chance: random.Random, row: Any) -> tuple[set[tuple[str, str]], tuple[Start, ...], frozenset[str]]:
    """From noon on, or today at some time; in winter, when Helsinki is two hours ahead. One free place is enough."""
    slots: set[tuple[str, str]] = set()
    starts: list[Start] = []
    free: set[bool] = set()
    for day in chance.sample(range(14), chance.randrange(4)):
        known = chance.random() < 0.8
        hour, name = chance.choice(((8, "morning"), (13, "day"), (15, "afternoon"), (18, "evening")))
        start = (NOW + timedelta(days=day)).replace(hour=hour - 2)
        state = chance.choice(("planned", "planned", "planned", "cancelled"))
        left, told_at = chance.choice(((None, None), (0, NOW), (3, NOW), (3, NOW - timedelta(days=3))))
        told = {"places_left": left, "places_left_at": told_at}
        make.session(activity=row, starts_at=start, time_known=known, state=state, **told)
        if state == "planned" and (start >= NOW or not known):
            starts.append((start, name if known else UNTOLD))
            slots.add((str((1 + day) % 7 + 1), starts[-1][1]))
        if state == "planned" and start >= NOW and told_at == NOW and left is not None:
            free.add(left > 0)
    return slots, tuple(starts), frozenset({"yes" if True in free else "no" if free else UNTOLD})


def _truth(
    row: Any, told: dict[str, frozenset[str]], slots: set[tuple[str, str]], at: Truth | None = None, **facts: Any
) -> Truth:
    told = told | {"kind": frozenset({row.kind_name})}
    place = row if row.kind_name == "place" else at.row if at else None
    names = [place.street, place.city] if place else []
    texts = {
        "title": str(row.name),
        "keywords": "Liikunta",  # the label of every tag
        "names": " ".join(map(str, [at.row.name, *names] if at else names)),
        "summary": str(row.summary),
    }
    points = (place.point,) if place and place.point else ()
    told_slots = frozenset(slots or {(UNTOLD, UNTOLD)})
    return Truth(row.kind_name, row.id, row, told, told_slots, points=points, texts=texts, **facts)


def _open_now(slots: set[tuple[str, str]]) -> frozenset[str]:
    """At noon on a Tuesday, when the first of the `HOURS` end and the second begin."""
    today = {time for day, time in slots if day == "2"}
    return frozenset({"yes" if "evening" in today else UNTOLD if UNTOLD in today or not slots else "no"})
