"""Are two services one? Only within one organisation, by name; a shared national description is no reason. Pure."""

from __future__ import annotations

from typing import Final

from tarjotin.sources.decision import Decision, apart, ask, different, name_in_words, same, shared_key, unlike
from tarjotin.sources.features import Features
from tarjotin.sources.likeness import NameLikeness

# Likeness of the names, 0–100.
SERVICE_NAME: Final = 90
SERVICE_ASK_NAME: Final = 80


def decide_services(a: Features, b: Features, names: NameLikeness) -> Decision:
    if a.organisation and b.organisation and a.organisation != b.organisation:
        return different("another organisation", "services of two organisations are two services", name_in_words(names))
    if shared := shared_key(a, b):
        return shared
    if names.marks_clash:
        return different("numbers or marks in the names differ", names.difference)
    return _services_alike(a, b, names)


def _services_alike(a: Features, b: Features, names: NameLikeness) -> Decision:
    known = bool(a.organisation and b.organisation)
    whose = "same organisation" if known else "organisation not known on a side"
    national = "same national description" if a.upstream_id and a.upstream_id == b.upstream_id else ""
    evidence = (name_in_words(names), whose, national, apart(names))
    if a.source == b.source:
        # A register that keeps two of one name may mean two: a person looks.
        if names.identical and known:
            return ask("same name twice in one source", 100.0, *evidence)
        return different("two services of one source", *evidence)
    if known and names.score >= SERVICE_NAME and names.may_be_one:
        return same("name within the organisation", names.score, *evidence)
    if names.score >= (SERVICE_ASK_NAME if known else SERVICE_NAME):
        return ask("name alike", names.score, *evidence)
    return unlike(*evidence)
