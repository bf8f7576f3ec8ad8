"""Keywords, languages and organisations. Pure."""

from __future__ import annotations

from typing import Any

from tarjotin.catalogue.records import ConceptRecord, OrganisationRecord, Ref
from tarjotin.common.languages import SOURCE_TAGS
from tarjotin.common.text import LocalisedText
from tarjotin.sources.business_id import valid_business_id
from tarjotin.sources.cleaning import plain
from tarjotin.sources.linkedevents.codes import code_of
from tarjotin.sources.linkedevents.fields import SOURCE_NAME, in_order, localised, reference, rows_or_values
from tarjotin.sources.organisation_kinds import kind_of
from tarjotin.sources.source import Parsed
from tarjotin.sources.unread import known_fields, unread

LANGUAGE_SCHEME = "lelanguage"
UNDETERMINED = "und"  # the language tag of words whose language the source does not tell
FORMER = "closed at the source"

KEYWORD_FIELDS = known_fields(
    """
    id name alt_labels deprecated replaced_by @id @context @type created_time last_modified_time created_by
    last_modified_by aggregate n_events has_upcoming_events image data_source publisher origin_id
    has_user_editable_resources
    """
)
LANGUAGE_FIELDS = known_fields("id name @id @context @type translation_available service_language")
ORGANISATION_FIELDS = known_fields(
    """
    id name parent_organization replaced_by dissolution_date @id @context @type data_source origin_id
    classification founding_date sub_organizations affiliated_organizations created_time last_modified_time
    created_by last_modified_by is_affiliated has_regular_users web_store_merchants web_store_accounts
    """
)

_KINDS = {"ahjo": "city", "espoo": "other_city", "vantaa": "other_city"}


def parse_keyword(raw: dict[str, Any]) -> Parsed:
    news = frozenset(unread(raw, KEYWORD_FIELDS))
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
    news = frozenset(unread(raw, LANGUAGE_FIELDS))
    tag, label = reference(raw.get("id")), localised(raw.get("name"))
    if not tag or not label:
        return Parsed(rejected="no label" if tag else "no id", unread=news)
    return Parsed(ConceptRecord(LANGUAGE_SCHEME, SOURCE_TAGS.get(tag, tag), label), unread=news)


def parse_organisation(raw: dict[str, Any]) -> Parsed:
    """A publisher. Associations that publish through the city's form appear as `provider` of their events instead."""
    news = frozenset(unread(raw, ORGANISATION_FIELDS))
    organisation, name = reference(raw.get("id")), localised(raw.get("name"))
    if not organisation or not name:
        return Parsed(rejected="no name" if organisation else "no id", unread=news)
    if successor := reference(raw.get("replaced_by")):
        return Parsed(rejected=f"replaced by {successor}", unread=news)
    parent = reference(raw.get("parent_organization"))
    record = OrganisationRecord(
        name=name,
        kind=_KINDS.get(organisation.partition(":")[0]) or kind_of(in_order(name)),
        business_id=valid_business_id(organisation.removeprefix("ytj:")) if organisation.startswith("ytj:") else "",
        parent=Ref(SOURCE_NAME, "organization", parent) if parent else None,
    )
    return Parsed(record, flags=(FORMER,) if raw.get("dissolution_date") else (), unread=news)
