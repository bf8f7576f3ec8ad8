"""Collect the interface's texts from code and templates, and bring the translation files up to them.

    python -m scripts.messages            # update django.po in tarjotin/{web,sources}/locale/*/LC_MESSAGES/

Needs no gettext tools: Django turns a template into something Babel can read.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tarjotin"
# Finnish is the language of the source. The staff pages are read by the city's own people.
TRANSLATED = ("fi_Simple", "sv", "en", "et", "ru", "uk", "ar", "so", "fa")
STAFF_LANGUAGES = ("sv", "en")

KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "later": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}


@dataclass(frozen=True, slots=True)
class Book:
    """Texts that are translated together: who reads them, where they stand, where their translations are."""

    name: str
    locale: Path
    read: tuple[str, ...]
    left_out: tuple[str, ...] = ()
    languages: tuple[str, ...] = TRANSLATED


RESIDENTS = Book(
    "The residents' pages",
    PACKAGE / "web" / "locale",
    ("catalogue", "common", "people", "search", "web"),
    ("web/staff", "web/admin", "web/locale", "migrations"),
)
STAFF = Book(
    "The staff pages", PACKAGE / "sources" / "locale", ("sources", "web/staff"), ("migrations",), STAFF_LANGUAGES
)
BOOKS = (RESIDENTS, STAFF)
TRANSLATIONS = [(book, language) for book in BOOKS for language in book.languages]


def files(book: Book) -> Iterator[Path]:
    for package in book.read:
        for path in sorted((PACKAGE / package).rglob("*")):
            if path.suffix in {".py", ".html", ".txt"} and not any(part in path.as_posix() for part in book.left_out):
                yield path


def collect(book: Book) -> Catalog:
    """All texts of a book, each with the files it stands in."""
    catalog = Catalog(project="Tarjotin", charset="utf-8")
    for path in files(book):
        source = path.read_text(encoding="utf-8")
        code = source if path.suffix == ".py" else _as_code(source, path)
        lines = io.BytesIO(code.encode())
        for _line, message, comments, context in extract("python", lines, KEYWORDS, ["Translators:"]):
            place = (path.relative_to(ROOT).as_posix(), 0)
            catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def _as_code(template: str, path: Path) -> str:
    """The texts of a template as calls Babel can read; the indentation of the markup is none of Python's."""
    return "\n".join(line.strip() for line in templatize(template, origin=str(path)).splitlines())


def po_file(book: Book, language: str) -> Path:
    return book.locale / language / "LC_MESSAGES" / "django.po"


def plurals_of(language: str) -> str:
    """The locale whose plural forms a translation takes: plain Finnish has those of Finnish."""
    return language.split("_")[0]


def update(book: Book, language: str) -> Catalog:
    """The translations of a language with what is new in them still empty, and what is gone left out."""
    path = po_file(book, language)
    header = f"# {book.name}. The source language is Finnish; collected by scripts/messages.py."
    catalog = Catalog(locale=plurals_of(language), project="Tarjotin", header_comment=header, fuzzy=False)
    if path.exists():
        with path.open("rb") as old:
            catalog = read_po(old, locale=plurals_of(language))
    catalog.update(collect(book), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def main() -> None:
    for book, language in TRANSLATIONS:
        catalog = update(book, language)
        path = po_file(book, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as new:
            write_po(new, catalog, sort_output=True, include_lineno=False, width=120, omit_header=False)
        missing = sum(1 for message in catalog if message.id and not message.string)
        print(f"{path.relative_to(ROOT)}: {len(catalog)} texts, {missing} without a translation")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
