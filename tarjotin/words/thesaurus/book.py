"""The wordings of one language, by the key of their first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from tarjotin.words.analysis import fold, words
from tarjotin.words.thesaurus import keys
from tarjotin.words.thesaurus.loading import thesaurus
from tarjotin.words.thesaurus.scripts import LATIN, languages_of

EXACT, WEAK, FOLDED = range(3)  # how a wording was met, the surest first


# What any part may tell; a place is only what a word ends with.
KINDS_TOLD = ("activity", "need", "situation", "audience", "property", "service")
REMEMBERED = 20_000  # words met; most begin no wording
STEM = 4  # letters that what derives from a part has in common with it: "laulaa" of "laulu"
# What something to do ends with in Finnish and Swedish, though the word alone says little.
ENDINGS = frozenset(
    "kerho ryhmä kurssi ilta iltapäivä tunti paja kahvila piiri koulu päivä retki tapahtuma tuokio hetki treeni vuoro "
    "kaveri neuvonta apu tuki kävely leikki peli klubi kokoontuminen toiminta harrastus opetus ohjaus lenkki lounas "
    "paikka porukka seura jengi tapaaminen kokeilu mahdollisuus ongelma vaikeus pulma huoli varoitus uhka vaara "
    "vertaistuki opastus työpaja kahvi kuntoutus valmennus vieroitus "
    "grupp kurs kväll kafé klubb cirkel verkstad dag utflykt rådgivning hjälp stöd träff verksamhet promenad".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One wording of one concept. `never`: what looks like the concept and is not. `keys` of each word are a tuple:
    there are some 40 000 of them, and a set takes five times as much memory."""

    code: str
    kind: str
    wording: str
    words: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    never: bool = False


Shelf = dict[str, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Book:
    """`by_root` and `by_fold` hold what a word may mean less surely: of activities what they derive from ("uida" of
    "uinti"), of any what is written without diacritics."""

    by_lemma: Shelf = field(default_factory=dict)
    by_root: Shelf = field(default_factory=dict)
    by_fold: Shelf = field(default_factory=dict)

    def add(self, language: str, entry: Entry) -> None:
        first = entry.words[0]
        _put(self.by_lemma, entry.keys[0], entry)
        if len(entry.words) == 1 and entry.kind == "activity":
            _put(self.by_root, keys.roots(language, first).difference(entry.keys[0]), entry)
        if language in LATIN and any(fold(word) != word for word in entry.words):
            _put(self.by_fold, keys.folded(language, first), entry)


def _put(shelf: Shelf, under: Iterable[str], entry: Entry) -> None:
    for key in under:
        shelf[key] = (*shelf.get(key, ()), entry)


@cache
def book(language: str) -> Book:
    made = Book()
    for entry in _entries(language):
        made.add(language, entry)
    return made


def _entries(language: str) -> Iterator[Entry]:
    told_by = _Teller(language)
    for concept in thesaurus().values():
        told = [(text, False) for text in concept.wordings.get(language, ())]
        nevers = [(text, True) for text in concept.never if language in languages_of(text)]
        for text, never in told + nevers:
            joined = words(text.replace("-", "")) if "-" in text else []
            for cut in (words(text), joined):
                if cut:
                    spelt = tuple(map(told_by.word, cut))
                    yield Entry(concept.code, concept.kind, text, spelt, tuple(map(told_by.keys, spelt)), never)


class _Teller:
    """Each word and its keys once, however many wordings have it."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words: dict[str, str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def word(self, text: str) -> str:
        return self._words.setdefault(text, text)

    def keys(self, word: str) -> tuple[str, ...]:
        if word not in self._keys:
            told = keys.told(self._language, word)
            self._keys[word] = tuple(map(self.word, told))
        return self._keys[word]


@lru_cache(maxsize=REMEMBERED)
def starting_with(language: str, word: str) -> tuple[tuple[Entry, int], ...]:
    """The wordings that may begin with a word, and how it meets them; most words begin none."""
    shelf = book(language)
    found = [(entry, EXACT) for lemma in sorted(keys.lemmas(language, word)) for entry in shelf.by_lemma.get(lemma, ())]
    found += [(entry, WEAK) for entry in _of_parts(language, word, shelf)]
    if language in LATIN and fold(word) == word:
        plain = keys.folded(language, word)
        found += [(entry, FOLDED) for key in sorted(plain) for entry in shelf.by_fold.get(key, ())]
    met: dict[int, tuple[Entry, int]] = {}
    for entry, rank in found:
        met.setdefault(id(entry), (entry, rank))
    return tuple(met.values())


def _of_parts(language: str, word: str, shelf: Book) -> Iterator[Entry]:
    """A compound's longest known parts: of "käsityökerho" crafts and club, but not work. A place is what it ends with:
    "koulukerho" is no school."""
    taken: list[str] = []
    heads = keys.lemmas(language, word)
    parts = keys.parts(language, word)
    ends = [part for part in parts if any(head.endswith(part) for head in heads)]
    tells = _is_an_activity(ends, shelf)
    for part in parts:
        if any(part in longer for longer in taken) or not (single := _single(shelf.by_lemma.get(part, ()))):
            continue
        taken.append(part)
        of_the_end = any(end.startswith(part[:STEM]) for end in ends)
        told = () if part[:STEM] not in word else KINDS_TOLD if tells else ("audience",)
        yield from (entry for entry in single if of_the_end or entry.kind in told)
    # What a part of a compound derives from says little: "juoksijapatsas" is a statue.
    for root in () if taken or keys.parts(language, word) else sorted(keys.roots(language, word)):
        yield from _single((*shelf.by_lemma.get(root, ()), *shelf.by_root.get(root, ())))
    for lemma in sorted(keys.lemmas(language, word)):
        yield from shelf.by_root.get(lemma, ())


def _is_an_activity(heads: list[str], shelf: Book) -> bool:
    """What a compound ends with says whether its other parts tell of it: those of "vauvatreeni" do, not of
    "Saunalahti" or "juoksijapatsas". What no dictionary knows is given the benefit of the doubt."""
    known = [entry for head in heads for entry in _single(shelf.by_lemma.get(head, ()))]
    return not heads or any(entry.kind != "place" for entry in known) or not ENDINGS.isdisjoint(heads)


def _single(entries: tuple[Entry, ...]) -> list[Entry]:
    return [entry for entry in entries if len(entry.words) == 1]


def fits(language: str, entry: Entry, rank: int, following: list[str]) -> bool:
    """Whether the words after the first one meet the wording too."""
    if len(following) < len(entry.words) - 1:
        return False
    for at in range(1, len(entry.words)):
        word = following[at - 1]
        if rank == FOLDED:
            same = not keys.folded(language, word).isdisjoint(keys.folded(language, entry.words[at]))
        else:
            same = not keys.lemmas(language, word).isdisjoint(entry.keys[at])
        if not same:
            return False
    return True
