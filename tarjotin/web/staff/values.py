"""Why each value of an entry is shown: the winner of each field, its rule, and what others told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from tarjotin.catalogue.models import ENTITY_MODELS, Entity, EntityTopics, Status, Tag
from tarjotin.sources.merging import Candidate, Part, why_all
from tarjotin.sources.models import Link, Relation
from tarjotin.sources.parts import links_of, parts_of
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.staff import phrases
from tarjotin.web.staff.words import choice_name, concept_name, field_name, kind_name, source_title
from tarjotin.words.thesaurus import thesaurus

WINNERS_SHOWN = 3
ONLY_MENTIONED = 0.55  # what is less sure is a mention for the search too
SESSIONS_LISTED = 20  # records of single sessions; a long series has hundreds


@dataclass(frozen=True, slots=True)
class Told:
    """What one record tells of a field."""

    text: str
    source: str
    record_id: int
    why: str


@dataclass(frozen=True, slots=True)
class Value:
    """A field of an entry: who won (several, when they are joined), and who did not."""

    name: str
    winners: list[Told]
    losers: list[Told]

    @property
    def first(self) -> list[Told]:
        """The winners that are shown at once; the many sessions of a series are folded."""
        return self.winners[:WINNERS_SHOWN]

    @property
    def folded(self) -> list[Told]:
        return self.winners[WINNERS_SHOWN:]


@dataclass(frozen=True, slots=True)
class About:
    """A tag: what the entry is about, who says so, and why."""

    scheme: str
    name: str
    by: str
    reason: str
    main: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept by which the search finds the entry, who told it, and why."""

    name: str
    reason: str
    source: str
    mentioned: bool  # in passing


@dataclass(frozen=True, slots=True)
class Row:
    """A record of an entry, with the rule that brought it here."""

    link: Link
    source: str
    name: str
    rule: str
    evidence: str
    outcome: str


@dataclass(slots=True)
class Explained:
    """An entry as staff see it."""

    kind: str
    kind_name: str
    entity: Entity | None
    public_url: str
    rows: list[Row] = field(default_factory=list)
    sessions: list[Row] = field(default_factory=list)
    more_sessions: int = 0  # records of sessions that are not listed
    values: list[Value] = field(default_factory=list)
    tags: list[About] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)


def explained(kind: str, entity_id: UUID, now: datetime) -> Explained:
    entity = ENTITY_MODELS[kind]._default_manager.filter(pk=entity_id).first()
    links = links_of(kind, entity_id)
    parts = parts_of(links, now)
    listed = [link for link in links if link.relation != Relation.PART_OF]
    sessions = [link for link in links if link.relation == Relation.PART_OF]
    return Explained(
        kind=kind,
        kind_name=kind_name(kind),
        entity=entity,
        public_url=public_url(entity),
        rows=_rows(listed, parts),
        sessions=_rows(sessions[:SESSIONS_LISTED], parts),
        more_sessions=len(sessions[SESSIONS_LISTED:]),
        values=_values(kind, parts),
        tags=_tags(kind, entity_id),
        topics=_topics(kind, entity_id),
    )


def public_url(entity: Entity | None) -> str:
    """The residents' page of an entry that is shown to them."""
    if entity is None or entity.status != Status.PUBLISHED:
        return ""
    return entity_address(entity, get_language() or "fi")


def _rows(links: Sequence[Link], parts: Sequence[Part]) -> list[Row]:
    names = {part.record_id: getattr(part.record, "name", None) for part in parts}
    return [
        Row(
            link=link,
            source=source_title(link.record.source),
            name=str(names.get(link.record_id) or ""),
            rule=phrases.rule(link.rule),
            evidence=phrases.evidence(link.evidence),
            outcome=phrases.outcome(link.record.reason),
        )
        for link in links
    ]


def _values(kind: str, parts: Sequence[Part]) -> list[Value]:
    if not parts:
        return []
    return [_value(kind, name, list(told)) for name, told in groupby(why_all(parts), key=lambda told: told.field)]


def _value(kind: str, name: str, told: Sequence[Candidate]) -> Value:
    lines = [(candidate.won, _told(kind, candidate)) for candidate in told]
    return Value(field_name(name), [line for won, line in lines if won], [line for won, line in lines if not won])


def _told(kind: str, candidate: Candidate) -> Told:
    text = phrases.value(choice_name(kind, candidate.field, candidate.value))
    return Told(text, source_title(candidate.source), candidate.record_id, phrases.why(candidate.reason))


def _tags(kind: str, entity_id: UUID) -> list[About]:
    if kind == "organisation":
        return []
    tags: Any = (
        Tag.objects.filter(**{kind: entity_id}).select_related("concept").order_by("-main", "concept__scheme", "pk")
    )
    return [
        About(
            tag.concept.scheme,
            concept_name(tag.concept.scheme, tag.concept.code),
            tag.by,
            phrases.signs(tag.reason),
            tag.main,
        )
        for tag in tags
    ]


def _topics(kind: str, entity_id: UUID) -> list[Topic]:
    if kind == "organisation":
        return []
    kept = EntityTopics.objects.filter(**{kind: entity_id}).first()
    known, language = thesaurus(), get_language() or "fi"
    return [
        Topic(
            known[told["code"]].label(language),
            phrases.signs(told["reason"]),
            source_title(told.get("source", "")),
            told["confidence"] < ONLY_MENTIONED,
        )
        for told in (kept.told if kept else ())
        if told["code"] in known
    ]
