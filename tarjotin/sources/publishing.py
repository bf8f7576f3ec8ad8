"""Merging the records of an entity, classifying the result, and handing it to the catalogue."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tarjotin.catalogue import actions as catalogue
from tarjotin.catalogue import vocabulary
from tarjotin.catalogue.actions import Publication, Tagging
from tarjotin.catalogue.models import ENTITY_MODELS, Organisation, Place, Status, WithdrawnReason
from tarjotin.catalogue.records import ActivityRecord, Code, ConceptRecord, Ref, SessionRecord, TagRecord
from tarjotin.sources import references
from tarjotin.sources.classification import Classifier
from tarjotin.sources.classification.rules import load_rules
from tarjotin.sources.merging import Merged, Part, merge
from tarjotin.sources.models import Link, Outcome, RecordState, Relation, SourceRecord, Todo
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.retagging import load_trees, whose
from tarjotin.sources.source import Parsed
from tarjotin.sources.tagging import Tagger, Told
from tarjotin.words.thesaurus import VERSION

ACTOR = "import"
REMEMBERED = 4_000  # parsed records
OWN_SCHEMES = ("category", "audience", "need")


@dataclass(slots=True)
class Outcomes:
    """How each record ended, in words; what each refers to that is not here; and what was written."""

    of_records: dict[int, tuple[str, str]] = field(default_factory=dict)
    missing: dict[int, list[str]] = field(default_factory=dict)
    series: dict[int, tuple[SessionRecord, ...]] = field(
        default_factory=dict
    )  # all sessions of a series, by its record
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class _Draft:
    """One entity on its way out: its parts, what they make together, and what that is about."""

    entity_id: UUID
    parts: Sequence[Part]
    links: Mapping[int, Link]
    merged: Merged
    tags: tuple[TagRecord, ...]
    outside: str = ""  # why it does not belong to the tray, in words

    @property
    def main(self) -> TagRecord | None:
        return next((tag for tag in self.tags if tag.main), None)

    @property
    def lead(self) -> int:
        """The record whose name is shown."""
        return self.merged.origins.get("name.fi") or self.parts[0].record_id


@dataclass(slots=True)
class Publisher:
    """Publishes entities with one classifier and one tagger, loaded once for a whole run."""

    now: datetime
    classifier: Classifier
    tagger: Tagger
    _parsed: OrderedDict[tuple[int, str], Parsed] = field(default_factory=OrderedDict)

    @classmethod
    def load(cls, *, now: datetime) -> Publisher:
        keep_own_concepts()
        tree, national = load_trees()
        return cls(now, Classifier.load(tree, national), Tagger(tree, national))

    def parse(self, record: SourceRecord) -> Parsed:
        """What the record's payload tells; the last ones are remembered, for a series is merged again and again."""
        key = (record.pk, record.payload_hash)
        if key in self._parsed:
            self._parsed.move_to_end(key)
            return self._parsed[key]
        parsed = self._parsed[key] = SOURCES[record.source].parse(record.kind, record.payload or {})
        if len(self._parsed) > REMEMBERED:
            self._parsed.popitem(last=False)
        return parsed

    def publish(self, kind: str, ids: Collection[UUID], *, fresh: Mapping[int, SourceRecord]) -> Outcomes:
        """Bring these entities up to their records; `fresh` holds records whose newest state is not stored yet."""
        outcomes = Outcomes()
        drafts, empty = self._drafts(kind, ids, fresh)
        refs = references.resolve({ref for draft in drafts for ref in references.mentioned(draft.merged.record)})
        reachable = _reachable(refs.values()) if kind == "activity" else set()
        ready = []
        for draft in drafts:
            own_refs = {ref: refs[ref] for ref in references.mentioned(draft.merged.record) if ref in refs}
            outcome, reason = _judge(kind, draft, own_refs, reachable)
            _tell(draft, outcome, reason, own_refs, outcomes)
            if outcome == Outcome.PUBLISHED:
                ready.append(_publication(draft, own_refs))
        tagging = self._tagging(drafts)
        published = catalogue.publish(kind, ready, now=self.now, actor=ACTOR, cause="sources", tagging=tagging)
        outcomes.counts.update(
            {
                f"{kind} created": len(published.created),
                f"{kind} changed": len(published.changed),
                f"{kind} unchanged": len(published.unchanged),
            }
        )
        self._withdraw(kind, drafts, {publication.entity_id for publication in ready}, empty, outcomes)
        return outcomes

    def _drafts(
        self, kind: str, ids: Collection[UUID], fresh: Mapping[int, SourceRecord]
    ) -> tuple[list[_Draft], dict[UUID, str]]:
        """Entities with something to show, and those without, with why."""
        links = self._links(kind, ids, fresh)
        drafts: list[_Draft] = []
        empty: dict[UUID, str] = {}
        for entity_id in ids:
            parts = [part for link in links[entity_id] if (part := self._part(link, fresh))]
            if not any(part.relation == Relation.SAME and part.source != "edits" for part in parts):
                told = [_current(link, fresh) for link in links[entity_id] if link.relation == Relation.SAME]
                over = any(record.reason.startswith("over") for record in told if record.source != "edits")
                empty[entity_id] = WithdrawnReason.EXPIRED if over else WithdrawnReason.GONE_FROM_SOURCE
                continue
            merged = merge(parts)
            by_record = {link.record_id: link for link in links[entity_id]}
            drafts.append(_Draft(entity_id, parts, by_record, merged, *self._about(merged)))
        return drafts, empty

    def _links(self, kind: str, ids: Collection[UUID], fresh: Mapping[int, SourceRecord]) -> dict[UUID, list[Link]]:
        """The links of each entity. Payloads come along only where they are not parsed already."""
        rows = Link.objects.filter(entity=kind, entity_id__in=ids).exclude(relation=Relation.MENTIONS)
        heavy = ("record__payload", "record__incoming", "record__features", "record__flags")
        found = list(rows.select_related("record").defer(*heavy).order_by("record_id"))
        unread = [
            link.record
            for link in found
            if link.record_id not in fresh and (link.record_id, link.record.payload_hash) not in self._parsed
        ]
        payloads = dict(
            SourceRecord.objects.filter(pk__in=[record.pk for record in unread]).values_list("pk", "payload")
        )
        for record in unread:
            record.payload = payloads[record.pk]
        links: dict[UUID, list[Link]] = defaultdict(list)
        for link in found:
            links[link.entity_id].append(link)
        return links

    def _about(self, merged: Merged) -> tuple[tuple[TagRecord, ...], str]:
        """Tags, and why it stays outside; what a person decided stands before the rules."""
        decided = [code for code in getattr(merged.record, "codes", ()) if code.scheme in (*OWN_SCHEMES, "outside")]
        if outside := next((code.code for code in decided if code.scheme == "outside"), ""):
            return (), f"{outside}, as a person decided"
        found = self.classifier.classify(merged.record)
        by_person = [_decided(code, decided) for code in decided]
        has_main = any(tag.main for tag in by_person)
        by_rule = [
            TagRecord(tag.scheme, tag.code, tag.reason, "rule", tag.confidence, tag.main and not has_main)
            for tag in found.tags
            if Code(tag.scheme, tag.code) not in decided
        ]
        return (*by_person, *by_rule), "" if has_main else found.outside

    def _tagging(self, drafts: Sequence[_Draft]) -> Tagging:
        sources = {part.record_id: part.source for draft in drafts for part in draft.parts}
        return Tagging(
            VERSION, lambda told: self.tagger.topics(Told.of_record(told.record, whose(told.origins, sources)))
        )

    def _part(self, link: Link, fresh: Mapping[int, SourceRecord]) -> Part | None:
        record = _current(link, fresh)
        if record.state != RecordState.PRESENT or not record.payload_hash:
            return None
        parsed = self.parse(record)
        if parsed.record is None or (parsed.expires_at and parsed.expires_at <= self.now):
            return None
        return Part(record.pk, record.source, parsed.record, link.relation, record.source_modified_at)

    def _withdraw(
        self,
        kind: str,
        drafts: Sequence[_Draft],
        shown: Collection[UUID],
        empty: Mapping[UUID, str],
        outcomes: Outcomes,
    ) -> None:
        gone: dict[str, set[UUID]] = defaultdict(set)
        for entity_id, reason in empty.items():
            gone[reason].add(entity_id)
        gone[WithdrawnReason.UNSUITABLE] = {draft.entity_id for draft in drafts} - set(shown)
        model = ENTITY_MODELS[kind]
        for reason, ids in gone.items():
            visible = set(
                model._default_manager.filter(pk__in=ids, status=Status.PUBLISHED).values_list("pk", flat=True)
            )
            outcomes.counts[f"{kind} withdrawn"] += catalogue.withdraw(
                kind, visible, reason=reason, now=self.now, actor=ACTOR, cause="sources"
            )
            _let_stand_alone(kind, visible)


def _let_stand_alone(kind: str, withdrawn: Collection[UUID]) -> None:
    """What only mentioned a thing that is gone is the one to show again, as the entity it was (decision 0009)."""
    mentions = Link.objects.filter(entity=kind, entity_id__in=withdrawn, relation=Relation.MENTIONS)
    for link in mentions.exclude(previous_id=None):
        SourceRecord.objects.filter(pk=link.record_id, todo=Todo.NOTHING).update(todo=Todo.AGAIN)
        link.entity, link.entity_id, link.previous_id = "service", link.previous_id, None  # type: ignore[assignment]
        link.relation, link.rule, link.evidence = Relation.SAME, "first", "what it repeated is gone"
        link.save()


def _decided(code: Code, decided: Sequence[Code]) -> TagRecord:
    """A person's tag; the first category a person names is the main one."""
    first = next((other for other in decided if other.scheme == "category"), None)
    return TagRecord(code.scheme, code.code, "a person decided", "person", 1.0, main=code == first)


def _current(link: Link, fresh: Mapping[int, SourceRecord]) -> SourceRecord:
    return fresh.get(link.record_id, link.record)


def _judge(kind: str, draft: _Draft, refs: Mapping[Ref, UUID], reachable: Collection[UUID]) -> tuple[str, str]:
    """Whether an entity may be shown, and why not."""
    record = draft.merged.record
    if kind == "organisation":
        return Outcome.PUBLISHED, "an organisation"
    main = draft.main
    if kind == "place":
        return Outcome.PUBLISHED, "a place: " + (main.reason if main else "found through what happens there")
    if draft.outside:
        return Outcome.REJECTED, f"outside the tray, {draft.outside}"
    if main is None:
        return Outcome.WAITING, "unclassified: no rule says what it is about"
    if isinstance(record, ActivityRecord) and not _somebody_to_ask(record, refs, reachable):
        return Outcome.WAITING, "nobody to ask: no phone, e-mail or page of it, its organiser or its place"
    return Outcome.PUBLISHED, f"{main.code}: {main.reason}"


def _somebody_to_ask(record: ActivityRecord, refs: Mapping[Ref, UUID], reachable: Collection[UUID]) -> bool:
    own = record.contacts or record.website or record.register_url or record.register_phone or record.register_email
    return bool(own) or any(refs.get(ref) in reachable for ref in (record.organisation, record.place) if ref)


def _reachable(ids: Collection[UUID]) -> set[UUID]:
    """Organisations and places with a phone, an e-mail or a page."""
    found: set[UUID] = set()
    for model in (Organisation, Place):
        rows = model.objects.filter(pk__in=set(ids)).values_list("pk", "phone", "email", "website")
        found |= {pk for pk, phone, email, website in rows if phone or email or website}
    return found


def _tell(draft: _Draft, outcome: str, reason: str, refs: Mapping[Ref, UUID], outcomes: Outcomes) -> None:
    """The outcome of each record of the entity: its lead carries the entity's, the others are merged into it."""
    record = draft.merged.record
    has_parts = any(part.relation == Relation.PART_OF for part in draft.parts)
    for part in draft.parts:
        link = draft.links[part.record_id]
        if has_parts and isinstance(record, ActivityRecord) and part.relation == Relation.SAME:
            outcomes.series[part.record_id] = record.sessions
        if outcome != Outcome.PUBLISHED or part.record_id == draft.lead:
            outcomes.of_records[part.record_id] = (outcome, reason)
        elif link.relation == Relation.PART_OF:
            outcomes.of_records[part.record_id] = (Outcome.MERGED, "a session of a series")
        elif link.rule == "first":
            outcomes.of_records[part.record_id] = (Outcome.MERGED, "the same thing: another record's name is shown")
        else:
            outcomes.of_records[part.record_id] = (Outcome.MERGED, f"the same thing by {link.rule}: {link.evidence}")
        if absent := [str(ref) for ref in references.mentioned(part.record) if ref not in refs]:
            outcomes.missing[part.record_id] = absent


def _publication(draft: _Draft, refs: Mapping[Ref, UUID]) -> Publication:
    lead = next(part for part in draft.parts if part.record_id == draft.lead)
    return Publication(
        entity_id=draft.entity_id,
        record=draft.merged.record,
        source=lead.source,
        origins=draft.merged.origins,
        refs=refs,
        tags=draft.tags,
    )


def keep_own_concepts() -> None:
    """Our own short lists (categories, audiences, needs) as concepts, so that tags can point at them."""
    own = [
        ConceptRecord(scheme, concept.code, concept.label, position=position)
        for scheme in OWN_SCHEMES
        for position, concept in enumerate(load_rules().concepts[scheme].values())
    ]
    vocabulary.keep_concepts(own)
