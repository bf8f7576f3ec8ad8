"""What an event shows of itself: texts, image, addresses, contacts, ages. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tarjotin.catalogue.records import ContactRecord, ImageRecord
from tarjotin.common.languages import SOURCE_TAGS
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.cleaning import email, is_personal_email, phones, web_address
from tarjotin.sources.linkedevents import wording
from tarjotin.sources.linkedevents.fields import addresses, in_order, localised, masked, texts, whole, word
from tarjotin.sources.linkedevents.joining import Joining, read_contact
from tarjotin.sources.linkedevents.signup import SignUp
from tarjotin.sources.raw import rows

EMAIL_MASKED = "a personal e-mail address was taken out"
OLDEST = 120


@dataclass(frozen=True, slots=True)
class Shown:
    name: LocalisedText
    summary: LocalisedText
    description: LocalisedText
    place_text: LocalisedText
    provider: LocalisedText
    flags: tuple[str, ...] = ()


def texts_of(raw: dict[str, Any]) -> Shown:
    fields = ("name", "short_description", "description", "location_extra_info", "provider")
    cleaned = [masked(raw.get(name)) for name in fields]
    name, summary, description, place_text, provider = (text for text, _ in cleaned)
    flags = (EMAIL_MASKED,) if any(was for _, was in cleaned) else ()
    return Shown(name, summary, description, place_text, provider, flags)


def image_of(images: object) -> ImageRecord | None:
    """The first image with an address; "event_only" ones may be shown with this event and no other."""
    for row in rows(images):
        if url := web_address(row.get("url")):
            licence, credit = word(row.get("license")), word(row.get("photographer_name"))
            return ImageRecord(url, alt=localised(row.get("alt_text")), licence=licence, credit=credit)
    return None


def website_of(raw: dict[str, Any]) -> LocalisedText:
    """The event's own page, else its first link (often a social medium) in each language."""
    links: dict[str, str] = {}
    for row in rows(raw.get("external_links")):
        tag = word(row.get("language")) or "fi"
        links.setdefault(SOURCE_TAGS.get(tag, tag), web_address(row.get("link")))
    return addresses(raw.get("info_url")) or LocalisedText.of(links)


def register_address(raw: dict[str, Any], sign_up: SignUp, joining: Joining, entry: str) -> LocalisedText:
    """Where to sign up: the source's own form, the address in the text, else that of the offer."""
    if entry not in ("register", "register_or_drop_in"):
        return EMPTY
    if sign_up.url:
        return sign_up.url
    if joining.url:
        return LocalisedText.of(fi=joining.url)
    return next((found for row in rows(raw.get("offers")) if (found := addresses(row.get("info_url")))), EMPTY)


def contacts_of(raw: dict[str, Any], description: LocalisedText) -> tuple[ContactRecord, ...]:
    """Numbers and mailboxes of the organiser, without names: the contact field, else the sentences about asking."""
    told = list(texts(raw.get("provider_contact_info")).values())
    number = next((found for text in told for found in phones(text)), "")
    mailbox = next((found for text in told if (found := email(text)) and not is_personal_email(found)), "")
    if not number and not mailbox:
        number, mailbox = read_contact(tuple(in_order(description)))
    return (ContactRecord(phone=number, email=mailbox),) if number or mailbox else ()


def ages_of(raw: dict[str, Any], name: LocalisedText, sign_up: SignUp) -> tuple[int | None, int | None]:
    """The event's age limits, else those of its sign-up, else the ones its title names."""
    told = whole(raw.get("audience_min_age"), most=OLDEST), whole(raw.get("audience_max_age"), most=OLDEST)
    limits = told if told != (None, None) else (sign_up.min_age, sign_up.max_age)
    if limits == (None, None):
        limits = next((found for text in in_order(name) if (found := wording.ages(text)) != (None, None)), (None, None))
    low, high = limits
    return (high, low) if low is not None and high is not None and low > high else (low, high)
