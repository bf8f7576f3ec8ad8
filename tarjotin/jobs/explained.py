"""An explanation of an answer, as lines for somebody who asks why something came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from tarjotin.search.explaining import Explanation, HitRead, WordRead
from tarjotin.search.points import Points, Way
from tarjotin.search.query import Reason
from tarjotin.words.thesaurus import thesaurus

WAYS_SHOWN = 4


def lines(explained: Explanation, names: Mapping[UUID, str], language: str) -> Iterator[str]:
    """`names`: what each hit is called."""
    answer = explained.answer
    yield from _section("Words", map(_word, explained.words))
    yield from _section("Concepts", _concepts(explained, language))
    yield from _section("Criteria in the words", _criteria(explained))
    yield f"Asked: {explained.how}"
    if explained.searched:
        yield f"  searched: {' '.join(explained.searched)}"
    if answer.corrected:
        yield f"  the page says: showing {answer.corrected}"
    for way in answer.relaxations:
        yield f"  without {way.group or 'the words'}: {way.total}"
    yield f"Found: {answer.total}, and {answer.maybe_total} that may fit"
    for place, each in enumerate(explained.hits, 1):
        yield from _hit(place, each, names.get(each.hit.id, ""), language)
    yield from _section("Near misses", (f"{names.get(hit.id, '')} ({', '.join(hit.unmet)})" for hit in answer.close))


def _section(title: str, told: Iterable[str]) -> Iterator[str]:
    found = list(told)
    if found:
        yield f"{title}:"
        yield from (f"  {line}" for line in found)


def _word(read: WordRead) -> str:
    told = []
    for language, forms in read.forms:
        said = [f"{language} {' | '.join(forms.lemmas)}"]
        said += [f"parts {' | '.join(forms.parts)}"] if forms.parts else []
        said += [f"roots {' | '.join(forms.roots)}"] if forms.roots else []
        told.append(", ".join(said))
    empty = " (empty: says nothing by itself)" if read.empty else ""
    return f"{read.word}{empty}: {'; '.join(told)}; plain {' | '.join(read.plain)}"


def _concepts(explained: Explanation, language: str) -> Iterator[str]:
    for meant in explained.concepts:
        unsure = "" if meant.exact else ", by a part of a word or a word like it"
        yield f"{meant.words}: {meant.code} ({thesaurus()[meant.code].label(language)}{unsure})"


def _criteria(explained: Explanation) -> Iterator[str]:
    for chip in explained.answer.chips:
        yield f"{chip.words}: {'not ' if chip.negated else ''}{chip.group}={','.join(chip.options)}"
    asked = explained.answer.asked
    told = {"age": asked.age, "from day": asked.starts_from, "until day": asked.until}
    yield from (f"{name}: {value}" for name, value in told.items() if value is not None)
    if asked.near:
        yield f"near: {asked.near.lat:.4f}, {asked.near.lon:.4f}"


def _hit(place: int, read: HitRead, name: str, language: str) -> Iterator[str]:
    marks = [mark for mark, holds in (("may fit", read.maybe), ("over or cancelled", read.over)) if holds]
    yield f"{place}. {name} [{read.hit.kind}] {read.score:.2f}{''.join(f', {mark}' for mark in marks)}"
    for each in read.text:
        yield f"     {each.what or 'match'} {each.points:.2f}: {_ways(each)}"
    if read.lift:
        yield f"     lift {sum(each.points for each in read.lift):.2f}: {'; '.join(map(_wish, read.lift))}"
    if read.hit.distance_m is not None:
        yield f"     {read.hit.distance_m} m on foot"
    for reason in read.hit.reasons:
        yield f"     because {_reason(reason, language)}"


def _ways(read: Points) -> str:
    shown = [_way(way) for way in read.ways[:WAYS_SHOWN]]
    left = len(read.ways) - WAYS_SHOWN
    return ", ".join([*shown, *([f"{left} more"] if left > 0 else [])])


def _way(way: Way) -> str:
    return f"{way.field}={way.value} {way.points:.2f}"


def _wish(read: Points) -> str:
    return _way(read.ways[0]) if read.ways else f"{read.points:.2f}"


def _reason(reason: Reason, language: str) -> str:
    if reason.unknown:
        return f"it does not tell: {reason.group}"
    if reason.kind == "word":
        return f"the word ”{reason.value}” is in the {reason.group}"
    if reason.kind == "concept":
        label = thesaurus()[reason.value].label(language) if reason.value in thesaurus() else ""
        return f"it is about {reason.value} ({label})"
    return f"it meets {reason.group}={reason.value}"
