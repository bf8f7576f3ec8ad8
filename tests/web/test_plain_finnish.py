"""Our own Finnish is plain (ux.md § 7, "M8"): short sentences, common words, few long ones, verbs instead of clauses.

The service's own words are no rare ones: a reader meets them on every page, and learns them there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
from babel.messages.pofile import read_po
from wordfreq import zipf_frequency

from scripts.messages import RESIDENTS, collect, po_file
from tarjotin.words.readability import measured, sentences, words

NOT_WORDS = re.compile(r"%\(\w+\)s|\{\d?\}|<[^>]+>|https?://\S+|&\w+;")
LANGUAGES = ["fi", "fi_Simple"]
RARE = 3.5  # Zipf: less than three in a million words
OWN_WORDS = frozenset(
    """tarjotin järjestäjä eväste kaupunginosa peruutuspaikka vertaisohjaaja vertainen saattaja avustaja tulkki maksuton
    edullinen esteetön esteettömyys pysäköintipaikka henkilökortti lastenhoito vapaaehtoistyö laite neuvontapaikka
    ilmoittautua ilmoittautuminen kirjautua kalenteri""".split()
)
# What makes a clause out of a verb; "haluat lukea" and "on kerrottu" are no such clauses.
CLAUSES = ("E-infinitive",)
PARTICIPLES = ("present_active", "present_passive", "agent")


@cache
def texts(language: str) -> list[str]:
    """The sentences of the interface that we write ourselves, without labels of one or two words."""
    if language == "fi":
        told: list[Any] = [message.id for message in collect(RESIDENTS) if message.id]
    else:
        with po_file(RESIDENTS, language).open("rb") as file:
            told = [message.string for message in read_po(file, locale="fi") if message.id and message.string]
    wordings = [NOT_WORDS.sub("", part) for each in told for part in ([each] if isinstance(each, str) else each)]
    return [text for text in wordings if len(words(text)) > 2 and text.strip().endswith((".", "!", "?"))]


@cache
def voikko() -> Any:
    try:
        import libvoikko

        return libvoikko.Voikko("fi")
    except Exception as problem:
        pytest.skip(f"no Voikko, which knows the forms of words: {problem}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_texts_have_short_sentences_of_common_length(language: str) -> None:
    found = measured(texts(language))

    assert found.words_a_sentence <= 8
    assert [each for text in texts(language) for each in sentences(text) if len(words(each)) > 15] == []
    assert found.long_words <= 25
    assert found.lix <= 55


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_texts_have_few_rare_words(language: str) -> None:
    every = [word.casefold() for text in texts(language) for word in words(text)]

    rare = [word for word in every if is_rare(word)]

    assert 100 * len(rare) / len(every) <= 8, sorted(set(rare))


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_texts_make_few_clauses_out_of_verbs(language: str) -> None:
    every = [word for text in texts(language) for word in words(text)]

    found = [word for word in every if is_clause(word)]

    assert 100 * len(found) / len(every) <= 3, sorted(set(found))


@cache
def is_rare(word: str) -> bool:
    """Neither the word as it stands nor the one it is a form of is common, or known here."""
    forms = {word, *(each.get("BASEFORM", word).casefold() for each in voikko().analyze(word))}
    return not forms & OWN_WORDS and max(zipf_frequency(form, "fi") for form in forms) < RARE


@cache
def is_clause(word: str) -> bool:
    readings = voikko().analyze(word)
    return bool(readings) and all(
        each.get("MOOD") in CLAUSES or each.get("PARTICIPLE") in PARTICIPLES for each in readings
    )
