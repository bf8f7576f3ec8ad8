"""The translations are complete, and fit what the code asks for."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from scripts.messages import BOOKS, RESIDENTS, TRANSLATED, Book, collect, po_file

FIELD = re.compile(r"%\(\w+\)s|\{\d?\}")


def texts(value: object) -> list[str]:
    return [str(part) for part in value] if isinstance(value, (tuple, list)) else [str(value or "")]


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_translation_is_complete_and_has_nothing_old(book: Book, language: str) -> None:
    with po_file(book, language).open("rb") as file:
        catalog = read_po(file, locale=language)

    asked = {message.id for message in collect(book) if message.id}
    done = {m.id for m in catalog if m.id and not m.fuzzy and all(texts(m.string)) and m.string}
    assert asked - done == set()
    assert done - asked == set()


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_translation_keeps_the_fields_of_the_text(book: Book, language: str) -> None:
    with po_file(book, language).open("rb") as file:
        catalog = read_po(file, locale=language)

    wrong = [
        (message.id, string)
        for message in catalog
        if message.id
        for string in texts(message.string)
        if sorted(FIELD.findall(string)) != sorted(FIELD.findall(texts(message.id)[-1]))
    ]
    assert wrong == []


def test_collecting_finds_texts_of_code_and_of_templates() -> None:
    asked = {message.id for message in collect(RESIDENTS)}

    assert {"Mitä haluaisit tehdä tänään?", "kerran", ("Löytyi %(total)s", "Löytyi %(total)s")} <= asked
