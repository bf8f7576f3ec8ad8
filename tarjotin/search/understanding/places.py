"""Places named in a question: a district to choose, or a place to start from ("Kallion lähellä", "near Itäkeskus")."""

from __future__ import annotations

from dataclasses import replace

from tarjotin.search.understanding import names
from tarjotin.search.understanding.claims import Claim
from tarjotin.search.understanding.names import Name
from tarjotin.search.understanding.reading import Reading
from tarjotin.search.understanding.small_words import TRAILING
from tarjotin.words.analysis import words

LONGEST_NAME = 2  # words


def _phrases(*texts: str) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(words(text)) for text in texts), key=len, reverse=True))


NEAR_BEFORE = _phrases(
    *("lähellä", "lähelle", "nära", "i närheten av", "intill", "near", "near to", "close to", "nearby", "around"),
    *("not far from", "возле", "около", "рядом с", "рядом со", "недалеко от", "близко к", "біля", "поруч з", "поблизу"),
    *("недалеко від", "u dhow", "ag", "agagaarka", "قرب", "بالقرب من", "قريب من", "نزدیک", "نزدیکی", "نزیک", "لە نزیک"),
)
NEAR_BEHIND = _phrases(
    *("lähellä", "lähelle", "läheltä", "lähistöllä", "liepeillä", "tuntumassa", "vieressä", "kulmilla", "lähedal"),
    *("läheduses", "agtiisa", "agteeda"),
)
STATION = _phrases(
    "metroasema",
    "metroaseman",
    "metroasemaa",
    "metroasemalla",
    "asema",
    "aseman",
    "asemaa",
    "station",
    "metro station",
    "stationen",
)
WHERE = frozenset(words("i på nära in near at around av till from to в во на у біля في من در لە ee ku ag"))


def claims(reading: Reading) -> list[Claim]:
    found: list[Claim] = []
    at = 0
    while at < len(reading.words):
        claim = _claim(reading, at)
        found += [claim] if claim else []
        at = claim.stop if claim else at + 1
    return found


def _claim(reading: Reading, at: int) -> Claim | None:
    for length in range(LONGEST_NAME, 0, -1):
        part = reading.words[at : at + length]
        if len(part) < length or any(word.literal for word in part):
            continue
        name = names.find(tuple(word.key for word in part))
        if name and _is_meant(reading, at, name):
            return _with_nearness(reading, name, at, at + length)
    return None


def _is_meant(reading: Reading, at: int, name: Name) -> bool:
    return not name.bare or reading.words[at].capital or (at > 0 and reading.words[at - 1].key in WHERE)


def _with_nearness(reading: Reading, name: Name, start: int, stop: int) -> Claim:
    keys = reading.keys
    stop += _phrase(keys[stop:], STATION)
    near_behind = _phrase(keys[stop:], NEAR_BEHIND)
    near_before = 0 if near_behind else _phrase_before(keys[:start])
    plain = Claim("district", name.districts, start, stop)
    if near_behind or near_before or not name.districts:
        if name.point:
            near = replace(plain, group="from", options=(name.label,), near=name.point)
            return replace(near, start=start - near_before, stop=stop + near_behind)
        return plain
    trailing = stop < len(keys) and keys[stop] in TRAILING
    return replace(plain, stop=stop + 1) if trailing else plain


def _phrase(keys: list[str], phrases: tuple[tuple[str, ...], ...]) -> int:
    """How many words at the beginning are one of the phrases."""
    return next((len(phrase) for phrase in phrases if tuple(keys[: len(phrase)]) == phrase), 0)


def _phrase_before(keys: list[str]) -> int:
    return next((len(phrase) for phrase in NEAR_BEFORE if tuple(keys[-len(phrase) :]) == phrase), 0)
