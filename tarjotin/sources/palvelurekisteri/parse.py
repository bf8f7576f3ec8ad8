"""Service descriptions with their errand services to service records. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from tarjotin.catalogue.records import ChannelRecord, Code, ContactRecord, Ref, ServicePlaceRecord, ServiceRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.cleaning import email, is_personal_email, phones, plain, web_address
from tarjotin.sources.palvelurekisteri.errands import channels_of, costs_of, how_to_get, is_social_media
from tarjotin.sources.palvelurekisteri.fees import fee_sentences, is_free
from tarjotin.sources.palvelurekisteri.languages import ByLanguage, by_language, errands_of, languages_of, text_of
from tarjotin.sources.raw import rows, words
from tarjotin.sources.raw import text as code_text
from tarjotin.sources.source import Parsed
from tarjotin.sources.unread import known_fields, unread
from tarjotin.sources.wordings import joined, own_words

LINK_FIELDS = "links.type links.title links.url links.file_format"
DESCRIPTION_FIELDS = known_fields(
    "id title name_synonyms description_short description_long prerequisites information availability_summary"
    f" general_description_id provided_languages responsible_depts target_groups life_events unit_ids {LINK_FIELDS}",
    # `availabilities` are the parts of `availability_summary`; the errand ids are joined in `fetch`.
    "main_description service_id availabilities.availability_string errand_services exact_errand_services",
)
ERRAND_FIELDS = known_fields(
    "name type description process_description processing_time costs channels.id channels.type channels.name"
    " channels.phone channels.email channels.call_charge_info channels.availability_summary channels.information"
    " channels.process_description channels.prerequisites channels.provided_languages channels.links.type"
    " channels.links.title channels.links.url channels.personal_service_street_addr"
    " channels.personal_service_postal_code channels.personal_service_city",
    # Whose errand it is stands in the description; how the city handles the case does not matter to who looks for it.
    "id exact_descriptions service_id name_synonyms provided_languages responsible_depts target_groups life_events"
    f" {LINK_FIELDS} information expiration_time prerequisites availability_summary availabilities.availability_string"
    " channels.type_string channels.requires_authentication channels.saved_to_customer_folder"
    " channels.e_processing channels.e_decision channels.payment_enabled channels.for_personal_customer"
    " channels.for_corporate_customer channels.authorization_code channels.links.file_format"
    " channels.availabilities.availability_string",
)
PAYLOAD_PARTS = frozenset({"fi", "sv", "en", "errands", "municipalities"})

# "hh_liik" and its like among the synonyms are marks for the city's own lists.
_MARK = re.compile(r"hh_[a-zåäö]+")
_TEST_RECORD = re.compile(r"^(ptv\s*)?testi(ali|asiointi|palvelu|\s|kuvaus)", re.I)
_GUIDANCE = re.compile(
    r"neuvonta\b|neuvoja\b|neuvontapiste|palveluohjaus|infopiste|puhelinpalvelu|\bluuri|liikuntaluuri", re.I
)
_SUPPORT = re.compile(
    r"avustu(s|kset)\b|\b(omaishoidon|taloudellinen|asumisen|kotihoidon|liikkumisen)\s+(\S+\s+){0,2}tuki\b"
    r"|toimeentulotuki|korvaus\b|palveluseteli|-lisä\b|luototus\b",
    re.I,
)
_SELF_HELP = re.compile(r"itsehoito|omahoito|etäliikunta|verkkovalmennus|itsenäisesti", re.I)
GUIDANCE_MARK = "hh_neu"
EMERGENCY_NUMBER = "112"


def parse(kind: str, payload: dict[str, Any]) -> Parsed:
    if kind != "description":
        return Parsed(rejected=f"kind not known: {kind}")
    record, errands = by_language(payload), errands_of(payload)
    fields = frozenset(_unread(payload, record, errands))
    flags: list[str] = []
    name = text_of(record, "title", flags)
    if not name:
        return Parsed(rejected="no title in any language", unread=fields)
    if _TEST_RECORD.match(name.get("fi")):
        return Parsed(rejected="a test record of the register", unread=fields)
    if not name.get("fi"):
        flags.append("no Finnish title")
    service = _service(name, payload, record, errands, flags)
    return Parsed(service, flags=tuple(dict.fromkeys(flags)), unread=fields)


def _service(
    name: LocalisedText, payload: dict[str, Any], record: ByLanguage, errands: list[ByLanguage], flags: list[str]
) -> ServiceRecord:
    summary = own_words(text_of(record, "description_short", flags), "summary", flags)
    description = own_words(text_of(record, "description_long", flags), "description", flags)
    requirements, more = text_of(record, "prerequisites", flags), text_of(record, "information", flags)
    told = (summary, description, requirements, more)
    costs, free = costs_of(errands, flags), fee_sentences(name.get("fi"), told)
    website = _website(record)
    channels = _together((*channels_of(errands, flags), *_linked_pages(record, website)))
    hours = _without(text_of(record, "availability_summary", flags), _channel_hours(channels))
    contacts = _contacts(told, hours, {channel.value for channel in channels})
    has_number = any(contact.phone for contact in contacts)
    marks, keywords = _synonyms(text_of(record, "name_synonyms", flags))
    return ServiceRecord(
        name=name,
        kind=_kind(name.get("fi"), marks),
        organisation=_owner(record),
        summary=summary,
        description=description,
        how_to_get=joined(
            (how_to_get(errands, joined(told), flags), _without(more, free), EMPTY if has_number else hours)
        ),
        requirements=requirements,
        fees_text=joined((costs, free)),
        is_free=is_free(name.get("fi"), told, costs),
        area=tuple(words(payload.get("municipalities"))),
        languages=languages_of(record),
        life_events=tuple(_codes(record, "life_events")),
        places=tuple(ServicePlaceRecord(Ref("tpr", "unit", unit)) for unit in _codes(record, "unit_ids")),
        channels=channels,
        contacts=contacts,
        website=website,
        keywords=keywords,
        codes=(
            *(Code("tprtarget", code) for code in _codes(record, "target_groups")),
            *(Code("tprlife", code) for code in _codes(record, "life_events")),
            *(Code("tprtag", mark) for mark in marks),
        ),
        upstream_id=code_text(_first(record, "general_description_id")),
    )


def _kind(title: str, marks: list[str]) -> str:
    """A desk for advice on a support form is a desk."""
    if _SELF_HELP.search(title):
        return "self_help"
    if _GUIDANCE.search(title) or GUIDANCE_MARK in marks:
        return "guidance_desk"
    return "support_form" if _SUPPORT.search(title) else "service"


def _without(text: LocalisedText, told_elsewhere: LocalisedText) -> LocalisedText:
    """The wordings that do not only repeat what stands elsewhere."""
    kept = (
        w for w in text.wordings if w.text.strip(" .") not in map(_bare, told_elsewhere.get(w.language).split("\n\n"))
    )
    return LocalisedText(tuple(kept))


def _bare(text: str) -> str:
    return text.strip(" .")


def _channel_hours(channels: tuple[ChannelRecord, ...]) -> LocalisedText:
    return joined(hours.note for channel in channels for hours in channel.hours)


def _owner(record: ByLanguage) -> Ref | None:
    department = next(iter(_codes(record, "responsible_depts")), "")
    return Ref("tpr", "department", department) if department else None


def _contacts(told: tuple[LocalisedText, ...], hours: LocalisedText, known: set[str]) -> tuple[ContactRecord, ...]:
    """Numbers and mailboxes that stand in the texts and are no channel yet, the numbers with the service's hours."""
    texts = [text.get("fi") or str(text) for text in told]
    numbers = [number for text in texts for number in phones(text) if number != EMERGENCY_NUMBER]
    mailboxes = [address for text in texts if (address := email(text)) and not is_personal_email(address)]
    return (
        *(ContactRecord(phone=number, hours=hours) for number in dict.fromkeys(numbers) if number not in known),
        *(ContactRecord(email=address) for address in dict.fromkeys(mailboxes) if address not in known),
    )


def _synonyms(written: LocalisedText) -> tuple[list[str], LocalisedText]:
    """The marks among the synonyms, and the synonyms that are words."""
    marks = [mark for wording in written.wordings for mark in _MARK.findall(wording.text)]
    keywords = written.map(
        lambda text: ", ".join(w for part in text.split(",") if (w := _MARK.sub("", part).strip(" .;")))
    )
    return list(dict.fromkeys(marks)), keywords


def _website(record: ByLanguage) -> LocalisedText:
    """The first web page of each language; a language without links of its own has none."""
    return LocalisedText.of({language: next(_pages(row, "INTERNET"), ("", ""))[0] for language, row in record.items()})


def _pages(row: dict[str, Any], link_type: str) -> Iterator[tuple[str, str]]:
    for link in rows(row.get("links")):
        url = web_address(link.get("url"))
        if link.get("type") == link_type and url and not is_social_media(url):
            yield url, plain(link.get("title"))


def _linked_pages(record: ByLanguage, website: LocalisedText) -> Iterator[ChannelRecord]:
    """Forms and further pages among the description's own links. MAP links show what the places show better."""
    for language, row in record.items():
        for link_type, kind in (("INTERNET", "web"), ("FORM", "form")):
            for url, title in _pages(row, link_type):
                if url != website.get(language):
                    yield ChannelRecord(kind, name=LocalisedText.of({language: title}), value=url)


def _together(channels: Iterable[ChannelRecord]) -> tuple[ChannelRecord, ...]:
    """Each way once, with the names it has in all places that tell of it."""
    found: dict[str, ChannelRecord] = {}
    for position, channel in enumerate(channels):
        key = channel.value or f"#{position}"
        known = found.get(key)
        found[key] = replace(known, name=known.name.filled_from(channel.name)) if known else channel
    return tuple(found.values())


def _codes(record: ByLanguage, field: str) -> list[str]:
    """The codes or ids of one field in all languages, each once."""
    listed = [value for row in record.values() if isinstance(row.get(field), list) for value in row[field]]
    return [code for code in dict.fromkeys(map(code_text, listed)) if code]


def _first(record: ByLanguage, field: str) -> object:
    return next((row[field] for row in record.values() if row.get(field)), None)


def _unread(payload: dict[str, Any], record: ByLanguage, errands: list[ByLanguage]) -> Iterator[str]:
    yield from (name for name in payload if name not in PAYLOAD_PARTS)
    for row in record.values():
        yield from unread(row, DESCRIPTION_FIELDS)
    for errand in errands:
        for row in errand.values():
            yield from (f"errands.{name}" for name in unread(row, ERRAND_FIELDS))
