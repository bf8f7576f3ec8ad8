"""What an event costs: the offers, whose marks and texts often contradict each other, and the price groups. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from tarjotin.catalogue.records import PriceRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.linkedevents.fields import PREFERRED_LANGUAGES, REMEMBERED, in_order, masked, texts
from tarjotin.sources.linkedevents.sums import Sum, amounts, is_donation, read_sums, says_free
from tarjotin.sources.raw import mapping, rows

SAID_FREE_TEXT_PAID = "marked as free, but the text names a sum"
SAID_PAID_PRICE_ZERO = "marked as not free, but the sum is 0"
SAID_PAID_TEXT_FREE = "marked as not free without a sum, and the text says free"

_PAID_WORDS = re.compile(
    r"maksulli(?:nen|set|sia)|osallistumismaksu|pääsymaksu|kurssimaksu|pääsylip|sisäänpääsy\s+\d|\bliput?\b|\bhin(?:ta|nat)\b|\bmaksaa\b|"
    r"\binträde|\bavgift|deltagaravgift|kursavgift|\bbiljett|\bpriset?\b|avgiftsbelag|"
    r"entrance fee|admission fee|participation fee|course fee|\btickets?\b|\bprice\b|\bcosts\b",
    re.I,
)
_EXTRA_WORDS = re.compile(
    r"materiaali|tarvike|kahvi|lounas|ruoka|material|kaffe|lunch|coffee|food|vuokra|hyra|rental", re.I
)
_FREE_ENTRY = re.compile(
    r"(?:osallistumi\w+|tapahtuma\w*|tilaisuu\w+|pääsy|sisäänpääsy|kurssi|ryhmä|toiminta|työpaja|työpajat|konsertti|opastus|kerho)"
    r"\W+(?:\w+\W+){0,2}(?:maksut(?:on|onta)|ilmai(?:nen|sta|set))\b|"
    r"(?:^|[.!?\n]\s*)(?:maksuton|ilmainen|vapaa pääsy|gratis|fritt inträde|fri entré|free admission|free entry)\b|"
    r"vapaa pääsy|fritt inträde|fri entré|(?:är|deltagandet är) (?:gratis|avgiftsfri\w*|kostnadsfri\w*)|"
    r"free (?:of charge|admission|entry|event)|(?:is|are) free\b(?! to| from)",
    re.I,
)
_SOME_ONLY = re.compile(
    r"alle \d|under \d|laps(?:et|ille)|barn|child|eläkel|pension|kortilla|med kort|with a card", re.I
)
_SENTENCE = re.compile(r"(?<=[^\d][.!?])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices by payer; none at all means that the price is not told."""

    records: tuple[PriceRecord, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Offer:
    marked_free: bool | None
    note: LocalisedText
    text: str  # the wording that is read, Finnish first


def read_prices(offers: object, words: LocalisedText, *, per: str = "time", groups: object = None) -> Prices:
    """The prices of an event: structured groups first, then the offers' texts, their marks, last the event's text."""
    named = _price_groups(groups) + tuple(
        record for row in rows(offers) for record in _price_groups(row.get("offer_price_groups"))
    )
    if named:
        return Prices(_one_each(named))
    read = [_of_offer(_offer(row), words, per) for row in rows(offers)]
    if not any(each.records for each in read):
        read.append(_of_text(words, per, flags=_flags_of_silent(offers)))
    records = _one_each(record for each in read for record in each.records)
    return Prices(records, tuple(dict.fromkeys(flag for each in read for flag in each.flags)))


def _offer(row: dict[str, Any]) -> _Offer:
    note = _joined(masked(row.get("price"))[0], masked(row.get("description"))[0])
    price, description = texts(row.get("price")), texts(row.get("description"))
    marked = row.get("is_free")
    readings = [". ".join(filter(None, (price.get(tag), description.get(tag)))) for tag in ("fi", "sv", "en")]
    readings += in_order(note)
    text = next(
        (reading for reading in readings if amounts(reading) or says_free(reading)), next(iter(in_order(note)), "")
    )
    return _Offer(marked if isinstance(marked, bool) else None, note, _priced_part(price, text))


def _priced_part(price: dict[str, str], text: str) -> str:
    """The price field alone when it has a sum and the rest names extras: "Hinta sisältää materiaalit"."""
    alone = next((value for value in price.values() if amounts(value)), "")
    return alone if alone and _EXTRA_WORDS.search(text.replace(alone, "")) else text


def _of_offer(offer: _Offer, words: LocalisedText, per: str) -> Prices:
    """A sum in the text wins over the mark; a word for "free" beside extras ("kahvi 2 €") keeps it free."""
    found = read_sums(offer.text)
    paid = any(sum_.amount > 0 and sum_.who == "everyone" for sum_ in found)
    if is_donation(offer.text):
        return Prices((PriceRecord(per="donation", is_free=True, note=offer.note, parsed=True),))
    if found and not (says_free(offer.text) and _EXTRA_WORDS.search(offer.text)):
        flags = _contradictions(offer, paid=paid, only_zero=all(sum_.amount == 0 for sum_ in found))
        if offer.marked_free and not paid and any(sum_.amount > 0 for sum_ in found):
            return Prices((PriceRecord(per=per, is_free=True, note=offer.note),))
        return Prices(tuple(_record(s.who, s.amount, s.per or per, offer.note) for s in found), flags)
    if says_free(offer.text):
        return Prices((PriceRecord(per=per, is_free=True, note=offer.note, parsed=not offer.marked_free),))
    if offer.marked_free:
        return _free_unless_text_names_a_fee(offer, words, per)
    if offer.note:
        return Prices((PriceRecord(per=per, is_free=offer.marked_free, note=offer.note),))
    return Prices()  # "not free" is what an empty form says: without a sum or a word it tells nothing


def _contradictions(offer: _Offer, *, paid: bool, only_zero: bool) -> tuple[str, ...]:
    if offer.marked_free and paid:
        return (SAID_FREE_TEXT_PAID,)
    return (SAID_PAID_PRICE_ZERO,) if offer.marked_free is False and only_zero else ()


def _free_unless_text_names_a_fee(offer: _Offer, words: LocalisedText, per: str) -> Prices:
    read = _of_text(words, per, only_fees=True)
    if read.records:
        return Prices(read.records, (SAID_FREE_TEXT_PAID,))
    return Prices((PriceRecord(per=per, is_free=True, note=offer.note),))


@lru_cache(REMEMBERED)
def _of_text(words: LocalisedText, per: str, *, only_fees: bool = False, flags: tuple[str, ...] = ()) -> Prices:
    """The price out of the event's own text: a sentence with a word for a fee and a sum, or a clear "free"."""
    sentences = [(language, each.strip()) for language, text in _wordings(words) for each in _SENTENCE.split(text)]
    for language, sentence in sentences:
        if fee := _fee(sentence):
            note = LocalisedText.of({language: sentence})
            return Prices(tuple(_record(s.who, s.amount, s.per or per, note) for s in fee))
    free = (sentence for _, sentence in sentences if _FREE_ENTRY.search(sentence) and not _SOME_ONLY.search(sentence))
    if not only_fees and any(free):
        return Prices((PriceRecord(per=per, is_free=True, parsed=True),), flags)
    return Prices()


def _wordings(words: LocalisedText) -> list[tuple[str, str]]:
    tags = dict.fromkeys((*PREFERRED_LANGUAGES, *words.languages))
    return [(tag, words.get(tag)) for tag in tags if words.get(tag)]


def _fee(sentence: str) -> tuple[Sum, ...]:
    match = _PAID_WORDS.search(sentence)
    if not match or says_free(sentence[: match.start()]) or _EXTRA_WORDS.search(sentence):
        return ()
    found = read_sums(sentence[match.start() :][:160])
    return found if any(each.amount > 0 for each in found) else ()


def _flags_of_silent(offers: object) -> tuple[str, ...]:
    return (SAID_PAID_TEXT_FREE,) if any(row.get("is_free") is False for row in rows(offers)) else ()


def _record(who: str, amount: Decimal, per: str, note: LocalisedText) -> PriceRecord:
    if amount == 0:
        return PriceRecord(who=who, per=per, is_free=True, note=note, parsed=True)
    return PriceRecord(who=who, amount=amount, per=per, is_free=False, note=note, parsed=True)


_GROUPS = (
    ("pensioner", r"eläkel|senior|pension"),
    ("unemployed", r"työtön|työttöm|arbetslös|unemployed"),
    ("student", r"opiskelij|stud"),
    ("child", r"laps|laste|barn|child|nuor|ungdom|youth"),
)


def _price_groups(groups: object) -> tuple[PriceRecord, ...]:
    """The price groups of the sign-up, as they are told: no text to read a sum out of."""
    found = []
    for row in rows(groups):
        label, _ = masked(mapping(row.get("price_group")).get("description") or row.get("description"))
        if (amount := _decimal(row.get("price"))) is not None:
            words = " ".join(in_order(label))
            who = next((name for name, pattern in _GROUPS if re.search(pattern, words, re.I)), "everyone")
            free = amount == 0
            found.append(PriceRecord(who=who, amount=None if free else amount, per="once", is_free=free, note=label))
    return tuple(found)


def _decimal(value: object) -> Decimal | None:
    try:
        amount = Decimal(str(value)) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else None
    except InvalidOperation:
        return None
    return (
        amount.quantize(Decimal("0.01"))
        if amount is not None and amount.is_finite() and 0 <= amount < 100_000
        else None
    )


def _joined(price: LocalisedText, description: LocalisedText) -> LocalisedText:
    tags = dict.fromkeys((*price.languages, *description.languages))
    pairs = {tag: list(dict.fromkeys(filter(None, (price.get(tag), description.get(tag))))) for tag in tags}
    return LocalisedText.of({tag: "\n".join(found) for tag, found in pairs.items()}) if pairs else EMPTY


def _one_each(records: Iterable[PriceRecord]) -> tuple[PriceRecord, ...]:
    """One price for each payer and period: the lowest one, as the "from" price it is."""
    kept: dict[tuple[str, str], PriceRecord] = {}
    for record in records:
        key = (record.who, record.per)
        if key not in kept or (record.amount or 0) < (kept[key].amount or 0):
            kept[key] = record
    return tuple(kept.values())
