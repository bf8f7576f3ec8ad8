"""Must one sign up? Read out of the text, negation first: most events say it nowhere else. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tarjotin.sources.cleaning import email, is_personal_email, phone, web_address
from tarjotin.sources.linkedevents.fields import REMEMBERED

_BOTH = re.compile(
    r"myös ilman (?:ennakko)?ilmoittautumista|ilmoittau\w+[^.!?\n]{0,40}\btai (?:tule|saavu)\w*|"
    r"(?:också|även) utan (?:för|förhands)?anmälan|anmäl dig[^.!?\n]{0,40}\beller kom\b|"
    r"also without (?:prior )?registration|(?:sign up|register)[^.!?\n]{0,40}\bor (?:just )?(?:come|drop)",
    re.I,
)
_NO = re.compile(
    # "ei … ilmoittautumista", but not "ei sisällä ilmoittautumismaksua"
    r"\bei\s+(?:\w+\s+){0,2}?(?:ennakko|etukäteis)?ilmoittautumi(?!smaksu)|"
    r"\bei (?:tarvitse|tarvi|vaadi|edellytä)\s+(?:\w+\s+){0,2}?(?:ennakko|etukäteis)?ilmoittau|"
    r"\bilman (?:ennakko|etukäteis)?ilmoittautumista|"
    r"ilmoittautumi(?:nen|sta)\s+ei\s+(?:ole\s+(?:tarpeen|välttämä|pakolli|tarvi)|tarvi|vaadi|edellyt)|"
    r"\bingen (?:förhands|för|före)?anmälan|\butan (?:förhands|för)?anmälan|\bbehöver (?:du )?inte anmäla|"
    r"anmälan (?:behövs|krävs|är) (?:inte|ej)|\bkräver (?:ingen|inte) (?:förhands|för)?anmälan|"
    r"\bno (?:need (?:to|for) )?(?:(?:prior|advance|pre-?|separate) ?)*"
    r"(?:registration|register|sign(?:ing)?[- ]?up|booking|enrolment)|"
    r"\bwithout (?:(?:prior|advance) )?(?:registration|booking|signing up)|"
    r"(?:registration|booking|sign[- ]?up) (?:is )?not (?:required|needed|necessary)|"
    r"\b(?:don.t|do not|doesn.t|does not) (?:need to |require )(?:\w+ )?(?:register|sign up|registration|book)",
    re.I,
)
_YES = re.compile(
    r"ilmoittaud|ilmoittautu(?:a\b|minen\b|miset\b|misen\b|mise|mista\b|va\b)|ilmoittautumis(?!maksu)|"
    r"\bvaraa paikka|\bvaraathan|paikkavarau|"
    r"\banmäl (?:dig|er)|anmälan\b|anmälning|\bboka (?:din )?plats|"
    r"\bregister\b|\bregistration\b|\bsign[- ]?up\b|\benrol|\brsvp\b|\bbook (?:your|a) (?:place|spot|seat)",
    re.I,
)
_CONTACT = re.compile(
    r"tiedustelu|lisätie|lisäinfo|yhteydenot|yhteyshenk|ota yhteyttä|kysy\b|soita|"
    r"mer info|tilläggsinfo|förfrågning|kontakt|"
    r"more info|further info|inquir|enquir|contact",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[^\d][.!?])\s+(?=[A-ZÅÄÖ•])|\n+")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+|\bwww\.[^\s)>\]]+", re.I)


@dataclass(frozen=True, slots=True)
class Joining:
    """How one joins by the words of the text: the manner of entry ("" = not told) and the ways to sign up."""

    entry: str = ""
    url: str = ""
    phone: str = ""
    email: str = ""


@lru_cache(REMEMBERED)
def read_joining(texts: tuple[str, ...]) -> Joining:
    """The first text that says anything decides: a translation is often older than the text people look after."""
    for text in texts:
        if entry := _entry(text):
            ways = _ways(text, _YES) if entry != "drop_in" else Joining()
            return Joining(entry, ways.url, ways.phone, ways.email)
    return Joining()


@lru_cache(REMEMBERED)
def read_contact(texts: tuple[str, ...]) -> tuple[str, str]:
    """Phone and e-mail of the sentences about asking or signing up; a personal address is none."""
    phone_number, address = "", ""
    for text in texts:
        for pattern in (_CONTACT, _YES):
            ways = _ways(text, pattern)
            phone_number, address = phone_number or ways.phone, address or ways.email
    return phone_number, address


def _entry(text: str) -> str:
    if _BOTH.search(text):
        return "register_or_drop_in"
    if _NO.search(text):
        return "drop_in"
    return "register" if _YES.search(text) else ""


def _ways(text: str, about: re.Pattern[str]) -> Joining:
    """The first address, number and mailbox of the sentences about it, each with the line that follows it."""
    lines = [line for line in _SENTENCE.split(text) if line.strip()]
    said = " \n ".join(" ".join(lines[n : n + 2]) for n, line in enumerate(lines) if about.search(line))
    if not said:
        return Joining()
    address = _ADDRESS.search(said)
    mailbox = email(said)
    return Joining(
        url=web_address(address[0].rstrip(".,;:!?")) if address else "",
        phone=phone(said),
        email="" if is_personal_email(mailbox) else mailbox,
    )
