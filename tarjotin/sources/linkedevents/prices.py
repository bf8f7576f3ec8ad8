"""What an event costs: the offers, whose marks and texts often contradict each other, and the price groups. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from tarjotin.catalogue.records import PriceRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.linkedevents.fields import PREFERRED_LANGUAGES, REMEMBERED, in_order, masked, texts
from tarjotin.sources.price_items import EXTRA, amounts, says_free
from tarjotin.sources.prices import SAID_FREE_TEXT_PAID, Prices, one_each, price_of, told_prices
from tarjotin.sources.raw import mapping, rows
from tarjotin.sources.sums import Sum, read_sums

SAID_PAID_TEXT_FREE = "marked as not free without a sum, and the text says free"

_PAID_WORDS = re.compile(
    r"maksulli(?:nen|set|sia)|osallistumismaksu|pääsymaksu|kurssimaksu|pääsylip|sisäänpääsy\s+\d|\bliput?\b|\bhin(?:ta|nat)\b|\bmaksaa\b|"
    r"\binträde|\bavgift|deltagaravgift|kursavgift|\bbiljett|\bpriset?\b|avgiftsbelag|"
    r"entrance fee|admission fee|participation fee|course fee|\btickets?\b|\bprice\b|\bcosts\b",
    re.I,
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
    r"alle \d|under \d|laps(?:et|ille)|barn|child|eläkel|pension|kortilla|med kort|with a card|"
    r"jäsen|medlem|member|avustaj|saattaj|tyött|arbetslös|unemployed|opiskelij|student|"
    r"ensimmäi|kokeilu|tutustumisk|första gång|prova på|first (?:\w+ )?(?:times?|session|visit|class)|trial",
    re.I,
)
_TICKET = re.compile(
    r"pääsy|lippu|lipu|inträde|biljett|entrance|admission|ticket", re.I
)  # paid though the guide is free
_SENTENCE = re.compile(r"(?<=[^\d][.!?])\s+|\n+")


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
        return Prices(one_each(named))
    read = [_of_offer(_offer(row), words, per) for row in rows(offers)]
    if not any(each.records for each in read):
        read.append(_of_text(words, per, flags=_flags_of_silent(offers)))
    records = one_each(record for each in read for record in each.records)
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
    return alone if alone and EXTRA.search(text.replace(alone, "")) else text


def _of_offer(offer: _Offer, words: LocalisedText, per: str) -> Prices:
    """What the offer's words tell, then its mark."""
    if told := told_prices(offer.text, offer.marked_free, offer.note, per):
        return told
    if offer.marked_free:
        return _free_unless_text_names_a_fee(offer, words, per)
    if offer.note:
        return Prices((PriceRecord(per=per, is_free=offer.marked_free, note=offer.note),))
    return Prices()  # "not free" is what an empty form says: without a sum or a word it tells nothing


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
            return Prices(tuple(price_of(s.who, s.amount, s.per or per, note) for s in fee))
    free = (sentence for _, sentence in sentences if _FREE_ENTRY.search(sentence) and not _SOME_ONLY.search(sentence))
    if not only_fees and any(free):
        return Prices((PriceRecord(per=per, is_free=True, parsed=True),), flags)
    return Prices()


def _wordings(words: LocalisedText) -> list[tuple[str, str]]:
    tags = dict.fromkeys((*PREFERRED_LANGUAGES, *words.languages))
    return [(tag, words.get(tag)) for tag in tags if words.get(tag)]


def _fee(sentence: str) -> tuple[Sum, ...]:
    match = _PAID_WORDS.search(sentence)
    if not match or (says_free(sentence[: match.start()]) and not _TICKET.match(match[0])) or EXTRA.search(sentence):
        return ()
    found = read_sums(sentence[match.start() :][:160])
    return found if any(each.amount > 0 for each in found) else ()


def _flags_of_silent(offers: object) -> tuple[str, ...]:
    return (SAID_PAID_TEXT_FREE,) if any(row.get("is_free") is False for row in rows(offers)) else ()


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
