"""Words: how texts and questions are cut and brought to a common form. Pure; raise ANALYSIS_VERSION with every change.

A word is kept as its basic forms (Finnish, Swedish, English), as what is in it (Finnish and Swedish compounds), and for
every language as its plain form without diacritics.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tarjotin.common.text import LocalisedText
from tarjotin.words import finnish, finnish_guess, light, stemming, swedish
from tarjotin.words.finnish import analyser_name
from tarjotin.words.forms import Forms
from tarjotin.words.letters import clean, fold, normalise

__all__ = [
    "ANALYSIS_VERSION",
    "EMPTY_WORDS",
    "LONGEST_WORD",
    "STEMMED",
    "Forms",
    "Tokens",
    "analyser_name",
    "clean",
    "distance",
    "fold",
    "forms",
    "heads",
    "normalise",
    "plain_forms",
    "question_words",
    "read",
    "stem",
    "surfaces",
    "tokens",
    "words",
]

ANALYSIS_VERSION = 5
STEMMED: dict[str, str] = {"fi": "finnish", "sv": "swedish", "en": "english"}
COMPOUNDING = ("fi", "sv")
SCRIPTS: dict[str, tuple[str, ...]] = {
    "LATIN": ("fi", "sv", "en", "et", "so"),
    "CYRILLIC": ("ru", "uk"),
    "ARABIC": ("ar", "fa", "ckb"),
}
LONGEST_WORD = 40
LONGEST_QUESTION = 1_000  # characters looked at
MOST_WORDS = 20  # of a question
# Letters of a Swedish compound's parts, as stems: "sim|hall".
SHORTEST_FRONT = 3
SHORTEST_HEAD = 3

# What carries no meaning in a question: "jooga ja pilates", "olen yksinäinen", "I want to swim". Our own short list.
_EMPTY = """
    ja tai sekä on ovat ei se että kun jos myös missä mitä mikä milloin kuka voi
    och eller är i på för med till att en ett den det som av om var vad när
    and or the a an is are in on at for to of with where what when
    olen oon olla mä mää minä mun mua mulle minua minulle haluan haluaisin tarvitsen tarviin etsin voin voi vois voisi
    voisin voiko pääsee pääsen pääsis pääsisi pääsisin haluais tahtoisin tahdon löytyy löytyis löytyisi hengailla
    saisi saisin saa saan saako pitää joku joka jotain jotakin mihin mistä nyt kiitos
    jag mig vill har ha kan söker behöver någon något skulle var finns
    i m am me my want need looking would like can could some something somewhere there please
    ma mina mind mul mulle olen tahan soovin vajan otsin kus on ja
    я мне меня хочу нужно нужна нужен ищу есть где как можно
    мені мене треба потрібно потрібна потрібен шукаю де є можна
    أنا أريد اريد أحتاج احتاج أبحث ابحث أين اين هل في عن على
    waxaan aan rabaa doonayaa baahanahay halkee xagee
    من می خواهم نیاز دارم کجا است را
    دەمەوێت پێویستم کوێ هەیە
"""
EMPTY_WORDS = frozenset(normalise(_EMPTY).split())

_APART = re.compile(r"[^\w]+|_+")
_HYPHENS = "-\u2010\u2011\u00ad"
_HYPHENATED = re.compile(rf"\w+(?:[{_HYPHENS}]\w+)+")


def words(text: str) -> list[str]:
    """The words of a text in order, lower case; of "ruoka-apu" both parts."""
    return _cut(normalise(text))


def _cut(normalised: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _APART.split(normalised) if word]


def _joined(normalised: str) -> Iterator[str]:
    """Hyphenated words as one: "ruoka-apu" is found by "ruokaapu" too."""
    for found in _HYPHENATED.findall(normalised):
        yield "".join(part for part in _APART.split(found) if part)[:LONGEST_WORD]


def read(language: str, word: str) -> Forms:
    """What a normalised word means: the basic form of each reading, its parts and what it derives from."""
    if language == "fi":
        return finnish.forms(word)
    if language == "sv":
        return swedish.forms(word)
    if language in stemming.ALGORITHMS:
        return Forms((stemming.stem(language, word),))
    return light.forms(language, word)


forms = lru_cache(maxsize=20_000)(read)  # `read` is for words asked once


def stem(language: str, word: str) -> str:
    """One basic form of a word: the first of its readings."""
    return forms(language, word).lemmas[0]


def plain_forms(word: str) -> tuple[str, ...]:
    """The plain forms a word of a question may have in the index, in whatever language of its script it is."""
    read = ((language, forms(language, word).lemmas) for language in _languages_of(word))
    found = (form for language, lemmas in read for form in _undotted(language, word, lemmas))
    return tuple(dict.fromkeys((fold(word), *found)))


def _languages_of(word: str) -> tuple[str, ...]:
    return SCRIPTS.get(unicodedata.name(word[:1] or " ", "").partition(" ")[0], ())


def question_words(text: str) -> tuple[str, ...]:
    """What is searched: at most twenty different words, without empty ones unless there are no others."""
    found = list(dict.fromkeys(words(text[:LONGEST_QUESTION])))
    telling = [word for word in found if word not in EMPTY_WORDS and (len(word) > 1 or word.isdigit())]
    return tuple((telling or found)[:MOST_WORDS])


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as the index keeps it: basic forms by language, what is in them, and plain forms of all languages."""

    stems: dict[str, list[str]]
    plain: list[str]
    parts: dict[str, list[str]]


def tokens(*texts: LocalisedText) -> Tokens:
    """All readings of every word; parts hold what a word is put together of and what it derives from."""
    found = Tokens({language: [] for language in STEMMED}, [], {language: [] for language in COMPOUNDING})
    for wording in (wording for text in texts for wording in text.wordings):
        normalised = normalise(wording.text)
        _add(found, wording.language, [*_cut(normalised), *_joined(normalised)])
    return found


def _add(to: Tokens, language: str, cut: list[str]) -> None:
    read = [forms(language, word) for word in cut]
    to.plain.extend(fold(word) for word in cut)
    for word, found in zip(cut, read, strict=True):
        to.plain.extend(_undotted(language, word, found.lemmas))
    if language in STEMMED:
        to.stems[language].extend(lemma for found in read for lemma in found.lemmas)
    if language in COMPOUNDING:
        to.parts[language].extend(part for found in read for part in (*found.parts, *found.roots))


def _undotted(language: str, word: str, lemmas: tuple[str, ...]) -> list[str]:
    """Basic forms without diacritics, and the key that an undotted "jaahallissa" has too: it finds "jäähalli"."""
    keys = (finnish_guess.key(fold(word)),) if language == "fi" else ()
    return list(dict.fromkeys(folded for form in (*lemmas, *keys) if (folded := fold(form)) != fold(word)))


def surfaces(*texts: LocalisedText) -> list[str]:
    """The different words of texts as written: what a misspelt word may be corrected to."""
    return sorted({word for text in texts for wording in text.wordings for word in words(wording.text)})


def heads(*texts: LocalisedText) -> list[str]:
    """What compounds end with: of "tuolijumppa" "jumppa"; in Swedish every ending that may be a word's stem."""
    pairs = [(w.language, word) for text in texts for w in text.wordings for word in words(w.text)]
    finnish_forms = [forms("fi", word) for language, word in pairs if language == "fi"]
    parts = {part for found in finnish_forms for part in found.parts if found.lemmas[0].endswith(part)}
    stems = {stem("sv", word) for language, word in pairs if language == "sv"}
    stems = {root for root in stems if not swedish.is_whole(root)}
    ends = {root[at:] for root in stems for at in range(SHORTEST_FRONT, len(root) - SHORTEST_HEAD + 1)}
    return sorted(parts | ends)


def distance(a: str, b: str) -> int:
    """Typing errors between two words: a letter more, less, other, or two swapped."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
