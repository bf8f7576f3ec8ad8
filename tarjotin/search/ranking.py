"""What stands first, and why. Pure; the figures are explained in docs/search.md.

With words, the match counts most and the wishes decide among equals; without words the wishes alone do.
Never clicks, never popularity.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import TypeVar

from tarjotin.common.distance import Point
from tarjotin.search.document import day_code, hour_code
from tarjotin.search.tree import AllOf, Best, Not, Range, Starts, Term, Tree, Worth, all_of, any_of
from tarjotin.words import analysis
from tarjotin.words.thesaurus import ancestors, descendants, related, thesaurus
from tarjotin.words.thesaurus.subjects import subjects

T = TypeVar("T")

# How much a word counts by where it stands, however rare it is: so every engine gives the same order.
PARTS: dict[str, float] = {"title": 20.0, "keywords": 12.0, "names": 9.0, "summary": 6.0, "body": 2.5}
LANGUAGES: dict[str, float] = {"fi": 1.0, "sv": 0.8, "en": 0.8}
# How much what a word stands in counts, by where: "halli" of "uimahalli".
COMPOUNDS: dict[str, float] = {"title": 5.0, "keywords": 4.0, "names": 2.0, "summary": 2.0, "body": 1.0}
ROOT = 0.4  # what the asked word derives from: "liikkua" of "liikunta"
# A concept the words name: an entry's name says it, it is about it, is a kind of it, only mentions it; and what helps
# with a need, or is of the same kind.
NAMED, TOPIC, UNDER, MENTION, HELPS, RELATED = 16.0, 14.0, 10.0, 3.0, 9.0, 5.0
SAID = 6.0  # a criterion's words stand in the name: "Kallion kirjasto" for a library in Kallio
PART_SAID = 4.0  # a part of an asked word stands in the name: "Selkä kuntoon" for "selkäkipu"
LATER = 0.88  # for each that the thesaurus names before
BROAD, MANY = 0.5, 6  # kinds; of what helps: exercise in general says less than physiotherapy
FOR_WHO_ASKS = 8.0  # who seeks help is not shown first who seeks helpers, and the other way round
OF_ITS_KIND = 2.5
CATEGORIES = ("sport", "nature", "culture", "food", "advice", "community")
HELPING = "volunteering"
LOOSE = 0.6  # named by a part of a word only
PLAIN = 0.6  # the same letters, in whatever language, diacritics aside
PLAIN_STEM = 0.4
GUESSED_HEAD = 0.35
HEAD = 0.85  # of a title's compound: "jumppa" for "tuolijumppa"
PREFIX = 0.2  # only when there is little else
SHORTEST_STEM = 4  # a shorter one means too much: "mel" of "meloa" and of "melu"
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
NEAR_SAID = 8.0  # times as much when the question names a place
NEAR: tuple[tuple[int, float], ...] = ((800, 0.6), (2_000, 0.4), (5_000, 0.2))  # metres as the crow flies; each adds
METRES_PER_DEGREE = 111_195.0
NARROWEST_DEGREE = 0.49  # of longitude against latitude, at 60.5° north

WINDOW = 60  # the first so many are put in their last order here
IN_A_ROW = 3  # of one organiser


@lru_cache(maxsize=2_000)
def word(text: str) -> Tree:
    """One word of the question, in any language and any part; the best place counts."""
    ways: list[Tree] = []
    for part, weight in PARTS.items():
        for language, worth in LANGUAGES.items():
            ways += [Worth(Term(f"{part}_{language}", each), weight * worth) for each in _lemmas(language, text)]
        ways += [Worth(Term(f"{part}_parts", each), COMPOUNDS[part]) for each in _lemmas("fi", text, "sv")]
        ways += [Worth(Term(f"{part}_fi", root), weight * ROOT) for root in analysis.forms("fi", text).roots]
        ways += _plain_ways(part, text, weight)
    return Best((*ways, *_head_ways(text)))


def _lemmas(language: str, text: str, *others: str) -> tuple[str, ...]:
    """All readings: an ambiguous word is found by each of them."""
    return tuple(dict.fromkeys(each for name in (language, *others) for each in analysis.forms(name, text).lemmas))


REACHES = OWN, HELPED, NEARBY = range(3)  # how far from a concept an answer may be


def named(codes: Sequence[str], *, exact: bool, reach: int = HELPED) -> Tree:
    """What is about one of these concepts, in whatever language it says so; `HELPED`: also what helps with a need;
    `NEARBY`: also what only mentions a need, and what is related to anything else."""
    worth = 1.0 if exact else LOOSE
    ways = [way for code in dict.fromkeys(codes) for way in _ways(code, reach)]
    return Best(tuple(Worth(Term(name, code), score * worth) for name, code, score in ways))


def _ways(code: str, reach: int) -> list[tuple[str, str, float]]:
    """Field, code and what it is worth."""
    ways = [("named", code, NAMED), ("topic", code, TOPIC), ("under", code, UNDER)]
    if reach == NEARBY or not is_need(code):
        ways.append(("mention", code, MENTION))
    worth = HELPS if is_need(code) else RELATED
    if is_need(code):
        ways += [(name, above, HELPS) for above in ancestors(code) for name in ("named", "topic")]
    # The thesaurus names first what helps most.
    told = [(each, worth * LATER**at * _breadth(each)) for at, each in enumerate(near_to(code, reach=reach))]
    return ways + [(name, each, score) for each, score in told for name in _fields(code, each)]


def near_to(code: str, *, reach: int) -> tuple[str, ...]:
    """What helps with a need; what is related to anything else, or broader."""
    if is_need(code):
        return thesaurus()[code].related if reach >= HELPED else ()
    return (*related(code), *ancestors(code)) if reach == NEARBY else ()


def _fields(code: str, helps: str) -> tuple[str, ...]:
    """An activity that helps has it in its name: that a summary speaks of a peer group says too little."""
    return ("named",) if is_need(code) and thesaurus()[helps].kind == "activity" else ("named", "topic")


def _breadth(code: str) -> float:
    return BROAD if len(descendants(code)) >= MANY else 1.0


def is_need(code: str) -> bool:
    return thesaurus()[code].kind in ("need", "situation")


def said(texts: Sequence[str]) -> list[Tree]:
    """What bears the words of a criterion in its name stands higher."""
    found = dict.fromkeys(word for text in texts for word in analysis.question_words(text))
    return [Worth(in_name(word), SAID) for word in found]


def parts_said(words: Sequence[str]) -> list[Tree]:
    """What bears a part of an asked word in its name; its last part says the least of what it is about."""
    held: dict[str, float] = {}
    for word in words:
        found = analysis.forms("fi", word)
        for part in found.parts:
            is_head = any(lemma.endswith(part) for lemma in found.lemmas)
            held.setdefault(part, PART_SAID / 2 if is_head else PART_SAID)
    return [Worth(any_of(Term("title_fi", part), Term("title_parts", part)), worth) for part, worth in held.items()]


def for_who_asks(codes: Sequence[str]) -> Tree:
    """Whether the asker wants to help or to be helped."""
    wanted = Term("named", HELPING)
    return Worth(wanted if wants_to_help(codes) else Not(wanted), FOR_WHO_ASKS)


def of_its_kind(codes: Sequence[str]) -> list[Tree]:
    """Who asks for a sport means what is sorted under sport before a statue of a runner."""
    kinds = dict.fromkeys(kind for code in codes if (kind := _subject(code)) in CATEGORIES)
    return [Worth(any_of(*(Term("category", kind) for kind in kinds)), OF_ITS_KIND)] if kinds else []


@cache
def _subject(code: str) -> str:
    """The category that bears the name of the concept's subject."""
    return next((subject for subject, codes in subjects().items() if code in codes), "")


def wants_to_help(codes: Sequence[str]) -> bool:
    return any(code == HELPING or HELPING in ancestors(code) for code in codes)


def without_who_seeks_helpers(words: Sequence[str]) -> Tree:
    """But for those whose name these words are."""
    return Not(AllOf((Term("named", HELPING), Not(all_of(*map(in_name, words))))))


def in_name(text: str) -> Tree:
    """The word, or what it is in, in the name of the entry."""
    return any_of(*_stem_ways("title", text))


def word_in(part: str, text: str) -> Tree:
    """The word in one part of the entry: for the reasons."""
    ways = [*_stem_ways(part, text), *_prefix_ways(part, text)]
    return any_of(*ways, *(_head_ways(text) if part == "title" else ()))


def _stem_ways(part: str, text: str) -> list[Tree]:
    stems = [Term(f"{part}_{language}", each) for language in LANGUAGES for each in _lemmas(language, text)]
    inside = [Term(f"{part}_parts", each) for each in _lemmas("fi", text, "sv")]
    roots = [Term(f"{part}_fi", root) for root in analysis.forms("fi", text).roots]
    return [*stems, *inside, *roots, *_plain_ways(part, text, 1.0)]


def widened(text: str) -> Tree:
    """As `word`, and what begins with it."""
    begun = [Worth(way, PREFIX * weight) for part, weight in PARTS.items() for way in _prefix_ways(part, text)]
    return Best((word(text), *begun))


def _plain_ways(part: str, text: str, weight: float) -> list[Tree]:
    folded = analysis.fold(text)
    roots = {analysis.fold(each) for language in LANGUAGES for each in _lemmas(language, text)}
    roots = (roots | set(analysis.plain_forms(text))) - {folded}
    ways: list[Tree] = [Worth(Term(f"{part}_plain", folded), weight * PLAIN)]
    return ways + [
        Worth(Term(f"{part}_plain", root), weight * PLAIN_STEM) for root in sorted(roots) if len(root) >= SHORTEST_STEM
    ]


def _head_ways(text: str) -> list[Tree]:
    if len(text) < SHORTEST_HEAD:
        return []
    finnish = _lemmas("fi", text)
    # Ends of Swedish words are only guessed to be words.
    worth = {root: HEAD if root in finnish else GUESSED_HEAD for root in _lemmas("fi", text, "sv")}
    return [Worth(Term("title_heads", root), PARTS["title"] * by) for root, by in sorted(worth.items())]


def _prefix_ways(part: str, text: str) -> list[Tree]:
    return [Starts(f"{part}_plain", analysis.fold(text))] if len(text) >= SHORTEST_PREFIX else []


def wishes(*, language: str, near: Point | None, now: datetime, near_is_said: bool = False) -> tuple[Tree, ...]:
    """What makes one entry stand before another that fits the question as well."""
    told = [Worth(Term("told", str(least)), worth) for least, worth in TOLD.items()]
    others = [
        Worth(Term("wording", language), OWN_LANGUAGE),
        Worth(Term("welcoming", "yes"), NEWCOMERS),
        Worth(Range("checked", int((now - CHECKED_WITHIN).timestamp())), CHECKED),
    ]
    by = NEAR_SAID if near_is_said else 1.0
    close = [Worth(around(near, metres), worth * by) for metres, worth in NEAR] if near else []
    return (_soon(now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)), *told, *others, *close)


@lru_cache(maxsize=8)
def _soon(now: datetime) -> Tree:
    """Hours and days stand in the index as words, which are found faster than ranges of moments."""
    hours = [(now + timedelta(hours=ahead), worth) for ahead, worth in _steps(0, SOON_HOURS)]
    days = [(now + timedelta(days=ahead), worth) for ahead, worth in _steps(1, SOON_DAYS)]
    today = Worth(Term("untimed", day_code(now)), SOON_HOURS[-1][1])
    at_hours = [Worth(Term("hour", hour_code(moment)), worth) for moment, worth in hours]
    on_days = [Worth(Term("day", day_code(moment)), worth) for moment, worth in days]
    return Best((*at_hours, today, *on_days, _any_time()))


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
