"""The forms in which a Finnish place name stands in a question: "Kallio" → kallion, kalliossa, kallioon … Pure."""

from __future__ import annotations

from collections.abc import Iterator

# The end of a name → what stands before its endings. The first that fits counts.
STEMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("niemi", ("nieme",)),
    ("saaret", ("saari", "saarie")),
    ("saari", ("saare",)),
    ("mäki", ("mäe", "mäke")),
    ("lahti", ("lahde", "lahte")),
    ("vuori", ("vuore",)),
    ("koski", ("koske",)),
    ("kumpu", ("kummu", "kumpu")),
    ("haka", ("haa", "haka")),
    ("nokka", ("noka", "nokka")),
    ("keskus", ("keskukse",)),
    ("is", ("ikse",)),
    ("nen", ("se", "s", "si")),
    ("sundom", ("sundomi",)),
)
# Consonants that become weaker before most endings: kaupunki → kaupungissa, Kamppi → Kampissa, Viikki → Viikissä.
WEAKENED = (("nki", "ngi"), ("mppi", "mpi"), ("kki", "ki"))
CASES = (
    *("n", "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "a", "ä", "ta", "tä", "na", "nä", "ksi"),
    *("ten", "seen", "s", "st", "sse"),
)

# A name that ends in back vowels has no front ones in its endings: "Kerassa", never "kerää".
BACK, FRONT = frozenset("aou"), frozenset("äöy")


def forms(name: str) -> Iterator[str]:
    """The name itself first, then all forms, lower case; only the last word of several bends."""
    yield name
    for stem in _stems(name):
        yield from (stem + case for case in CASES if not (set(name[-3:]) & BACK and set(case) & FRONT))
        yield from (stem + stem[-1] + "n", stem + "h" + stem[-1] + "n", stem + "in", stem + "hin")


def _stems(name: str) -> tuple[str, ...]:
    for end, stems in STEMS:
        if name.endswith(end):
            return tuple(name.removesuffix(end) + stem for stem in stems)
    weak = tuple(name.removesuffix(strong) + soft for strong, soft in WEAKENED if name.endswith(strong))
    return (name, *weak)
