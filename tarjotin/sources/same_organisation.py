"""Are two organisations one? The rules, in the order they are asked. Pure."""

from __future__ import annotations

from typing import Final

from tarjotin.sources.decision import (
    Common,
    Decision,
    apart,
    ask,
    different,
    is_part,
    name_in_words,
    same,
    shared_key,
    sides,
    unlike,
)
from tarjotin.sources.features import Features
from tarjotin.sources.likeness import NameLikeness

# Likeness of the names, 0–100 (data model § 3).
ORGANISATION_WITH_CONTACT: Final = 88
ORGANISATION_ASK_ALONE: Final = 93
ORGANISATION_ASK_WITH_CONTACT: Final = 70


def decide_organisations(a: Features, b: Features, names: NameLikeness, common: Common) -> Decision:
    return (
        _organisations_never(a, b)
        or shared_key(a, b)
        or _same_business_id(a, b, names)
        or _organisations_told_apart_by_name(a, b, names)
        or _organisations_alike(a, b, names, _shared_contact(a, b, common))
    )


def _organisations_never(a: Features, b: Features) -> Decision | None:
    if a.business_id and b.business_id and a.business_id != b.business_id:
        return different("business ids differ", sides(a.business_id, b.business_id))
    if is_part(a, b):
        return different("chapter and head office", "one names the other as the body it belongs to")
    return None


def _same_business_id(a: Features, b: Features, names: NameLikeness) -> Decision | None:
    """Certain, but for departments and chapters that use the number of the body they belong to."""
    if not a.business_id or a.business_id != b.business_id:
        return None
    evidence = (f"business id {a.business_id} agrees", name_in_words(names))
    if not (a.parent or b.parent):
        return same("same business id", 100.0, *evidence)
    if names.score >= ORGANISATION_WITH_CONTACT and names.may_be_one:
        return same("same business id", 100.0, *evidence)
    if names.score >= ORGANISATION_ASK_WITH_CONTACT and not names.words_clash:
        return ask("same business id, part of a bigger body", names.score, *evidence)
    return different("departments of one body", *evidence)


def _organisations_told_apart_by_name(a: Features, b: Features, names: NameLikeness) -> Decision | None:
    if not names.numbers_agree:
        return different("numbers in the names differ", names.difference or "only one name has a number")
    if a.is_chapter != b.is_chapter:
        return different("chapter and head office", "only one name is that of a chapter", name_in_words(names))
    if names.marks_clash:
        return different("names of two chapters", names.difference)
    return None


def _organisations_alike(a: Features, b: Features, names: NameLikeness, contact: str) -> Decision:
    agrees = f"{contact} agrees" if contact else ""
    if names.identical:
        parents_differ = a.parent and b.parent and a.parent != b.parent
        if parents_differ and a.parent.partition(":")[0] == b.parent.partition(":")[0] == "guid":
            return ask("same name under two bodies", 100.0, "name 100", agrees, "they belong to different bodies")
        return same("same name", 100.0, "name 100", agrees)
    if contact and names.score >= ORGANISATION_WITH_CONTACT and names.may_be_one:
        return same("name and contact", names.score, name_in_words(names), agrees)
    if contact and names.score >= ORGANISATION_ASK_WITH_CONTACT:
        return ask("contact agrees, name near", names.score, name_in_words(names), agrees, apart(names))
    if names.words_clash:
        return different("names of two bodies", names.difference)
    if names.score >= ORGANISATION_ASK_ALONE:
        return ask("name alone", names.score, name_in_words(names), "no phone or domain in common")
    return unlike(name_in_words(names))


def _shared_contact(a: Features, b: Features, common: Common) -> str:
    """A phone or domain that both use and nobody else does, in words."""
    for word, key, mine, theirs in (("phone", "phone", a.phones, b.phones), ("domain", "dom", a.domains, b.domains)):
        for value in sorted(set(mine).intersection(theirs)) if mine and theirs else ():
            if not common(f"{key}:{value}"):
                return f"{word} {value}"
    return ""
