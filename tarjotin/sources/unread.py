"""Which fields of a payload nobody took: a changed feed is news. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from tarjotin.common.languages import CONTENT_LANGUAGES


def known_fields(taken: str, ignored: str = "", *, localised: str = "") -> frozenset[str]:
    """Field names written as words; of the `localised` ones each stands for `name_fi`, `name_sv` and `name_en`."""
    by_language = (f"{name}_{language}" for name in localised.split() for language in CONTENT_LANGUAGES)
    return frozenset((*taken.split(), *ignored.split(), *by_language))


@cache
def _entered(known: frozenset[str]) -> frozenset[str]:
    """The fields with something known below them, at any depth."""
    parts = (name.split(".") for name in known)
    return frozenset(".".join(part[:depth]) for part in parts for depth in range(1, len(part)))


def unread(payload: Mapping[str, Any], known: frozenset[str], *, path: str = "") -> Iterator[str]:
    """Dotted names of the fields outside `known`; a field of objects is entered when a name below it is known."""
    entered = _entered(known)
    for name, value in payload.items():
        dotted = f"{path}{name}"
        if dotted in entered:
            for part in value if isinstance(value, list) else (value,):
                if isinstance(part, Mapping):
                    yield from unread(part, known, path=f"{dotted}.")
        elif dotted not in known:
            yield dotted
