"""What a word is brought to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Forms:
    """The basic forms of a word, one a reading; what it is put together of; what it is derived from.

    Two words mean the same when their lemmas meet; "halli" is in "uimahalli" because it is one of its parts.
    """

    lemmas: tuple[str, ...]
    parts: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()


def joined(many: Iterable[Forms]) -> Forms:
    """All readings as one, each form once; a lemma is not also a part or a root of its own word."""
    found = tuple(many)
    lemmas = tuple(dict.fromkeys(lemma for forms in found for lemma in forms.lemmas))
    parts = dict.fromkeys(part for forms in found for part in forms.parts if part not in lemmas)
    roots = dict.fromkeys(root for forms in found for root in forms.roots if root not in lemmas)
    return Forms(lemmas, tuple(parts), tuple(roots))


def meet(a: Forms, b: Forms) -> bool:
    """Whether one word finds the other: they mean the same, come from the same, or one is in the other."""
    mine, other = {*a.lemmas, *a.roots}, {*b.lemmas, *b.roots}
    return bool(mine & other or mine & {*b.parts} or other & {*a.parts})


def spans(lemma: str, pieces: Sequence[tuple[str, str]]) -> list[str]:
    """What stands side by side in a compound told as (written, basic form): of "käsityökerho" also "käsityö"."""
    found: list[str] = []
    for start in range(len(pieces)):
        before = sum(len(written) for written, _ in pieces[:start])
        inner = ["".join(w for w, _ in pieces[start:end]) + pieces[end][1] for end in range(start, len(pieces) - 1)]
        found += [*inner, lemma[before:]]
    return [span for span in found if span != lemma and len(span) >= SHORTEST_PART]
