"""What the words of an event tell beside its fields: cancelled, by appointment, for which age. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tarjotin.common.text import LocalisedText
from tarjotin.sources.linkedevents.fields import REMEMBERED

_CANCELLED = re.compile(
    r"^\W*(?:on\s+)?(peruttu|peruutettu|perutaan|inställ[td]|inställda|cancelled|canceled)\b[\s!:.,–—-]*"
    r"|[\s(–—-]+(?:on\s+)?(peruttu|peruutettu|inställ[td]|cancelled|canceled)\W*$",
    re.I,
)
_BY_ARRANGEMENT = re.compile(
    r"sopimuksen mukaan|erikseen sovit|sovittavana ajan|sovittuna ajan|sovi(?:taan)? (?:oma )?aika|"
    r"ajanvarauksella|varaa (?:oma )?aika|"
    r"enligt (?:överenskommelse|avtal)|med tidsbokning|tidsbeställning|boka (?:en )?tid|"
    r"by (?:appointment|arrangement|agreement)|book (?:an appointment|your time|a time)",
    re.I,
)
_NO_CARD = re.compile(
    r"\bei (?:tarvita|tarvitse|tarvi|vaadita|edellytä) (?:\w+ )?palvelukeskuskort|"
    r"palvelukeskuskorttia ei (?:tarv|vaad)|"
    r"(?:inget|utan) servicecentralskort|no service cent(?:er|re) card|without a service cent(?:er|re) card",
    re.I,
)
_CARD = re.compile(r"palvelukeskuskort|servicecentralskort|service cent(?:er|re) card", re.I)
_EXHIBITION = re.compile(r"näyttely|utställning|exhibition", re.I)
_AGE_RANGE = re.compile(
    r"(?<![\d.:])(\d{1,2})\s*(kk)?\s*[-–—]\s*(\d{1,2})[\s-]*(?:v\b\.?|vuoti|år\b|åring|years?\b|yrs?\b)(?!\.?\d)", re.I
)
_AGE_FROM = re.compile(
    r"(?<!\d)(?:yli (\d{2})[\s-]*(?:v\b|vuoti)|(\d{2})\s?\+|\+\s?(\d{2})(?!\d)|över (\d{2}) år|over (\d{2})s?\b)", re.I
)
_AGE_TO = re.compile(
    r"(?<!\d)(?:alle (\d{1,2})[\s-]*(?:v\b|vuoti)|under (\d{1,2}) (?:år|years))"
    r"(?![^,;]{0,25}(?:ilmai|maksu|vapaa|gratis|free))",
    re.I,
)
_ENGLISH = frozenset(
    re.findall(r"\w+", "the and of to is for with you we are this your our in at from will be come join all")
)
_FINNISH = frozenset(
    re.findall(r"\w+", "ja on ei se että voi kun tai sekä myös klo mukaan ovat joka tule kaikki osallistu ry")
)


def without_cancelled(name: str) -> tuple[str, bool]:
    """The name without "PERUTTU", "INSTÄLLT" or "CANCELLED" at its start or end, and whether it said so."""
    rest = _CANCELLED.sub("", name).strip()
    return (rest or name, True) if rest != name.strip() else (name, False)


def is_by_arrangement(texts: Iterable[str]) -> bool:
    return any(_BY_ARRANGEMENT.search(text) for text in texts)


@lru_cache(REMEMBERED)
def needs_service_centre_card(texts: tuple[str, ...]) -> bool:
    found = [text for text in texts if _CARD.search(text)]
    return bool(found) and not any(_NO_CARD.search(text) for text in found)


def is_exhibition(texts: Iterable[str]) -> bool:
    return any(_EXHIBITION.search(text) for text in texts)


def ages(title: str) -> tuple[int | None, int | None]:
    """The lowest and highest age a title names: "13–18 v", "3 kk–4 v", "yli 65-vuotiaille", "60+"."""
    if found := _AGE_RANGE.search(title):
        low, high = 0 if found[2] else int(found[1]), int(found[3])
        return (low, high) if low <= high else (None, None)
    low_match, high_match = _AGE_FROM.search(title), _AGE_TO.search(title)
    low_text = next(filter(None, low_match.groups()), "") if low_match else ""
    high_text = next(filter(None, high_match.groups()), "") if high_match else ""
    return int(low_text) if low_text else None, int(high_text) - 1 if int(high_text or 0) > 1 else None


@lru_cache(REMEMBERED)
def seems_english(text: str) -> bool:
    """Does a text look English, wherever it stands? A hint for people, never a rewrite."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    english, finnish = sum(word in _ENGLISH for word in words), sum(word in _FINNISH for word in words)
    return len(words) >= 12 and english >= 4 and english > 3 * finnish


def strip_cancelled(name: LocalisedText) -> tuple[LocalisedText, bool]:
    """The name without its mark of cancellation in every language, and whether any language had one."""
    cancelled = any(without_cancelled(wording.text)[1] for wording in name.wordings)
    return name.map(lambda text: without_cancelled(text)[0]), cancelled
