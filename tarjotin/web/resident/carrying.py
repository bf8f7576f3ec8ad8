"""A list to carry along: its code, a short address, a square to photograph, text messages, a calendar to follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import Activity, Place, Service
from tarjotin.catalogue.models.session import SessionState
from tarjotin.guidance.codes import shown_code
from tarjotin.web.formats import dates, phones, sms
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.ltr import ltr
from tarjotin.web.formats.plain import as_text
from tarjotin.web.formats.texts import plain_wording, wording
from tarjotin.web.resident.addresses import absolute
from tarjotin.web.resident.my_list_entries import Entry

QUIET_ZONE = 4
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Message:
    """A link that opens the phone's messages, and how many they will be."""

    link: str
    parts: int


@dataclass(frozen=True, slots=True)
class Carry:
    code: str
    address: str
    url: str
    square: SafeString
    feed: str  # opens the calendar programme
    file: str


def carry(code: str, language: str) -> Carry:
    url, file = short_url(code), absolute(f"/{language}/ics/list/{shown_code(code)}.ics")
    host = urlsplit(file)
    return Carry(
        code=shown_code(code),
        address=url.split("://", 1)[1],
        url=url,
        square=_square(url),
        feed=host._replace(scheme="webcal").geturl(),
        file=f"/{language}/ics/list/{shown_code(code)}.ics",
    )


def short_url(code: str) -> str:
    return f"{settings.PUBLIC_URL}/L/{code}"


def list_message(code: str, language: str) -> Message:
    """The list's code and address, in the reader's language."""
    text = _("Listasi koodi on %(code)s. Näet listan täällä: %(address)s. Voit myös soittaa: %(phone)s.") % {
        "code": _run(shown_code(code), language),
        "address": _run(short_url(code).split("://", 1)[1], language),
        "phone": _run(phones.readable(settings.HELP_PHONE), language),
    }
    return _message(text)


def entry_message(entry: Entry, code: str, language: str) -> Message | None:
    """Who, what, when, where, price, phone and a short link; one thing a message."""
    if entry.card is None:
        return None
    parts = [part.rstrip(".") for part in _parts(entry, language) if part]
    parts.append(_run(short_url(code).split("://", 1)[1], language))
    return _message(". ".join(parts))


def _parts(entry: Entry, language: str) -> Iterator[str]:
    card, place = entry.card, place_of(entry)
    if card is None:
        return
    yield plain_wording(entry.name, language)[:LONGEST_NAME]
    yield as_text(_when(entry, language), language)
    yield as_text(where_line(place, language) if place else _place_text(entry, language), language)
    yield next((as_text(fact.html, language) for fact in card.facts if fact.symbol == "price"), "")
    yield _run(phones.readable(card.phone), language) if card.phone else ""


def where_line(place: Place, language: str) -> SafeString:
    return joined(wording(place.name, language), wording(place.street, language))


def place_of(entry: Entry) -> Place | None:
    if isinstance(entry.entity, Activity):
        return entry.entity.place
    return entry.entity if isinstance(entry.entity, Place) else None


def _place_text(entry: Entry, language: str) -> str:
    if isinstance(entry.entity, Service):
        return ""
    return wording(entry.entity.place_text, language)


def _when(entry: Entry, language: str) -> str:
    session = next((each for each in entry.sessions if each.state != SessionState.CANCELLED), None)
    if session is None:
        return ""
    return dates.moment_span(
        session.starts_at,
        session.ends_at,
        time_known=session.time_known,
        language=language,
        now=session.starts_at,
    )


def _run(text: str, language: str) -> str:
    return as_text(ltr(text), language)


def _message(text: str) -> Message:
    plain = sms.plain(text)
    return Message(sms.link(plain), sms.count(plain).parts)


def _square(url: str) -> SafeString:
    """Capital letters and digits only make a small square with large dots; a path of the deployment stays as it is."""
    is_plain = not urlsplit(settings.PUBLIC_URL).path
    code = segno.make(url.upper() if is_plain else url, error="m", micro=False)
    drawn = code.svg_inline(border=QUIET_ZONE, omitsize=True, svgclass="qr", lineclass=None)
    return SafeString(drawn.replace("<svg ", '<svg aria-hidden="true" ', 1))  # drawn from a code and our own host
