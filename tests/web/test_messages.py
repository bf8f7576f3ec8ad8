"""The translations are complete, and fit what the code asks for."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from scripts.messages import RESIDENTS, TRANSLATIONS, Book, collect, plurals_of, po_file
from tarjotin.common.languages import DRAFTS

IDS = [f"{book.name}-{language}" for book, language in TRANSLATIONS]
FIELD = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
FINNISH_WORD = re.compile(r"[a-zåäö]{4,}")
# Names, addresses and words that are the same in several languages.
NAMES = {"Nollalinja", "metro", "dari", "kurdi (sorani)", "kurdi (kurmandži)", "%(first)s ja %(last)s"}


def texts(value: object) -> list[str]:
    return [str(part) for part in value] if isinstance(value, (tuple, list)) else [str(value or "")]


def keeps_fields(message: Message) -> bool:
    """The same fields as the text asks for; a form for one or two may leave the number out."""
    asked = sorted(FIELD.findall(texts(message.id)[-1]))
    *few, most = [sorted(FIELD.findall(string)) for string in texts(message.string) if string] or [asked]
    return most == asked and all(set(fields) <= set(asked) for fields in few)


@pytest.mark.parametrize(
    ("book", "language"), TRANSLATIONS, ids=[f"{book.name}-{language}" for book, language in TRANSLATIONS]
)
def test_translation_is_complete_and_has_nothing_old(book: Book, language: str) -> None:
    with po_file(book, language).open("rb") as file:
        catalog = read_po(file, locale=plurals_of(language))

    asked = {message.id for message in collect(book) if message.id}
    done = {m.id for m in catalog if m.id and not m.fuzzy and all(texts(m.string)) and m.string}
    assert asked - done == set()
    assert done - asked == set()


@pytest.mark.parametrize(
    ("book", "language"), TRANSLATIONS, ids=[f"{book.name}-{language}" for book, language in TRANSLATIONS]
)
def test_translation_keeps_the_fields_of_the_text(book: Book, language: str) -> None:
    with po_file(book, language).open("rb") as file:
        catalog = read_po(file, locale=plurals_of(language))

    wrong = [(message.id, message.string) for message in catalog if message.id and not keeps_fields(message)]
    assert wrong == []


@pytest.mark.parametrize("language", sorted(DRAFTS))
def test_draft_does_not_leave_the_finnish_as_it_is(language: str) -> None:
    with po_file(RESIDENTS, language).open("rb") as file:
        catalog = read_po(file, locale=plurals_of(language))

    finnish = [
        message.id
        for message in catalog
        if message.id and message.string and texts(message.id)[0] in texts(message.string)
    ]
    assert [text for text in finnish if FINNISH_WORD.search(texts(text)[0]) and text not in NAMES] == []


def test_collecting_finds_texts_of_code_and_of_templates() -> None:
    asked = {message.id for message in collect(RESIDENTS)}

    assert {"Mitä haluaisit tehdä tänään?", "kerran", ("Löytyi %(total)s", "Löytyi %(total)s")} <= asked
