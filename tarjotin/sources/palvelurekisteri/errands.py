"""Errand services: how one gets a service, and through which channels. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from tarjotin.catalogue.records import ChannelRecord, HoursRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.cleaning import email, is_personal_email, phones, plain, web_address
from tarjotin.sources.opening_hours import weekly_hours
from tarjotin.sources.palvelurekisteri.languages import ByLanguage, languages_of, text_of
from tarjotin.sources.raw import rows
from tarjotin.sources.wordings import joined

CHANNEL_KINDS = {
    "TELEPHONE": "phone",
    "ESERVICE": "e_service",
    "WEBPAGE": "web",
    "CHAT": "chat",
    "PRINTABLE_FORM": "form",
    "EMAIL": "email",
    "LOCAL": "visit",
    "MAIL": "form",
}
LINK_KINDS = {"INTERNET": "", "FORM": "form"}  # "" = as the channel; MAP and FEEDBACK lead elsewhere
ANSWERED = frozenset({"phone", "chat", "visit"})
PROCESSING_TIME = {"fi": "Käsittelyaika", "sv": "Behandlingstid", "en": "Processing time"}

# "Lue lisää verkkosivuilta." says nothing that the channel's link does not.
_ONLY_POINTS = re.compile(
    r"(lue lisää|löydät|tutustu|verkkosivuilta|lisätietoa|läs mer|du hittar|kolla in|besök|bekanta dig|read more"
    r"|learn more|find out|visit|explore|check out|see more)\b.{0,160}",
    re.I | re.S,
)
_SOCIAL_MEDIA = re.compile(r"(?:.+\.)?(?:facebook|instagram|twitter|x|tiktok|linkedin|foursquare|snapchat)\.com", re.I)
_SAYS_NOTHING = re.compile(r"(verkkosivut|verkkosivu|webbplats|webbsidor|website|web pages?|websites)\W*", re.I)


def how_to_get(errands: Iterable[ByLanguage], told_already: LocalisedText, flags: list[str]) -> LocalisedText:
    """Each errand service with its steps and processing time, under its name."""
    return joined(part for errand in errands if (part := _steps(errand, told_already, flags)))


def _steps(errand: ByLanguage, told_already: LocalisedText, flags: list[str]) -> LocalisedText:
    name, time = text_of(errand, "name", flags), text_of(errand, "processing_time", flags)
    description = text_of(errand, "description", flags).map(lambda text: "" if _ONLY_POINTS.fullmatch(text) else text)
    process = text_of(errand, "process_description", flags)
    parts = {}
    for language in errand:
        body = [
            text
            for text in dict.fromkeys((description.get(language), process.get(language)))
            if text and text not in told_already.get(language) and text != name.get(language)
        ]
        if time.get(language):
            body.append(f"{PROCESSING_TIME.get(language, PROCESSING_TIME['en'])}: {time.get(language)}")
        if body:
            parts[language] = "\n".join(filter(None, (name.get(language), *body)))
    # Where the Finnish says nothing new, a translation alone would be read by all as the only instruction there is.
    return LocalisedText.of(parts) if "fi" in parts or "fi" not in errand else LocalisedText()


def costs_of(errands: Iterable[ByLanguage], flags: list[str]) -> LocalisedText:
    """What the errand services say of costs, each under its name when there are several."""
    told = [(text_of(errand, "name", flags), costs) for errand in errands if (costs := text_of(errand, "costs", flags))]
    if len(told) == 1:
        return told[0][1]
    named = [{w.language: f"{name.get(w.language)}: {w.text}" for w in costs.wordings} for name, costs in told]
    return joined(LocalisedText.of(texts) for texts in named)


def channels_of(errands: Iterable[ByLanguage], flags: list[str]) -> tuple[ChannelRecord, ...]:
    """All ways to the service, each once."""
    found: dict[tuple[str, str], ChannelRecord] = {}
    for errand in errands:
        name = text_of(errand, "name", flags)
        for channel in _channels(errand):
            for record in _records(channel, name, flags):
                known = found.get((record.kind, record.value))
                found[record.kind, record.value] = _completed(known, record) if known else record
    return tuple(found.values())


def _completed(known: ChannelRecord, more: ChannelRecord) -> ChannelRecord:
    return replace(known, name=known.name.filled_from(more.name), hours=known.hours or more.hours)


def _channels(errand: ByLanguage) -> Iterator[ByLanguage]:
    """The channels with their wordings in all languages, joined by the channel's id."""
    found: dict[str, ByLanguage] = {}
    for language, row in errand.items():
        for position, channel in enumerate(rows(row.get("channels"))):
            found.setdefault(str(channel.get("id", f"#{position}")), {})[language] = channel
    yield from found.values()


def _records(channel: ByLanguage, errand_name: LocalisedText, flags: list[str]) -> Iterator[ChannelRecord]:
    kind = CHANNEL_KINDS.get(plain(next(iter(channel.values())).get("type")))
    if kind is None:
        flags.append(f"channel type not known: {plain(next(iter(channel.values())).get('type'))[:40]}")
        return
    name = _name(text_of(channel, "name", flags), errand_name)
    whole = ChannelRecord(
        kind,
        name=name,
        languages=languages_of(channel),
        cost=text_of(channel, "call_charge_info", flags),
        hours=_hours(kind, channel, flags),
        note=joined(
            text_of(channel, field, flags) for field in ("information", "process_description", "prerequisites")
        ),
    )
    values = list(_values(kind, channel, flags))
    for value_kind, value, title in values:
        yield replace(whole, kind=value_kind, value=value, name=title if title and len(values) > 1 else name)
    if not values and (whole.note or whole.hours):
        yield whole


def _name(name: LocalisedText, errand_name: LocalisedText) -> LocalisedText:
    """A channel called "Verkkosivut" is better called by the errand it serves."""
    telling = name.map(lambda text: "" if _SAYS_NOTHING.fullmatch(text) else text)
    return telling if telling.get("fi") else telling.filled_from(errand_name)


def _values(kind: str, channel: ByLanguage, flags: list[str]) -> Iterator[tuple[str, str, LocalisedText]]:
    """Numbers, addresses and links of a channel, Finnish first: kind, value, and the link's own title."""
    first = next(iter(channel.values()))
    no_title = LocalisedText()
    if kind == "phone":
        yield from ((kind, number, no_title) for number in phones(plain(first.get("phone"))))
    if address := email(plain(first.get("email"))):
        if is_personal_email(address):
            flags.append("personal e-mail address dropped")
        else:
            yield ("email", address, no_title)
    if kind == "visit" and (street := _street(channel)):
        yield (kind, street, no_title)
    for link in _links(channel):
        link_kind = LINK_KINDS.get(plain(next(iter(link.values())).get("type")))
        url = next((found for row in link.values() if (found := web_address(row.get("url")))), "")
        if link_kind is not None and url and not is_social_media(url):
            own_kind = "web" if kind in ("phone", "email", "visit") else kind
            yield (link_kind or own_kind, url, text_of(link, "title", flags))


def is_social_media(url: str) -> bool:
    """Pages on services that follow their visitors are no way to a service."""
    return bool(_SOCIAL_MEDIA.fullmatch(urlsplit(url).hostname or ""))


def _links(rows_by_language: ByLanguage) -> Iterator[ByLanguage]:
    """The links, the first of each language together, then the second …"""
    found: dict[int, ByLanguage] = {}
    for language, row in rows_by_language.items():
        for position, link in enumerate(rows(row.get("links"))):
            found.setdefault(position, {})[language] = link
    yield from found.values()


def _street(channel: ByLanguage) -> str:
    row = next(iter(channel.values()))
    town = " ".join(plain(row.get(f"personal_service_{part}")) for part in ("postal_code", "city")).strip()
    return ", ".join(filter(None, (plain(row.get("personal_service_street_addr")).rstrip(","), town)))


def _hours(kind: str, channel: ByLanguage, flags: list[str]) -> tuple[HoursRecord, ...]:
    """When somebody answers: a page or a form is there at any hour."""
    if kind not in ANSWERED:
        return ()
    note = text_of(channel, "availability_summary", flags)
    return (*weekly_hours(note.get("fi")), HoursRecord(note=note)) if note else ()
