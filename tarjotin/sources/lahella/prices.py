"""What it costs: "free" or "paid", and the sums that the words beside it tell."""

from __future__ import annotations

from tarjotin.catalogue.records import PriceRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.prices import Prices, told_prices

_MARKS: dict[tuple[str, ...], bool] = {("free",): True, ("paid",): False}


def prices_of(words: list[str], note: LocalisedText) -> Prices:
    """Both marks or none leave open who pays: then the words stand as they are."""
    if not words and not note:
        return Prices()
    marked_free = _MARKS.get(tuple(words))
    told = told_prices(_first(note), marked_free, note, "time") if marked_free is not None else None
    return told or Prices((PriceRecord(is_free=marked_free, note=note),))


def _first(note: LocalisedText) -> str:
    wording = note.in_language("fi")
    return wording.text if wording else ""
