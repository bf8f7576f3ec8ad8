"""Names, web hosts and addresses brought to one form, so that two sources can be compared. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff'’`´")

_CITY = re.compile(r"\bhelsingin kaupun(?:ki|gin)\b|\bhelsingfors stads?\b|\bcity of helsinki\b")
_LEGAL_FORM = re.compile(r"(?<!\w)(?:r\.?\s?y|r\.?\s?f|oyj?|abp?|sr|ky|osk|tmi)(?!\w)\.?")

# What sources write into a title although it has a field of its own. The year of a date stays: a spring
# course of 2025 is not that of 2026.
_HOUR = r"\d{1,2}(?:[.:]\d{2})?"
_CLOCK = re.compile(
    rf"\b(?:klo|kello|kl|at)\b\.?\s*{_HOUR}(?:\s*[-–—]\s*{_HOUR})?|\b\d{{1,2}}:\d{{2}}(?:\s*[-–—]\s*\d{{1,2}}:\d{{2}})?"
)
_DAY_AND_MONTH = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.(?=\D|\d{4}|$)")
_CALLED_OFF = re.compile(r"\b(?:peruttu|peruutettu|inställt|inställd|cancelled|canceled)\b")

_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?(?:www\.)?([^/:?#@\s]+\.[^/:?#@\s]+)")
_STREET = re.compile(r"(\D*[^\W\d_]\D*?)\s*(\d+)")

# Shared by thousands: never evidence that two organisations are one, even on the first import.
SHARED_HOSTS: frozenset[str] = frozenset(
    (
        "gmail.com",
        "googlemail.com",
        "hotmail.com",
        "hotmail.fi",
        "outlook.com",
        "live.com",
        "live.fi",
        "yahoo.com",
        "icloud.com",
        "me.com",
        "luukku.com",
        "elisanet.fi",
        "kolumbus.fi",
        "saunalahti.fi",
        "netti.fi",
        "pp.inet.fi",
        "suomi24.fi",
        "welho.com",
        "facebook.com",
        "fb.com",
        "m.facebook.com",
        "instagram.com",
        "youtube.com",
        "linkedin.com",
        "twitter.com",
        "x.com",
        "tiktok.com",
        "linktr.ee",
        "bit.ly",
        "sites.google.com",
        "goo.gl",
        "forms.gle",
        "docs.google.com",
        "forms.office.com",
        "webropolsurveys.com",
        "meetup.com",
        "eventbrite.com",
        "lyyti.in",
        "lyyti.fi",
    )
)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Unicode forms, case and invisible marks made equal."""
    once = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold()
    return unicodedata.normalize("NFKC", once)


def words(text: str) -> str:
    """Letters and digits only, one space between the words; all dashes and stops become spaces."""
    return " ".join(_WORD.findall(text))


@lru_cache(maxsize=65536)
def plain_name(text: str) -> str:
    """The name of a service, as words."""
    return words(folded(text))


@lru_cache(maxsize=65536)
def organisation_name(text: str) -> str:
    """The name of an organisation or place without its legal form and without "Helsingin kaupunki"."""
    whole = folded(text)
    return words(_LEGAL_FORM.sub(" ", _CITY.sub(" ", whole))) or words(whole)


@lru_cache(maxsize=65536)
def activity_name(text: str) -> str:
    """The name of an activity without clock times, dates and "peruttu", which have fields of their own."""
    whole = folded(text)
    rest = _CALLED_OFF.sub(" ", _DAY_AND_MONTH.sub(" ", _CLOCK.sub(" ", whole)))
    return words(rest) or words(whole)


def web_host(url: str) -> str:
    """The host of a web address without `www.`, or an empty text for one that thousands share."""
    found = _HOST.match(url.strip().casefold())
    host = found[1].rstrip(".") if found else ""
    return "" if host in SHARED_HOSTS else host


def mail_host(address: str) -> str:
    host = address.strip().casefold().rpartition("@")[2]
    return "" if "@" not in address or host in SHARED_HOSTS else host


@lru_cache(maxsize=65536)
def street_and_number(text: str) -> str:
    """Street and number, "Yrjönkatu 21 b" as "yrjönkatu 21", or an empty text when no number is told.

    Sources put a building before the street ("Eduskuntatalon edusta, Mannerheimintie 30"), so each part is tried.
    """
    for piece in folded(text).split(","):
        if found := _STREET.match(piece.strip()):
            return f"{words(found[1])} {int(found[2])}"
    return ""
