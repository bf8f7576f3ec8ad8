"""Prices as people write them, and who pays less."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.catalogue.models import Price
from tarjotin.web.formats.dates import locale_of
from tarjotin.web.formats.ltr import ltr
from tarjotin.web.formats.texts import wording

WHO = {
    "everyone": gettext_lazy("kaikille"),
    "adult": gettext_lazy("aikuiset"),
    "pensioner": gettext_lazy("eläkkeellä olevat"),
    "unemployed": gettext_lazy("työtä hakevat"),
    "student": gettext_lazy("opiskelijat"),
    "child": gettext_lazy("lapset"),
    "card": gettext_lazy("alennuskortilla"),
    "member": gettext_lazy("jäsenet"),
}
SHORT_NOTE = 30  # words that a sum was read from are worth showing only when they hold more than the sum
PER = {
    "time": gettext_lazy("kerta"),
    "month": gettext_lazy("kuukausi"),
    "term": gettext_lazy("lukukausi"),
    "year": gettext_lazy("vuosi"),
}


def euros(amount: Decimal, language: str) -> str:
    """ "7 €", "7,50 €"; in English "€7.50"."""
    pattern = "#,##0" if amount == amount.to_integral_value() else "#,##0.00"
    digits = format_decimal(amount, format=pattern, locale=locale_of(language))
    return f"€{digits}" if language == "en" else f"{digits}\N{NO-BREAK SPACE}€"


def price_line(price: Price, language: str) -> SafeString:
    """Who pays what, and the organiser's own words where they add something."""
    said, note = who_pays_what(price, language), wording(price.note, language)
    if not said:
        return note
    if not note or (price.parsed and len(str(price.note)) < SHORT_NOTE):
        return said
    if _bare(note).startswith(f"{_bare(said)} "):
        return note  # the organiser's words begin with the sum
    return format_html("{}. {}", said, note)


def _bare(html: SafeString) -> str:
    return strip_tags(html).replace("\N{NO-BREAK SPACE}", " ").casefold()


def who_pays_what(price: Price, language: str) -> SafeString:
    """ "Opiskelijat: 3,50 €", or nothing when neither a sum nor "free" is told."""
    if _is_free(price):
        said = format_html("{}", _("Vapaaehtoinen maksu") if price.per == "donation" else _("Maksuton"))
    elif price.amount is not None:
        said = _sum(price, language)
    else:
        return SafeString("")
    if price.who == "everyone" or price.who not in WHO:
        return said
    return format_html("{}: {}", str(WHO[price.who]).capitalize(), said)


def short_price(prices: Iterable[Price], language: str) -> SafeString | str:
    """The price on a card: free, or what everybody pays and what it is at its lowest."""
    prices = list(prices)
    if not prices:
        return _("Hintaa ei ole kerrottu")
    if any(_is_free(price) for price in prices if price.who == "everyone"):
        return _("Maksuton")
    told = [price for price in prices if price.amount is not None]
    if not told:
        return _("Maksuton osalle") if any(map(_is_free, prices)) else _("Maksullinen, katso hinta")
    return _cheapest(told, language, free_for_some=any(map(_is_free, prices)))


def _cheapest(told: list[Price], language: str, *, free_for_some: bool) -> SafeString:
    usual = next((price for price in told if price.who in {"everyone", "adult"}), told[0])
    lowest = min(told, key=lambda price: price.amount or Decimal(0))
    said = _sum(usual, language)
    if free_for_some:
        return format_html(_("{}, osalle maksuton"), said)
    if lowest.amount is not None and usual.amount is not None and lowest.amount < usual.amount:
        return format_html(_("{}, alennettu {}"), said, ltr(euros(lowest.amount, language)))
    return said


def _is_free(price: Price) -> bool:
    return bool(price.is_free) or price.amount == 0


def _sum(price: Price, language: str) -> SafeString:
    said = ltr(euros(price.amount or Decimal(0), language))
    return format_html("{} / {}", said, PER[price.per]) if price.per in PER and price.per != "time" else said
