"""What templates need from `formats/`: each filter writes for the language that is active."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tarjotin.common.languages import OWN_NAMES
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats import dates, lists, phones, texts
from tarjotin.web.formats.languages import language_list
from tarjotin.web.formats.ltr import ltr as as_ltr
from tarjotin.web.resident.boxes import boxes, choices
from tarjotin.web.symbols import PATHS

register = template.Library()
register.filter(boxes)
register.filter(choices)


def _language() -> str:
    return get_language() or "fi"


@register.filter
def wording(text: LocalisedText) -> SafeString:
    """A text of the catalogue inside a line; in another language it says so to machines."""
    return texts.wording(text, _language())


@register.filter
def paragraphs(text: LocalisedText) -> SafeString:
    """A text of the catalogue as paragraphs, with its links."""
    return texts.paragraphs(text, _language())


@register.filter
def plain(text: LocalisedText) -> str:
    """A text of the catalogue for a title or an attribute."""
    return texts.plain_wording(text, _language())


@register.filter
def web_address(text: LocalisedText) -> str:
    """An address to link to, or nothing when it is none."""
    address = texts.plain_wording(text, _language())
    return address if is_web_address(address) else ""


@register.filter
def is_web_address(address: str) -> bool:
    return address.startswith(("https://", "http://"))


@register.filter
def host(address: str) -> str:
    """The part of an address people recognise."""
    return address.split("://", 1)[-1].split("/", 1)[0].removeprefix("www.")


@register.filter
def ltr(value: object) -> SafeString:
    return as_ltr(value)


@register.filter
def tel(number: str) -> SafeString:
    return phones.link(number)


@register.filter
def readable_phone(number: str) -> SafeString:
    return as_ltr(phones.readable(number))


@register.filter
def clock(at: time | datetime) -> SafeString:
    moment = to_helsinki(at).time() if isinstance(at, datetime) else at
    return dates.clock_span(moment, None, _language())


@register.filter
def day(on: date | datetime) -> SafeString:
    return dates.day(to_helsinki(on).date() if isinstance(on, datetime) else on, _language())


@register.filter
def long_date(on: date | datetime) -> SafeString:
    return dates.long_date(to_helsinki(on).date() if isinstance(on, datetime) else on, _language())


@register.filter
def own_name(language: str) -> str:
    return OWN_NAMES[language]


@register.filter
def language_names(tags: list[str]) -> str:
    """Languages by name, in the reader's language: "suomi, ruotsi"."""
    return language_list(tags, _language())


@register.simple_tag
def symbol(name: str) -> SafeString:
    """A picture beside its word; machines skip it."""
    return format_html('<svg class="symbol" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>', PATHS[name])


@register.filter
def listed(names: Iterable[object]) -> str:
    """Names in a row, with the comma of the page's language."""
    return lists.listed(names)
