"""What the words of a question mean for the index: all of them, else what is like them, else fewer of them.

A word that the index knows is never replaced. What was replaced or left out is told (`corrected`).
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from tarjotin.search import ranking
from tarjotin.search.index import Snapshot
from tarjotin.search.tree import Alike, Best, Everything, Nothing, Term, Tree, Worth, all_of, any_of
from tarjotin.search.understanding.small_words import SMALL
from tarjotin.search.understanding.understood import Meant
from tarjotin.words import analysis, voikko

FEW = 3  # found by all the words as written; below, beginnings of words count too
ENOUGH = 2  # that have a need in their name; below, what helps with it counts too
SHORTEST_MISSPELT = 4
LONG = 6  # letters, from which two typing errors are forgiven
LOOKED_AT = 25  # entries whose words may be meant
MOST_TRIED = 6  # words, of which one at a time is left out
LIKE_IN = ("title", "keywords", "names", "summary")


@dataclass(frozen=True, slots=True)
class Meaning:
    """`words` are those searched; `corrected` is empty when they are those of the question."""

    tree: Tree
    words: tuple[str, ...] = ()
    corrected: str = ""
    lifts: tuple[Tree, ...] = ()  # words that need not be there, and count when they are


def meaning(index: Snapshot, text: str, within: Tree, meant: Sequence[Meant] = ()) -> Meaning:
    words = analysis.question_words(text)
    loose = meant and not any(each.exact for each in meant) and _is_misspelt(index, words, within)
    found = _corrected(index, words, within) if loose else None
    if found := found or (_named(index, words, within, meant) if meant else None):
        return found
    if not words:
        return Meaning(Everything())
    strict = all_of(*map(ranking.word, words))
    if index.count(all_of(strict, within)) >= FEW:
        return Meaning(strict, words)
    return _widened(index, words, within) or _corrected(index, words, within) or Meaning(Nothing(), words)


def _named(index: Snapshot, words: Sequence[str], within: Tree, meant: Sequence[Meant]) -> Meaning | None:
    """Concepts by their words or by what is about them, with the other words; else these only lift what has them.

    What is only near a concept comes when little else is found.
    """
    covered = {word for each in meant for word in analysis.words(each.words)}
    left = [word for word in words if word not in covered and word not in SMALL]
    others = tuple(map(ranking.word, left))
    own, helped, nearby = ([_concept(*each, reach) for each in _by_words(meant).items()] for reach in ranking.REACHES)
    codes = [each.code for each in meant]
    kept = Everything() if ranking.wants_to_help(codes) else ranking.without_who_seeks_helpers(words)

    def found(*parts: Tree) -> int:
        return index.count(all_of(*parts, kept, within))

    # Other words beside a need ("sain diabeteksen") are how it is told, not what is sought.
    is_need = any(map(ranking.is_need, codes))
    whole = all_of(*helped, *others)
    if (left and found(*helped, *map(ranking.in_name, left))) or (not is_need and found(whole) >= FEW):
        return Meaning(all_of(whole, kept), tuple(words))
    by_name = all_of(*(any_of(*(Term("named", each.code) for each in same)) for same in _by_words(meant).values()))
    ways = (all_of(*helped), FEW), (all_of(*nearby), FEW), (any_of(*nearby), 1)
    tree = next((tree for tree, least in ways if found(tree) >= least), None)
    if is_need and found(by_name) >= ENOUGH:
        tree = all_of(*own)
    if tree is None:
        return None
    told = "" if found(whole) else _told(words, covered, apart=tree is ways[-1][0])
    return Meaning(all_of(tree, kept), tuple(words), told, others)


def _told(words: Sequence[str], covered: Set[str], *, apart: bool) -> str:
    """The words that were searched, when nothing has all; the comma says that each is searched for itself."""
    left = [word for word in words if word in covered]
    return (", " if apart else " ").join(left) if apart or len(left) < len(words) else ""


def _is_misspelt(index: Snapshot, words: Sequence[str], within: Tree) -> bool:
    """A word that neither the dictionary nor the index knows."""
    unknown = [word for word in words if voikko.forms(word) is None]
    return any(not index.count(all_of(ranking.word(word), within)) for word in unknown)


def _by_words(meant: Sequence[Meant]) -> dict[str, list[Meant]]:
    found: dict[str, list[Meant]] = {}
    for each in meant:
        found.setdefault(analysis.normalise(each.words), []).append(each)
    return found


def _concept(words: str, meant: Sequence[Meant], reach: int) -> Tree:
    ways = [ranking.named([each.code], exact=each.exact, reach=reach) for each in meant]
    return Best((_as_words(analysis.words(words), [each.code for each in meant], reach), *ways))


def _as_words(words: Sequence[str], codes: Sequence[str], reach: int) -> Tree:
    """The words that name a concept, as words. Several words here and there in a text say little of a need."""
    if len(words) == 1:
        return ranking.word(words[0])
    if reach < ranking.NEARBY and any(map(ranking.is_need, codes)):
        return Worth(all_of(*map(ranking.in_name, words)), ranking.TOPIC)
    return Worth(all_of(*map(ranking.word, words)), ranking.MENTION)


def _widened(index: Snapshot, words: Sequence[str], within: Tree) -> Meaning | None:
    tree = all_of(*map(ranking.widened, words))
    return Meaning(tree, tuple(words)) if index.count(all_of(tree, within)) else None


def _corrected(index: Snapshot, words: Sequence[str], within: Tree) -> Meaning | None:
    """Misspelt words replaced; then unknown ones left out; then as many of the known ones as are found together."""
    counts = {word: index.count(all_of(ranking.widened(word), within)) for word in words}
    known = [word if counts[word] else _meant(index, word) for word in words]
    left = tuple(dict.fromkeys(word for word in known if word))
    if not left:
        return None
    found = _widened(index, left, within) or _fewer(index, left, within)
    return Meaning(found.tree, found.words, " ".join(found.words)) if found else None


def _fewer(index: Snapshot, words: tuple[str, ...], within: Tree) -> Meaning | None:
    """Without the word whose absence leaves most; else the rarest word alone."""
    if 2 < len(words) <= MOST_TRIED:
        shorter = [words[:at] + words[at + 1 :] for at in range(len(words))]
        counted = [(index.count(all_of(*map(ranking.widened, some), within)), some) for some in shorter]
        most, best = max(counted, key=lambda pair: pair[0])
        if most:
            return _widened(index, best, within)
    alone = [(count, word) for word in words if (count := index.count(all_of(ranking.widened(word), within)))]
    return _widened(index, [min(alone, key=lambda pair: pair[0])[1]], within) if alone else None


def _meant(index: Snapshot, word: str) -> str:
    """The word of the index that a misspelt one most likely is; empty when nothing is near."""
    folded = analysis.fold(word)
    if len(folded) < SHORTEST_MISSPELT:
        return ""
    for errors in (1, 2) if len(folded) >= LONG else (1,):
        near = any_of(*(Alike(f"{part}_plain", folded, errors) for part in LIKE_IN))
        rows = index.stored(index.best(near, 0, LOOKED_AT))
        near_length = {w for row in rows for w in row.surfaces if abs(len(w) - len(folded)) <= errors}
        found = {w for w in near_length if _is_like(analysis.fold(w), folded, errors)}
        if found:
            return min(found, key=lambda w: _preference(index, w, folded))
    return ""


def _is_like(word: str, asked: str, errors: int) -> bool:
    """Two errors only after the same first letter: "uiminen" is not "sininen"."""
    return (errors < 2 or word[:1] == asked[:1]) and analysis.distance(word, asked) <= errors


def _preference(index: Snapshot, word: str, asked: str) -> tuple[int, bool, int, str]:
    """Fewer errors, the same first letter, the more common word."""
    folded = analysis.fold(word)
    common = index.frequency(Term("title_plain", folded))
    return analysis.distance(folded, asked), folded[:1] != asked[:1], -common, word
