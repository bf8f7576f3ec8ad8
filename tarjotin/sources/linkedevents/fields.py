"""Reading single values of a Linked Events answer, whatever they turn out to be. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urlsplit

from tarjotin.common.languages import SOURCE_TAGS
from tarjotin.common.text import LocalisedText
from tarjotin.sources.cleaning import mask_personal, plain, web_address

SOURCE_NAME = "linkedevents"
PREFERRED_LANGUAGES = ("fi", "sv", "en")


def texts(value: object) -> dict[str, str]:
    """The plain wordings of a multilingual object by language; a bare text counts as Finnish."""
    if isinstance(value, str):
        value = {"fi": value}
    if not isinstance(value, dict):
        return {}
    told = {tag: text for tag, text in value.items() if isinstance(tag, str) and isinstance(text, str)}
    cleaned = {SOURCE_TAGS.get(tag, tag): _plain(text) for tag, text in told.items()}
    return {tag: text for tag, text in cleaned.items() if text}


# The sessions of a series repeat its texts: each is cleaned, and read by the rules, once.
REMEMBERED = 4096
_plain = lru_cache(REMEMBERED)(plain)
_masked = lru_cache(REMEMBERED)(mask_personal)


def localised(value: object) -> LocalisedText:
    return LocalisedText.of(texts(value))


def masked(value: object) -> tuple[LocalisedText, bool]:
    """The wordings without personal e-mail addresses, and whether there was one."""
    pairs = {tag: _masked(text) for tag, text in texts(value).items()}
    return LocalisedText.of({tag: text for tag, (text, _) in pairs.items()}), any(was for _, was in pairs.values())


def addresses(value: object) -> LocalisedText:
    """The web addresses by language; what is no http address is left out."""
    return LocalisedText.of({tag: web_address(text) for tag, text in texts(value).items()})


def in_order(text: LocalisedText) -> list[str]:
    """The texts, Finnish first: rules read the language people wrote in, before its translations."""
    by_language = {wording.language: wording.text for wording in text.wordings}
    return [by_language[tag] for tag in dict.fromkeys((*PREFERRED_LANGUAGES, *by_language)) if tag in by_language]


def reference(value: object) -> str:
    """The id behind `{"@id": "…/place/tprek:8254/?format=json"}`, an expanded object, an address or a bare id.

    `replaced_by` is joined in `fetch` where the source answered with another thing than the one asked for.
    """
    if isinstance(value, dict):
        value = value.get("replaced_by") or value.get("id") or value.get("@id")
    return _last_part(value) if isinstance(value, str) else ""


@lru_cache(REMEMBERED)
def _last_part(address: str) -> str:
    try:
        path = urlsplit(address).path if "/" in address else address
    except ValueError:
        return ""
    return unquote(path.rstrip("/").rpartition("/")[2]).strip()


def references(value: object) -> tuple[str, ...]:
    """The ids of a list of references, each once, in their order."""
    return tuple(dict.fromkeys(found for each in rows_or_values(value) if (found := reference(each))))


def rows_or_values(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def whole(value: object, *, most: int = 100_000) -> int | None:
    """A whole number from 0 to `most`, else nothing."""
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= most else None


def word(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def moment(value: object) -> datetime | None:
    """An ISO time as UTC, to the minute; a time without a zone is UTC, as all times of this source."""
    if not isinstance(value, str) or "T" not in value:
        return None
    try:
        read = datetime.fromisoformat(value.strip())
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC).replace(second=0, microsecond=0)
    except (ValueError, OverflowError):
        return None
