"""Collect the interface's texts from code and templates, and bring the translation files up to them.

    python -m scripts.messages            # update tarjotin/web/locale/*/LC_MESSAGES/django.po

Needs no gettext tools: Django turns a template into something Babel can read.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tarjotin"
LOCALE = PACKAGE / "web" / "locale"
TRANSLATED = ("sv", "en")  # Finnish is the language of the source

# What residents read. Staff pages and the sources' own labels are in Finnish only.
READ = ("catalogue", "common", "search", "web")
LEFT_OUT = ("web/staff", "web/locale", "migrations")
HEADER = "# The residents' pages. The source language is Finnish; collected by scripts/messages.py."
KEYWORDS = {**DEFAULT_KEYWORDS, "gettext_lazy": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2)}


def files() -> Iterator[Path]:
    for package in READ:
        for path in sorted((PACKAGE / package).rglob("*")):
            if path.suffix in {".py", ".html"} and not any(part in path.as_posix() for part in LEFT_OUT):
                yield path


def collect() -> Catalog:
    """All texts, each with the files it stands in."""
    catalog = Catalog(project="Tarjotin", charset="utf-8")
    for path in files():
        source = path.read_text(encoding="utf-8")
        code = _as_code(source, path) if path.suffix == ".html" else source
        lines = io.BytesIO(code.encode())
        for _line, message, comments, context in extract("python", lines, KEYWORDS, ["Translators:"]):
            place = (path.relative_to(ROOT).as_posix(), 0)
            catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def _as_code(template: str, path: Path) -> str:
    """The texts of a template as calls Babel can read; the indentation of the markup is none of Python's."""
    return "\n".join(line.strip() for line in templatize(template, origin=str(path)).splitlines())


def po_file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def update(language: str) -> Catalog:
    """The translations of a language with what is new in them still empty, and what is gone left out."""
    path = po_file(language)
    catalog = Catalog(locale=language, project="Tarjotin", header_comment=HEADER, fuzzy=False)
    if path.exists():
        with path.open("rb") as old:
            catalog = read_po(old, locale=language)
    catalog.update(collect(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    return catalog


def main() -> None:
    for language in TRANSLATED:
        catalog = update(language)
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as new:
            write_po(new, catalog, sort_output=True, include_lineno=False, width=120, omit_header=False)
        missing = sum(1 for message in catalog if message.id and not message.string)
        print(f"{path.relative_to(ROOT)}: {len(catalog)} texts, {missing} without a translation")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
