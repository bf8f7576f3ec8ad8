"""What is asked: some without words, some with one or two, some misspelt; most with criteria."""

from __future__ import annotations

import random
from urllib.parse import urlencode

from benchmarks.search import words
from benchmarks.search.documents import AUDIENCES, CATEGORIES, DISTRICTS, LANGUAGES
from tarjotin.catalogue.geography import stops
from tarjotin.search.document import TIMES
from tarjotin.search.query import Query

KINDS = ("browse", "criteria", "one word", "two words", "misspelt")
FROM_A_PLACE = 0.4  # of the questions say from which station one starts
POOL: dict[str, tuple[str, ...]] = {
    "category": CATEGORIES,
    "audience": AUDIENCES,
    "district": tuple(DISTRICTS),
    "price": ("free",),
    "weekday": tuple("1234567"),
    "time": tuple(TIMES),
    "language": LANGUAGES,
}


def questions(kind: str, count: int) -> list[Query]:
    chance = random.Random(11)
    return [question(chance, kind) for _ in range(count)]


def mixed(count: int) -> list[Query]:
    """Of every kind as many, in a shuffled order that is always the same."""
    found = [each for kind in KINDS for each in questions(kind, count // len(KINDS))]
    random.Random(5).shuffle(found)
    return found


def question(chance: random.Random, kind: str) -> Query:
    near = chance.choice(stops()).point if chance.random() < FROM_A_PLACE else None
    chosen: dict[str, tuple[str, ...]] = {}
    if kind != "browse" and chance.random() < 0.6:
        for group in chance.sample(sorted(POOL), k=chance.randrange(1, 4)):
            chosen[group] = tuple(sorted(set(chance.choices(POOL[group], k=chance.randrange(1, 3)))))
    text = {
        "browse": "",
        "criteria": "",
        "one word": words.common_first([*words.FI[:200], *words.SV, *words.EN], chance, 1)[0],
        "two words": f"{words.common_first(words.FI, chance, 1)[0]} {chance.choice(words.WHO)}",
        "misspelt": words.misspelt(chance.choice([word for word in words.FI[:100] if len(word) > 6]), chance),
    }[kind]
    sort = chance.choice(("relevance", "relevance", "soonest", "nearest" if near else "relevance", "cheapest"))
    return Query(text=text, chosen=chosen, near=near, sort=sort, page=chance.choice((1, 1, 1, 2, 5)))


def page_query(asked: Query) -> str:
    """As the results page takes it."""
    pairs = [("q", asked.text), *((group, option) for group, held in asked.chosen.items() for option in held)]
    pairs += [("sort", asked.sort), ("page", str(asked.page))]
    if asked.near:
        pairs.append(("from", f"{asked.near.lat},{asked.near.lon}"))
    return urlencode(pairs)


def api_query(asked: Query) -> str:
    """As the API takes it: as many as on a page, and the first of them, for the next come by what those before say."""
    pairs = [("q", asked.text), *((group, option) for group, held in asked.chosen.items() for option in held)]
    pairs += [("sort", asked.sort), ("limit", str(asked.per_page))]
    if asked.near:
        pairs += [("lat", str(asked.near.lat)), ("lon", str(asked.near.lon))]
    return urlencode(pairs)
