"""Sums of money in free text, and for whom each one is: "10/5 € (eläkeläiset, työttömät)". Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tarjotin.sources.price_items import DONATION, Item, clauses

REMEMBERED = 4096  # the same few texts come again and again
# What counts as everyone's price, the surest first; a price of a thing counts when there is no other.
_RANKS = ("everyone", "main", "range", "named", "extra")


@dataclass(frozen=True, slots=True)
class Sum:
    """What one group pays, for which period ("" = not told)."""

    who: str
    amount: Decimal
    per: str = ""
    is_extra: bool = False  # coffee, material: no price of the thing itself is told


@dataclass(frozen=True, slots=True)
class _Found:
    who: str
    amount: Decimal
    per: str
    rank: str


def is_donation(text: str) -> bool:
    return bool(DONATION.search(text))


@lru_cache(REMEMBERED)
def read_sums(text: str) -> tuple[Sum, ...]:
    """The sums by payer: at most one for each payer and period, the lowest of "39–48 €", the normal one of "5/3 €".

    What is free beside something that costs ("opastus maksuton, pääsylippu 18 €") makes nothing free.
    """
    found = list(_found_in(_with_choices(list(clauses(text)))))
    read: dict[tuple[str, str], Sum] = {}
    for who in dict.fromkeys(each.who for each in found):
        for each in _told([each for each in found if each.who == who]):
            known = read.setdefault((who, each.per), Sum(who, each.amount, each.per, each.rank == "extra"))
            read[who, each.per] = replace(known, amount=min(known.amount, each.amount))
    return tuple(read.values())


def _told(found: list[_Found]) -> list[_Found]:
    """Those of the surest rank; a sum before a free one; of extras, the first that is named."""
    best = min(found, key=lambda each: _RANKS.index(each.rank)).rank
    told = [each for each in found if each.rank == best]
    paid = [each for each in told if each.amount > 0]
    return (paid or told)[:1] if best == "extra" else paid or told


def _with_choices(text: list[list[Item]]) -> list[list[Item]]:
    """ "39–48 €, halvempi hinta työttömille" is the normal and the reduced price, not from–to."""
    if not any(item.reduces for items in text for item in items):
        return text
    return [[replace(item, is_choice=True) if item.is_range else item for item in items] for items in text]


def _found_in(text: list[list[Item]]) -> Iterator[_Found]:
    waiting: tuple[str, ...] = ()
    for number, items in enumerate(text):
        for place, item in enumerate(items):
            if item.amounts:
                yield from _priced(item, (*waiting, *item.who, *_named_after(text, number, place)))
                waiting = ()
            elif item.is_groups and (_comes_later(items, place) or item.opens):
                waiting = (*waiting, *item.who)
        if not items[-1].opens:
            waiting = ()


def _comes_later(items: list[Item], place: int) -> bool:
    """Does a sum follow in this clause, so that the groups named here are its payers?"""
    return not items[place].in_brackets and any(item.amounts and not item.in_brackets for item in items[place + 1 :])


def _named_after(text: list[list[Item]], number: int, place: int) -> tuple[str, ...]:
    """Groups named after their sum: those that no later sum of the clause takes; after "10/5 €" all that follow."""
    items = text[number]
    item, rest = items[place], items[place + 1 :]
    until = next((count for count, later in enumerate(rest) if later.amounts), len(rest))
    if item.is_choice:
        further = list(_groups_in_next_clauses(text[number + 1 :])) if until == len(rest) else []
        return tuple(
            who for later in (*rest[:until], *further) if later.is_groups or later.reduces for who in later.who
        )
    mine = [later for later in rest[:until] if later.is_groups and (until == len(rest) or later.in_brackets)]
    return tuple(who for later in mine for who in later.who)


def _groups_in_next_clauses(text: list[list[Item]]) -> Iterator[Item]:
    for items in text:
        if any(item.amounts for item in items):
            return
        yield from items


def _priced(item: Item, who: Iterable[str]) -> Iterator[_Found]:
    if item.what in ("trial", "donation", "others"):
        return
    groups = tuple(dict.fromkeys(who))
    reduced = [each for each in groups if each != "everyone"] if item.what != "extra" else []
    if item.is_choice or not reduced or "everyone" in groups:
        amount = max(item.amounts) if item.is_choice else min(item.amounts)
        yield _Found("everyone", amount, item.per, _rank(item, groups))
    yield from (_Found(each, min(item.amounts), item.per, "main") for each in reduced)


def _rank(item: Item, groups: tuple[str, ...]) -> str:
    if "everyone" in groups and item.what != "extra":
        return "everyone"
    return "range" if item.what == "main" and item.is_range else item.what
