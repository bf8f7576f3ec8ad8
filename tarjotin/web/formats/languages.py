"""Names of languages in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import gettext as _

from tarjotin.common.languages import OWN_NAMES
from tarjotin.web.formats.dates import locale_of

SIGN_LANGUAGES = frozenset({"fse", "fss", "sgn", "sign"})


def language_name(tag: str, language: str) -> str:
    """ "suomi" for a Finnish reader, "finska" for a Swedish one; the tag itself when nobody knows it."""
    if tag in SIGN_LANGUAGES:
        return _("viittomakieli")
    if tag == "fi-simple":
        return _("selkeä suomi")
    return _written_out(tag, language)


@lru_cache(maxsize=1_000)
def _written_out(tag: str, language: str) -> str:
    try:
        name = Locale.parse(tag, sep="-").get_display_name(locale_of(language))
    except (UnknownLocaleError, ValueError):
        name = locale_of(language).languages.get(tag)
    return name or OWN_NAMES.get(tag, tag)


def language_list(tags: Iterable[str], language: str) -> str:
    return ", ".join(dict.fromkeys(language_name(tag, language) for tag in tags))
