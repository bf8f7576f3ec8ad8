"""Supports and discounts that people in Helsinki often do not know (mission A5); a page each: `rights.py`."""

from __future__ import annotations

from collections.abc import Iterable

from tarjotin.common.languages import base_of
from tarjotin.web.resident.support import KINDS, Support
from tarjotin.web.resident.supports_daily import DAILY
from tarjotin.web.resident.supports_free_time import FREE_TIME
from tarjotin.web.resident.supports_money import MONEY

__all__ = ["KINDS", "SUPPORTS", "Support", "beside", "find_support"]

SUPPORTS: tuple[Support, ...] = (*FREE_TIME, *DAILY, *MONEY)


def beside(kinds: Iterable[str]) -> list[Support]:
    """The supports of any of these kinds, those that fit most of them first."""
    wanted = frozenset(kinds)
    found = [support for support in SUPPORTS if support.kinds & wanted]
    return sorted(found, key=lambda support: -len(support.kinds & wanted))


def find_support(slug: str, language: str) -> Support | None:
    """By the slug of this language; languages without their own have those of English."""
    base = base_of(language)
    return next((s for s in SUPPORTS if s.slugs.get(base, s.slugs["en"]) == slug), None)
