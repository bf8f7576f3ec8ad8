"""Words of PTV's vocabularies, and the national descriptions, which carry codes that other sources refer to."""

from __future__ import annotations

from tarjotin.catalogue.records import Code, ConceptRecord
from tarjotin.sources.ptv.texts import Raw, code_of, codes, localised
from tarjotin.sources.raw import Notes, text
from tarjotin.sources.source import Parsed

SCHEMES = {"service_class": "ptv", "target_group": "ptvtarget", "life_event": "ptvlife"}
GENERAL_SCHEME = "ptvgd"


def concept_of(kind: str, raw: Raw) -> Parsed:
    notes = Notes()
    code, label = code_of(raw), localised(raw.get("name"), notes)
    if not code:
        return Parsed(rejected="no code")
    if not label:
        return Parsed(rejected=f"{code} has no name")
    parent = text(raw.get("parent"))
    record = ConceptRecord(
        scheme=SCHEMES[kind], code=code, label=label, uri=text(raw.get("uri")), parents=(parent,) if parent else ()
    )
    return Parsed(record=record, flags=notes.flags)


def general_description_of(raw: Raw, external_id: str) -> Parsed:
    """A concept whose parents are its codes (P27.1, KR1.2, KE8): services that refer to it get their classes here."""
    notes = Notes()
    label = localised(raw.get("names"), notes, kind="Name")
    if not label:
        return Parsed(rejected="the national description has no name")
    parents: tuple[Code, ...] = (
        *codes(raw.get("serviceClasses"), "ptv"),
        *codes(raw.get("targetGroups"), "ptvtarget"),
        *codes(raw.get("lifeEvents"), "ptvlife"),
    )
    record = ConceptRecord(
        scheme=GENERAL_SCHEME,
        code=external_id,
        label=label,
        parents=tuple(code.code for code in parents),
        alternatives=localised(raw.get("names"), notes, kind="AlternativeName"),
    )
    return Parsed(record=record, flags=notes.flags)
