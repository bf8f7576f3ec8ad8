"""How alike two normalised names are, and what in them says that they are two things. Pure.

A plain likeness is not enough: "Jatko 1" and "Jatko 2" share six letters of seven and are two groups. So beside
the score a comparison tells which *marks* (numbers, single letters, weekdays, seasons, points of the compass) and
which *own words* the names have.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

# Two words are one word in another form when they are this alike: "Kallio", "Kallion"; not "naiset", "miehet".
SAME_WORD = 70.0

# Words whose forms are alike although their meaning differs, by their stems (longest first).
_STEMS: dict[str, tuple[str, ...]] = {
    "monday": ("maanantai", "måndag", "monday"),
    "tuesday": ("tiistai", "tisdag", "tuesday"),
    "wednesday": ("keskiviik", "onsdag", "wednesday"),
    "thursday": ("torstai", "torsdag", "thursday"),
    "friday": ("perjantai", "fredag", "friday"),
    "saturday": ("lauantai", "lördag", "saturday"),
    "sunday": ("sunnuntai", "söndag", "sunday"),
    "spring": ("kevät", "kevään", "vårtermin", "våren", "spring"),
    "summer": ("kesä", "sommar", "summer"),
    "autumn": ("syksy", "syys", "höst", "autumn"),
    "winter": ("talvi", "talven", "vinter", "winter"),
    "north-east": ("koilli", "nordöst"),
    "south-east": ("kaakko", "sydöst"),
    "north": ("pohjo", "norra", "northern"),
    "south": ("etelä", "södra", "southern"),
    "east": ("itä", "östra", "eastern"),
    "west": ("länsi", "länti", "västra", "western"),
    "middle": ("keski", "mellersta"),
}
_BY_STEM: tuple[tuple[str, str], ...] = tuple(
    sorted(((stem, mark) for mark, stems in _STEMS.items() for stem in stems), key=lambda pair: -len(pair[0]))
)
_ROMAN = frozenset({"ii", "iii", "iv"})
_LINKING = frozenset({"ja", "sekä", "och", "and", "tai", "eller", "or", "the", "of", "för", "for", "i", "in"})
_NO_MARK = _LINKING | {"v"}  # "7–9 v" tells years


@dataclass(frozen=True, slots=True)
class NameParts:
    """The words of a name, those of them that mark one of several, and the numbers among these."""

    words: frozenset[str]
    marks: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """`score` 0–100 whatever the order of words; `marks` and `own_words`: what only one of the two names has."""

    score: float
    identical: bool = False
    marks: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    numbers: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    own_words: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    @property
    def marks_clash(self) -> bool:
        """Each name has a mark the other lacks: two of several."""
        return all(self.marks)

    @property
    def marks_agree(self) -> bool:
        return not any(self.marks)

    @property
    def numbers_agree(self) -> bool:
        return not any(self.numbers)

    @property
    def words_clash(self) -> bool:
        """Each name has a word that is like none of the other's."""
        return all(self.own_words)

    @property
    def may_be_one(self) -> bool:
        return self.marks_agree and not self.words_clash

    @property
    def difference(self) -> str:
        """What tells the names apart, in words, the same whichever comes first."""
        pairs = self.marks if self.marks_clash else self.own_words
        return " / ".join(sorted(", ".join(sorted(side)) for side in pairs if side))


IDENTICAL = NameLikeness(100.0, identical=True)
NOTHING_TO_COMPARE = NameLikeness(0.0)


@lru_cache(maxsize=65536)
def name_parts(name: str) -> NameParts:
    tokens = [str(int(token)) if token.isdecimal() else token for token in name.split()]
    numbers = frozenset(filter(_has_digit, tokens))
    marks = frozenset(mark for token in tokens if (mark := _mark_of(token)))
    return NameParts(frozenset(tokens) - _LINKING, marks | numbers, numbers)


def _has_digit(token: str) -> bool:
    return any(map(str.isdigit, token))


def _mark_of(token: str) -> str:
    if len(token) == 1 and token not in _NO_MARK and not token.isdigit():
        return token
    if token in _ROMAN:
        return token
    return next((mark for stem, mark in _BY_STEM if token.startswith(stem)), "")


def compare_names(a: str, b: str) -> NameLikeness:
    """How alike two normalised names are; the same whichever comes first."""
    if not a or not b:
        return NOTHING_TO_COMPARE
    if a == b:
        return IDENTICAL
    parts_a, parts_b = name_parts(a), name_parts(b)
    if parts_a.words == parts_b.words and parts_a.marks == parts_b.marks:
        return IDENTICAL
    return NameLikeness(
        # Sorting helps "Martat, Helsinki" and harms "Pirkkolan uimahalli" beside "Pirkkolan jäähalli".
        score=round(max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b)), 1),
        marks=(parts_a.marks - parts_b.marks, parts_b.marks - parts_a.marks),
        numbers=(parts_a.numbers - parts_b.numbers, parts_b.numbers - parts_a.numbers),
        own_words=(_own_words(parts_a, parts_b), _own_words(parts_b, parts_a)),
    )


def _own_words(parts: NameParts, others: NameParts) -> tuple[str, ...]:
    missing = parts.words - others.words
    return tuple(sorted(word for word in missing if not _has_word_like(word, others.words)))


def _has_word_like(word: str, others: frozenset[str]) -> bool:
    return any(fuzz.ratio(word, other, score_cutoff=SAME_WORD) for other in others)
