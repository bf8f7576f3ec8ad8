"""What something costs, out of a mark ("free") and the words beside it, which often contradict each other. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tarjotin.catalogue.records import PriceRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.sums import Sum, is_donation, read_sums

SAID_FREE_TEXT_PAID = "marked as free, but the text names a sum"
SAID_PAID_PRICE_ZERO = "marked as not free, but the sum is 0"


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices by payer; none at all means that the price is not told."""

    records: tuple[PriceRecord, ...] = ()
    flags: tuple[str, ...] = ()


def told_prices(text: str, marked_free: bool | None, note: LocalisedText, per: str) -> Prices | None:
    """A sum in the text wins over the mark; None when the text tells neither a sum nor that it is free."""
    found = read_sums(text)
    paid = any(sum_.amount > 0 and sum_.who == "everyone" and not sum_.is_extra for sum_ in found)
    if is_donation(text) and not paid:
        return Prices((PriceRecord(per="donation", is_free=True, note=note, parsed=True),))
    if not found:
        return None
    if marked_free and not paid:  # the rest are groups and extras: "lapset 2 €", "kahvi 2 €"
        return Prices((PriceRecord(per=per, is_free=True, note=note),))
    records = tuple(price_of(sum_.who, sum_.amount, sum_.per or per, note) for sum_ in found)
    return Prices(records, tuple(_contradictions(marked_free, found)))


def price_of(who: str, amount: Decimal, per: str, note: LocalisedText) -> PriceRecord:
    """A price read out of words."""
    if amount == 0:
        return PriceRecord(who=who, per=per, is_free=True, note=note, parsed=True)
    return PriceRecord(who=who, amount=amount, per=per, is_free=False, note=note, parsed=True)


def one_each(records: Iterable[PriceRecord]) -> tuple[PriceRecord, ...]:
    """One price for each payer and period: the lowest one, as the "from" price it is."""
    kept: dict[tuple[str, str], PriceRecord] = {}
    for record in records:
        key = (record.who, record.per)
        if key not in kept or (record.amount or 0) < (kept[key].amount or 0):
            kept[key] = record
    return tuple(kept.values())


def _contradictions(marked_free: bool | None, found: Iterable[Sum]) -> Iterator[str]:
    if marked_free:
        yield SAID_FREE_TEXT_PAID
    elif marked_free is False and any(sum_.who == "everyone" and sum_.amount == 0 for sum_ in found):
        yield SAID_PAID_PRICE_ZERO
