"""What a word is brought to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
