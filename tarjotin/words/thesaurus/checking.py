"""What is wrong with the thesaurus, in words for whoever edits the data files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tarjotin.words.analysis import words
from tarjotin.words.thesaurus.concept import KINDS, LANGUAGES, Concept
from tarjotin.words.thesaurus.loading import thesaurus
from tarjotin.words.thesaurus.source_codes import plain_code, source_codes


def problems(concepts: Mapping[str, Concept] | None = None) -> list[str]:
    """Every fault, one line each; empty when all is well."""
    known = thesaurus() if concepts is None else concepts
    found = [f"{concept.code}: {fault}" for concept in known.values() for fault in _faults(concept, known)]
    return found + list(_doubles(known)) + list(_cycles(known))


def _faults(concept: Concept, known: Mapping[str, Concept]) -> Iterator[str]:
    if concept.kind not in KINDS:
        yield f"unknown kind {concept.kind!r}"
    for language in LANGUAGES:
        if not concept.wordings.get(language):
            yield f"no wording in {language}"
        yield from (f"empty wording in {language}" for text in concept.wordings.get(language, ()) if not words(text))
    for other in (*concept.broader, *concept.related):
        if other not in known or other == concept.code:
            yield f"no other concept {other!r}"
    yield from _code_faults(concept)
    yield from _criterion_faults(concept)


def _code_faults(concept: Concept) -> Iterator[str]:
    for code in concept.codes:
        if not all(code.partition(":")):
            yield f"no scheme in {code!r}"
        elif plain_code(code) not in source_codes():
            yield f"no code {code!r} in codes.csv"


def _criterion_faults(concept: Concept) -> Iterator[str]:
    if concept.written_criterion and concept.criterion is None:
        yield f"criterion {concept.written_criterion!r} is none"
    if concept.kind == "property" and not concept.written_criterion:
        yield "a property without a criterion"


def _doubles(known: Mapping[str, Concept]) -> Iterator[str]:
    """Wordings that mean two things, unless both concepts say so in a note."""
    first: dict[tuple[str, str], Concept] = {}
    for concept in known.values():
        for language, wordings in concept.wordings.items():
            for text in {" ".join(words(wording)) for wording in wordings}:
                other = first.setdefault((language, text), concept)
                if other is not concept and not (other.note and concept.note):
                    yield f"{concept.code}: {text!r} ({language}) also means {other.code}"


def _cycles(known: Mapping[str, Concept]) -> Iterator[str]:
    for code in known:
        above, ahead = set[str](), [code]
        while ahead:
            following = [broader for each in ahead if each in known for broader in known[each].broader]
            ahead = [each for each in following if each not in above]
            above.update(ahead)
        if code in above:
            yield f"{code}: broader than itself"
