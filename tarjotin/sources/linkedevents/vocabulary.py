"""Keywords, languages and organisations. Pure."""

from __future__ import annotations

import re
from typing import Any

from tarjotin.catalogue.records import ConceptRecord, OrganisationRecord, Ref
from tarjotin.common.languages import SOURCE_TAGS
from tarjotin.common.text import LocalisedText
from tarjotin.sources.cleaning import plain
from tarjotin.sources.linkedevents.codes import code_of
from tarjotin.sources.linkedevents.fields import SOURCE_NAME, localised, names, reference, rows_or_values, unread
from tarjotin.sources.source import Parsed

LANGUAGE_SCHEME = "lelanguage"
UNDETERMINED = "und"  # the language tag of words whose language the source does not tell
FORMER = "closed at the source"

KEYWORD_FIELDS = names(
    """
    id name alt_labels deprecated replaced_by @id @context @type created_time last_modified_time created_by
    last_modified_by aggregate n_events has_upcoming_events image data_source publisher origin_id
    has_user_editable_resources
    """
)
LANGUAGE_FIELDS = names("id name @id @context @type translation_available service_language")
ORGANISATION_FIELDS = names(
    """
    id name parent_organization replaced_by dissolution_date @id @context @type data_source origin_id
    classification founding_date sub_organizations affiliated_organizations created_time last_modified_time
    created_by last_modified_by is_affiliated has_regular_users web_store_merchants web_store_accounts
    """
)

_BUSINESS_ID = re.compile(r"(\d{7})-(\d)")
_KINDS = {"ahjo": "city", "espoo": "other_city", "vantaa": "other_city"}


def parse_keyword(raw: dict[str, Any]) -> Parsed:
    news = unread(raw, KEYWORD_FIELDS)
    keyword, label = reference(raw.get("id")), localised(raw.get("name"))
    successor = reference(raw.get("replaced_by"))
    if not keyword or not label:
        return Parsed(rejected="no label" if keyword else "no id", unread=news)
    if raw.get("deprecated") is True and not successor:
        return Parsed(rejected="deprecated at the source", unread=news)
    code = code_of(keyword)
    others = dict.fromkeys(filter(None, (plain(each) for each in rows_or_values(raw.get("alt_labels")))))
    record = ConceptRecord(
        code.scheme,
        code.code,
        label,
        uri=_uri(raw, keyword),
        replaced_by=code_of(successor).code if successor else "",
        alternatives=LocalisedText.of({UNDETERMINED: ", ".join(others)}),
    )
    return Parsed(record, unread=news)


def _uri(raw: dict[str, Any], keyword: str) -> str:
    """YSO words have an address of their own; the others that of the API."""
    if keyword.startswith("yso:"):
        return f"http://www.yso.fi/onto/yso/{keyword.removeprefix('yso:')}"
    address = raw.get("@id")
    return address if isinstance(address, str) else ""


def parse_language(raw: dict[str, Any]) -> Parsed:
    news = unread(raw, LANGUAGE_FIELDS)
    tag, label = reference(raw.get("id")), localised(raw.get("name"))
    if not tag or not label:
        return Parsed(rejected="no label" if tag else "no id", unread=news)
    return Parsed(ConceptRecord(LANGUAGE_SCHEME, SOURCE_TAGS.get(tag, tag), label), unread=news)


def parse_organisation(raw: dict[str, Any]) -> Parsed:
    """A publisher. Associations that publish through the city's form appear as `provider` of their events instead."""
    news = unread(raw, ORGANISATION_FIELDS)
    organisation, name = reference(raw.get("id")), localised(raw.get("name"))
    if not organisation or not name:
        return Parsed(rejected="no name" if organisation else "no id", unread=news)
    if successor := reference(raw.get("replaced_by")):
        return Parsed(rejected=f"replaced by {successor}", unread=news)
    parent = reference(raw.get("parent_organization"))
    record = OrganisationRecord(
        name=name,
        kind=_KINDS.get(organisation.partition(":")[0], ""),
        business_id=_business_id(organisation),
        parent=Ref(SOURCE_NAME, "organization", parent) if parent else None,
    )
    return Parsed(record, flags=(FORMER,) if raw.get("dissolution_date") else (), unread=news)


def _business_id(organisation: str) -> str:
    """`ytj:0586977-6` carries a business id; it counts when its check digit is right."""
    found = _BUSINESS_ID.fullmatch(organisation.removeprefix("ytj:")) if organisation.startswith("ytj:") else None
    if not found:
        return ""
    remainder = sum(int(digit) * weight for digit, weight in zip(found[1], (7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    right = 0 if remainder == 0 else 11 - remainder
    return found[0] if right == int(found[2]) else ""
