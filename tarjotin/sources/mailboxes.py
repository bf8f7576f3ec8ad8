"""E-mail addresses in texts: which belong to a role, which to a person (and do not go further). Pure."""

from __future__ import annotations

import re
from functools import lru_cache

EMAIL_REMOVED = "[sähköposti poistettu]"

# A mailbox that a role answers, not a person, has one of these in its name: as a whole part, or inside one.
_ROLE_PART = re.compile(
    "pk|lp|sos|sosv|sote|sotepe|kymp|kasko|kuva|ksv|ry|rf|srk|fors|hel|lk|kv|it|hr|info|media|press|web|"
    "team|admin|etunimi|sukunimi|fornamn|förnamn|efternamn|firstname|lastname|haku|halli|ilmo|koti|lupa|"
    "opas|posti|ruoka|suomi|talo|tila|tilat|turva|helsinki|vantaa|espoo"
)
_ROLE = re.compile(
    "aikuis|apuvaline|arkisto|asiakas|asiamies|asukas|asum|avustu|avustaj|bibliotek|booking|byra|byrå|"
    "contact|customer|dagvard|dagvård|daycare|elain|eläin|elintarvike|elintarvi|espoo|esbo|finland|"
    "församling|forsamling|grankulla|hallinto|halyt|hammas|helsinki|helsingfors|hoitola|hoito|hoiva|"
    "huolto|ilmoittautu|jarjesto|järjestö|juhla|kahvila|kanslia|kansli|kasvatus|kaupunki|keittio|kerho|"
    "keskus|kirjaamo|kirjasto|kirkko|kirjanpito|kokous|koordinaat|koulu|koulutus|kulttuuri|kuntoutus|kund|"
    "lapsi|laskutus|library|liikenne|liikunta|lukio|luototus|maaomaisuus|maalampo|maalämpö|maksu|"
    "markkinointi|matkailu|menighet|metro|motion|museo|museum|myynti|neuvo|nuoriso|office|oikeus|opetus|"
    "opisto|palaute|palvelu|paivakoti|päiväkoti|perhe|piiri|puhelin|puisto|pysakointi|pysäköinti|"
    "radgivning|rådgivning|registrat|rekry|sairaala|satama|school|senior|service|seurakunta|sihteeri|"
    "skola|sosiaali|stadi|starttipiste|suojelu|support|tapaaminen|tapahtuma|teatteri|tekniikka|terveys|"
    "terveyden|tieto|tilaus|tilavar|toimial|toiminta|toimisto|tuki|tunnus|tutkimus|tyollisyys|työllisyys|työ|"
    "tyonantaj|uimahalli|uinti|ungdom|vaestonsuoj|valvonta|vammais|vantaa|vapaaehtois|varaus|"
    "vastaanotto|verkko|viesti|virasto|vuokra|yhdistys|yhteys|ymparisto|ympäristö|yleis"
)
_SURNAME_ENDING = "nen"  # "Hakulinen" is not an application, "Kirkkonen" no church
_PERSON_LOCAL = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:\.[^\W\d_]+(?:-[^\W\d_]+)*){1,2}")
_EMAIL = re.compile(r"[\w.+%-]+(?:@|\s?[(\[]at[)\]]\s?)[\w-]+(?:\.[\w-]+)+")
# How the city's addresses are made, told to the reader: "etunimi.sukunimi@hel.fi".
_EXAMPLE = re.compile(r"(etunimi|förnamn|fornamn|firstname|first\.?name)[._]", re.I)
_AT = re.compile(r"\s?[(\[]at[)\]]\s?")


@lru_cache(maxsize=8192)
def is_personal_email(address: str) -> bool:
    """Does the address look like first.last@…, and not like the mailbox of a role ("kallion.kirjasto@…")?"""
    local = _AT.sub("@", address.strip().casefold()).partition("@")[0]
    if not _PERSON_LOCAL.fullmatch(local):
        return False
    return not any(_is_role(part) for part in re.split(r"[.-]", local))


def _is_role(part: str) -> bool:
    return bool(_ROLE_PART.fullmatch(part)) or bool(_ROLE.search(part) and not part.endswith(_SURNAME_ENDING))


def mask_personal(text: str) -> tuple[str, bool]:
    """The text with personal e-mail addresses taken out, and whether there was one."""
    if not _may_hold_one(text):
        return text, False
    masked = _EMAIL.sub(lambda found: EMAIL_REMOVED if is_personal_email(found[0]) else found[0], text)
    return masked, masked != text


def email(text: object) -> str:
    """The first e-mail address in the text; also a personal one: the caller decides with `is_personal_email`."""
    if not isinstance(text, str) or not _may_hold_one(text):
        return ""
    addresses = (_AT.sub("@", match[0]) for match in _EMAIL.finditer(text))
    return next((address for address in addresses if not _EXAMPLE.match(address)), "")


def _may_hold_one(text: str) -> bool:
    """A quick look, for most texts hold none."""
    return "@" in text or "(at)" in text or "[at]" in text
