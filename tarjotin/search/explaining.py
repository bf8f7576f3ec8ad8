"""Why a question finds what it finds: how its words were read, how it was asked, and what each hit got its points for.

For people who ask "why did this come?"; it takes many times as long as the search itself. Pages never call it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tarjotin.search import points, querying, ranking, wording
from tarjotin.search.index import Snapshot, snapshot
from tarjotin.search.index.schema import word_fields
from tarjotin.search.points import Points
from tarjotin.search.queries import search, wishes
from tarjotin.search.query import Answer, Hit, Query
from tarjotin.search.tree import AllOf, AnyOf, Everything, Nothing, Range, Term, Tree, Wished, all_of, any_of
from tarjotin.search.understanding.understood import Meant
from tarjotin.search.wording import Meaning
from tarjotin.words import analysis
from tarjotin.words.analysis import Forms


class How(StrEnum):
    """How the words were asked; the first way that found anything."""

    BROWSING = "no words: everything, in the order of the wishes"
    WRITTEN = "all words as written"
    CONCEPTS = "by concepts and by words"
    EACH = "each concept for itself: never found together"
    BEGINNINGS = "few found: beginnings of words count too"
    FEWER = "with fewer words: never found together, or unknown"
    CORRECTED = "with words that are like the asked ones"
    NOTHING = "nothing is like these words"


@dataclass(frozen=True, slots=True)
class WordRead:
    """A word of the question and what the analysis makes of it, by language; an `empty` one is not searched."""

    word: str
    empty: bool
    forms: tuple[tuple[str, Forms], ...]
    plain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HitRead:
    """`score` is the engine's; `text` gave the match, `lift` the wishes. `over`: cancelled or past, so at the end."""

    hit: Hit
    score: float
    text: tuple[Points, ...]
    lift: tuple[Points, ...]
    maybe: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    words: tuple[WordRead, ...]
    concepts: tuple[Meant, ...]
    how: How
    searched: tuple[str, ...]
    answer: Answer
    hits: tuple[HitRead, ...]


def explain(query: Query, *, language: str, now: datetime) -> Explanation:
    """The answer that pages show, and why it is so. Raises `IndexNotReady`."""
    index, answer = snapshot(), search(query, language=language, now=now)
    asked = answer.asked
    visible = querying.visible(now) if index.frequency(querying.WINDOWED) else Everything()
    meant = wording.meaning(index, asked.text, visible, asked.meant)
    wished = wishes(asked, answer.chips, meant.words, language=language, now=now)
    return Explanation(
        words=tuple(map(_read, dict.fromkeys(analysis.words(query.text)))),
        concepts=asked.meant,
        how=_how(meant, asked),
        searched=meant.words,
        answer=answer,
        hits=_hits(index, answer, meant, wished, now),
    )


def _read(word: str) -> WordRead:
    forms = tuple((language, analysis.forms(language, word)) for language in analysis.STEMMED)
    return WordRead(word, word in analysis.EMPTY_WORDS, forms, analysis.plain_forms(word))


def _how(meant: Meaning, asked: Query) -> How:
    if meant.corrected:
        written = analysis.question_words(asked.text)
        fewer = How.EACH if "," in meant.corrected else How.FEWER
        return fewer if set(meant.words) <= set(written) else How.CORRECTED
    ways = (
        (Everything(), How.BROWSING),
        (Nothing(), How.NOTHING),
        (all_of(*map(ranking.word, meant.words)), How.WRITTEN),
        (all_of(*map(ranking.widened, meant.words)), How.BEGINNINGS),
    )
    return next((how for tree, how in ways if tree == meant.tree), How.CONCEPTS)


def _hits(
    index: Snapshot, answer: Answer, meant: Meaning, wished: Sequence[Tree], now: datetime
) -> tuple[HitRead, ...]:
    shown = (*answer.hits, *answer.maybe)
    if not shown:
        return ()
    here = any_of(*(Term("id", str(hit.id)) for hit in shown))
    scores = points.score(index, here, Wished(meant.tree, tuple(wished)))
    text = points.given(index, here, _parts(meant, answer.asked.meant))
    lift = points.given(index, here, [("", wish) for wish in wished])
    live = points.score(index, here, Range("last_end", int(now.timestamp())))
    return tuple(
        HitRead(
            hit=hit,
            score=scores.get(hit.id, 0.0),
            text=text.get(hit.id, ()),
            lift=lift.get(hit.id, ()),
            maybe=hit in answer.maybe,
            over=hit.id not in live,
        )
        for hit in shown
    )


def _parts(meant: Meaning, concepts: Sequence[Meant]) -> list[tuple[str, Tree]]:
    """What is asked for, bit by bit, each with the words that say it."""
    named = {make(word): word for word in meant.words for make in (ranking.word, ranking.widened)}
    tree = meant.tree
    parts = tree.parts if isinstance(tree, AllOf | AnyOf) else (tree,)
    return [(named.get(part) or _said(part, concepts), part) for part in parts]


def _said(part: Tree, concepts: Sequence[Meant]) -> str:
    """The words of the question that name a concept the part asks for."""
    told = [points.described(leaf) for leaf in points.leaves(part)]
    codes = {value for field, value in told if field not in word_fields()}
    return next((meant.words for meant in concepts if meant.code in codes), "")
