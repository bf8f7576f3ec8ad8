"""The translations are complete, and fit what the code asks for."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from scripts.messages import RESIDENTS, STAFF_LANGUAGES, TRANSLATIONS, Book, collect, plurals_of, po_file

IDS = [f"{book.name}-{language}" for book, language in TRANSLATIONS]
FIELD = re.compile(r"%\(\w+\)s|\{\d?\}")


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
    assert (asked - done if language in STAFF_LANGUAGES else set()) == set()
    assert done - asked == set()


@pytest.mark.parametrize(
    ("book", "language"), TRANSLATIONS, ids=[f"{book.name}-{language}" for book, language in TRANSLATIONS]
)
def test_translation_keeps_the_fields_of_the_text(book: Book, language: str) -> None:
    with po_file(book, language).open("rb") as file:
        catalog = read_po(file, locale=plurals_of(language))

    wrong = [(message.id, message.string) for message in catalog if message.id and not keeps_fields(message)]
    assert wrong == []


def test_collecting_finds_texts_of_code_and_of_templates() -> None:
    asked = {message.id for message in collect(RESIDENTS)}

    assert {"Mitä haluaisit tehdä tänään?", "kerran", ("Löytyi %(total)s", "Löytyi %(total)s")} <= asked
