"""What it costs: "free" or "paid", and a sum only where the words hold exactly one."""

from __future__ import annotations

import re
from decimal import Decimal

from tarjotin.catalogue.records import PriceRecord
from tarjotin.common.text import LocalisedText, Wording

_NUMBER = r"(\d{1,4}(?:[.,]\d{1,2})?)"
# Not the end or the beginning of a range: "0–5 euroa", "5/8 €".
_SUM = re.compile(rf"(?<![\d.,/–-]){_NUMBER}\s?(?:€|e\b|eur\b|euro)|€\s?{_NUMBER}(?![\d.,/–-])", re.I)
_PER = (
    ("month", re.compile(r"kuukau|/\s?kk|\bkk\b|månad|month", re.I)),
    ("term", re.compile(r"lukukau|\bkausi|kaudelt|kurssi|termin|term\b|course", re.I)),
    ("year", re.compile(r"vuode|vuosi|\bår|year|jäsenmaksu", re.I)),
)


def prices_of(words: list[str], note: LocalisedText) -> tuple[PriceRecord, ...]:
    if not words and not note:
        return ()
    if words == ["free"]:
        return (PriceRecord(is_free=True, note=note),)
    is_free = False if words == ["paid"] else None
    found = next(filter(None, (_only_sum(wording.text) for wording in _finnish_first(note))), None)
    if is_free is None or found is None:
        return (PriceRecord(is_free=is_free, note=note),)
    amount, per = found
    return (PriceRecord(amount=amount, per=per, is_free=amount == 0, note=note, parsed=True),)


def _finnish_first(note: LocalisedText) -> list[Wording]:
    return sorted(note.wordings, key=lambda wording: wording.language != "fi")


def _only_sum(said: str) -> tuple[Decimal, str] | None:
    sums = {(match[1] or match[2]).replace(",", ".") for match in _SUM.finditer(said)}
    if len(sums) != 1:
        return None
    per = next((name for name, pattern in _PER if pattern.search(said)), "time")
    return Decimal(sums.pop()), per
