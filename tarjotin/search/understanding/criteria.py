"""Criteria said in words of the thesaurus: properties and audiences, and activities and places that are denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tarjotin.search.understanding.claims import Claim, taken
from tarjotin.search.understanding.meanings import matches
from tarjotin.search.understanding.reading import Reading
from tarjotin.search.understanding.small_words import MINE, SMALL
from tarjotin.words import voikko
from tarjotin.words.analysis import normalise
from tarjotin.words.negators import NEGATORS
from tarjotin.words.thesaurus import Criterion, Match, find_words, related, thesaurus

# "Tonight" is today and in the evening.
_TONIGHT = frozenset(
    normalise(
        "iltana iltaksi kväll ikväll tonight evening õhtul вечером ввечері الليلة المساء caawa امشب ئەمشەو huomisiltana"
    ).split()
)
# What says that a denial is about what was asked before it: "retki, ei ryhmiä". "Ei rahaa" alone tells a lack.
_TURNS = frozenset(normalise("mutta men but но але لكن ولی بەڵام laakiin aga").split())
_PAUSE = re.compile(r"[,;:–—]")
# Of fathers, mothers and parents, and not of somebody's father.
_PLURAL_PARENTS = re.compile(r"isä?t|isi|äidit|äitie|äitej|äide|vanhem")
SAID_BY_A_NEED = frozenset({"need", "situation"})
CAN_BE_DENIED = frozenset({"activity", "place"})
VERB = "teonsana"  # as the dictionary calls it


def claims(reading: Reading, free: Sequence[int], language: str) -> list[Claim]:
    """The criteria of free words, in their order; the same words say one criterion only."""
    met = list(matches(reading, free, language))
    told = [match for match in met if _is_a_claim(match) and not _is_of_another(reading, match, met)]
    told = [match for match in told if not _is_part_of_a_need(match, met)]
    shared = _asked_for(reading, free, told, met)
    found = [claim for match in told if (match.start, match.stop) not in shared for claim in _claims(reading, match)]
    found += [claim for match in met for claim in _denied(reading, match)]
    found += _denied_words(reading, [at for at in free if at not in taken(met)])
    by_words = {(claim.start, claim.group if claim.group == "time" else ""): claim for claim in reversed(found)}
    whole = [claim for claim in by_words.values() if not _is_inside(reading, claim, found)]
    return sorted(whole, key=lambda claim: (claim.start, claim.group == "time"))


def _claims(reading: Reading, match: Match) -> Iterator[Claim]:
    if criterion := thesaurus()[match.code].criterion:
        yield Claim(criterion.group, criterion.options, match.start, match.stop)
        if criterion.group == "when" and not _TONIGHT.isdisjoint(reading.keys[match.start : match.stop]):
            yield Claim("time", ("evening",), match.start, match.stop)


def _denied(reading: Reading, match: Match) -> Iterator[Claim]:
    """Of "liikuntaa, ei uimista" the swimming."""
    before = reading.words[match.start - 1] if match.start else None
    denied = before is not None and not before.literal and before.key in NEGATORS
    if not denied or not match.exact:
        return
    kind = thesaurus()[match.code].kind
    if kind in CAN_BE_DENIED:
        yield Claim("concept", (match.code,), match.start, match.stop)
    elif kind in SAID_BY_A_NEED and (people := _people(reading.words[match.stop - 1].key, match.language)):
        yield Claim(people.group, people.options, match.start, match.stop)


def _people(word: str, language: str) -> Criterion | None:
    """Those whom a word of a need names too: who says "I am not unemployed" is none of the unemployed. A need itself is
    never denied: "en jaksa" says that one is tired."""
    criteria = (thesaurus()[each.code].criterion for each in find_words([word], [language]) if _is_a_claim(each))
    return next((each for each in criteria if each and each.group == "audience"), None)


def _denied_words(reading: Reading, free: Sequence[int]) -> Iterator[Claim]:
    """Of "retkiä, ei ryhmiä" the groups, though no criterion says it."""
    for at in free:
        word = reading.words[at]
        if at < 2 or word.literal or reading.words[at - 1].key not in NEGATORS or word.key in SMALL:
            continue
        turns = _PAUSE.search(reading.between(at - 2)) or reading.words[at - 2].key in _TURNS
        if turns and VERB not in voikko.kinds(word.key):
            yield Claim("word", (word.key,), at, at + 1)


def _asked_for(
    reading: Reading, free: Sequence[int], told: Sequence[Match], met: Sequence[Match]
) -> set[tuple[int, int]]:
    """Words that say a criterion and a need alike ("kipeä selkä") ask for help when nothing else is sought."""
    criteria = taken(told)
    if any(at not in criteria and reading.words[at].key not in SMALL | NEGATORS for at in free):
        return set()
    return {(match.start, match.stop) for match in met if match.exact and thesaurus()[match.code].is_topic}


def _is_a_claim(match: Match) -> bool:
    concept = thesaurus()[match.code]
    return match.exact and concept.kind in ("property", "audience") and concept.criterion is not None


def _is_of_another(reading: Reading, match: Match, met: Sequence[Match]) -> bool:
    """Whether a man, a woman or a parent is told of and not asked for: "my husband", "isä ei suostu lähtemään"."""
    criterion = thesaurus()[match.code].criterion
    if match.code == "parents" and match.language == "fi":
        return not _PLURAL_PARENTS.match(reading.words[match.start].key)
    if criterion is None or criterion.group != "gender":
        return False
    told_need = any(each.exact and thesaurus()[each.code].kind in SAID_BY_A_NEED for each in met)
    mine = match.start > 0 and reading.words[match.start - 1].key in MINE
    return told_need or mine or (match.language == "fi" and reading.words[match.stop - 1].key.endswith("ni"))


def _is_part_of_a_need(match: Match, met: Sequence[Match]) -> bool:
    """Whether people are named who have a need that is told beside them: "homeless, nowhere to sleep"."""
    if thesaurus()[match.code].kind != "audience":
        return False
    needs = [each for each in met if each.exact and thesaurus()[each.code].kind in SAID_BY_A_NEED]
    return any(match.code in related(each.code) and each.start != match.start for each in needs)


def _is_inside(reading: Reading, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a hyphen joins it to a word that says no criterion: "gluten-free" costs something."""
    before = claim.start - 1
    return before >= 0 and reading.is_hyphenated(before) and not any(before in each.span for each in claims)
