"""What stands first, and why. Pure; the figures are explained in docs/search.md.

With words, the match counts most and the wishes decide among equals; without words the wishes alone do.
Never clicks, never popularity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TypeVar

from tarjotin.common.distance import Point
from tarjotin.search.document import day_code, hour_code
from tarjotin.search.tree import AllOf, Best, Boosted, Range, Starts, Term, Tree, Worth, any_of
from tarjotin.words import analysis
from tarjotin.words.thesaurus import thesaurus

T = TypeVar("T")

# How much a word counts by where it stands.
PARTS: dict[str, float] = {"title": 4.0, "keywords": 2.5, "names": 2.0, "summary": 1.2, "body": 0.6}
LANGUAGES: dict[str, float] = {"fi": 1.0, "sv": 0.8, "en": 0.8}
# How much what a word stands in counts, by where: "halli" of "uimahalli".
COMPOUNDS: dict[str, float] = {"title": 2.5, "keywords": 1.5, "names": 0.8, "summary": 0.5, "body": 0.15}
ROOT = 0.4  # what the asked word derives from: "liikkua" of "liikunta"
# A concept the words name: what an entry is about, is a kind of, only mentions; and what helps with a need.
TOPIC, UNDER, MENTION, HELPS = 14.0, 10.0, 3.0, 6.0
LOOSE = 0.6  # named by a part of a word only
PLAIN = 0.6  # the same letters, in whatever language, diacritics aside
PLAIN_STEM = 0.4
HEAD = 0.35  # of a title's compound: "jumppa" for "tuolijumppa"
PREFIX = 0.2  # only when there is little else
SHORTEST_PREFIX = 5
SHORTEST_HEAD = 4  # letters of the word asked

# The next session begins within so many hours, or days from today: what that is worth.
SOON_HOURS: tuple[tuple[int, float], ...] = ((3, 1.5), (12, 1.4), (24, 1.3))
SOON_DAYS: tuple[tuple[int, float], ...] = ((1, 1.2), (2, 1.1), (6, 0.9), (13, 0.6))
ANY_TIME = 0.9  # services and places, which wait for nobody
TOLD: dict[int, float] = {4: 0.4, 6: 0.4, 8: 0.4, 10: 0.2}  # at least so many facts; each step adds
OWN_LANGUAGE = 0.5
NEWCOMERS = 0.3
CHECKED = 0.2
CHECKED_WITHIN = timedelta(days=365)
NEAR: tuple[tuple[int, float], ...] = ((800, 0.6), (2_000, 0.4), (5_000, 0.2))  # metres as the crow flies; each adds
METRES_PER_DEGREE = 111_195.0
NARROWEST_DEGREE = 0.49  # of longitude against latitude, at 60.5° north

WINDOW = 60  # the first so many are put in their last order here
IN_A_ROW = 3  # of one organiser


def word(text: str) -> Tree:
    """One word of the question, in any language and any part; the best place counts."""
    ways: list[Tree] = []
    for part, weight in PARTS.items():
        for language, worth in LANGUAGES.items():
            ways += [Boosted(Term(f"{part}_{language}", each), weight * worth) for each in _lemmas(language, text)]
        ways += [Boosted(Term(f"{part}_parts", each), COMPOUNDS[part]) for each in _lemmas("fi", text, "sv")]
        ways += [Boosted(Term(f"{part}_fi", root), weight * ROOT) for root in analysis.forms("fi", text).roots]
        ways += _plain_ways(part, text, weight)
    return Best((*ways, *_head_ways(text)))


def _lemmas(language: str, text: str, *others: str) -> tuple[str, ...]:
    """All readings: an ambiguous word is found by each of them."""
    return tuple(dict.fromkeys(each for name in (language, *others) for each in analysis.forms(name, text).lemmas))


def named(codes: Sequence[str], *, exact: bool) -> Tree:
    """What is about one of these concepts, in whatever language it says so."""
    worth = 1.0 if exact else LOOSE
    fields = (("topic", TOPIC), ("under", UNDER), ("mention", MENTION))
    ways: list[Tree] = [Worth(Term(name, code), score * worth) for code in codes for name, score in fields]
    helps = dict.fromkeys(each for code in codes if is_need(code) for each in thesaurus()[code].related)
    return Best((*ways, *(Worth(Term("topic", code), HELPS * worth) for code in helps)))


def is_need(code: str) -> bool:
    return thesaurus()[code].kind in ("need", "situation")


def word_in(part: str, text: str) -> Tree:
    """The word in one part of the entry: for the reasons."""
    stems = [Term(f"{part}_{language}", each) for language in LANGUAGES for each in _lemmas(language, text)]
    inside = [Term(f"{part}_parts", each) for each in _lemmas("fi", text, "sv")]
    roots = [Term(f"{part}_fi", root) for root in analysis.forms("fi", text).roots]
    ways: list[Tree] = [*stems, *inside, *roots, *_plain_ways(part, text, 1.0), *_prefix_ways(part, text)]
    return any_of(*ways, *(_head_ways(text) if part == "title" else ()))


def widened(text: str) -> Tree:
    """As `word`, and what begins with it."""
    begun = [Boosted(way, PREFIX * weight) for part, weight in PARTS.items() for way in _prefix_ways(part, text)]
    return Best((word(text), *begun))


def _plain_ways(part: str, text: str, weight: float) -> list[Tree]:
    folded = analysis.fold(text)
    roots = {analysis.fold(each) for language in LANGUAGES for each in _lemmas(language, text)}
    roots = (roots | set(analysis.plain_forms(text))) - {folded}
    ways: list[Tree] = [Boosted(Term(f"{part}_plain", folded), weight * PLAIN)]
    return ways + [Boosted(Term(f"{part}_plain", root), weight * PLAIN_STEM) for root in sorted(roots) if len(root) > 2]


def _head_ways(text: str) -> list[Tree]:
    if len(text) < SHORTEST_HEAD:
        return []
    stems = set(_lemmas("fi", text, "sv"))
    return [Worth(Term("title_heads", root), PARTS["title"] * HEAD) for root in sorted(stems)]


def _prefix_ways(part: str, text: str) -> list[Tree]:
    return [Starts(f"{part}_plain", analysis.fold(text))] if len(text) >= SHORTEST_PREFIX else []


def wishes(*, language: str, near: Point | None, now: datetime) -> tuple[Tree, ...]:
    """What makes one entry stand before another that fits the question as well."""
    told = [Worth(Term("told", str(least)), worth) for least, worth in TOLD.items()]
    others = [
        Worth(Term("wording", language), OWN_LANGUAGE),
        Worth(Term("welcoming", "yes"), NEWCOMERS),
        Worth(Range("checked", int((now - CHECKED_WITHIN).timestamp())), CHECKED),
    ]
    close = [Worth(around(near, metres), worth) for metres, worth in NEAR] if near else []
    return (_soon(now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)), *told, *others, *close)


@lru_cache(maxsize=8)
def _soon(now: datetime) -> Tree:
    """Hours and days stand in the index as words, which are found faster than ranges of moments."""
    hours = [(now + timedelta(hours=ahead), worth) for ahead, worth in _steps(0, SOON_HOURS)]
    days = [(now + timedelta(days=ahead), worth) for ahead, worth in _steps(1, SOON_DAYS)]
    at_hours = [Worth(Term("hour", hour_code(moment)), worth) for moment, worth in hours]
    on_days = [Worth(Term("day", day_code(moment)), worth) for moment, worth in days]
    return Best((*at_hours, *on_days, _any_time()))


def _steps(first: int, limits: tuple[tuple[int, float], ...]) -> Iterator[tuple[int, float]]:
    for ahead in range(first, limits[-1][0] + 1):
        yield ahead, next(worth for limit, worth in limits if ahead <= limit)


def _any_time() -> Tree:
    return Worth(any_of(Term("kind", "service"), Term("kind", "place")), ANY_TIME)


def around(point: Point, metres: float) -> Tree:
    """A box that holds every point within so many metres."""
    lat = metres / METRES_PER_DEGREE
    lon = lat / NARROWEST_DEGREE
    return AllOf((Range("lat", point.lat - lat, point.lat + lat), Range("lon", point.lon - lon, point.lon + lon)))


def spread(entries: Sequence[T], organiser: Callable[[T], str]) -> list[T]:
    """The same entries, never more than three of one organiser in a row while others are left."""
    left, run = list(entries), 0
    ordered: list[T] = []
    while left:
        last = organiser(ordered[-1]) if ordered else ""
        full = run >= IN_A_ROW and last != ""
        at = next((i for i, entry in enumerate(left) if organiser(entry) != last), 0) if full else 0
        entry = left.pop(at)
        run = run + 1 if ordered and organiser(entry) == last else 1
        ordered.append(entry)
    return ordered
