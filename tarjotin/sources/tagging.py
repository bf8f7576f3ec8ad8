"""What an entity is about in the words of the thesaurus: by the codes its sources gave it, and by its texts. Pure.

Told when an entity is written (`publishing.py`), and anew when only the thesaurus has changed (`retagging.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tarjotin.catalogue.records import TopicRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.classification.evidence import national_codes
from tarjotin.words.thesaurus import Topic, topics
from tarjotin.words.thesaurus.source_codes import plain_code, source_codes

FIELDS = {"title": "name", "keywords": "keywords", "summary": "summary", "description": "description"}
# Whose vocabulary a code is of, by its plain scheme; all others are keywords of Linked Events.
SOURCE_OF_SCHEME = {
    "tpr": "tpr",
    "tprword": "tpr",
    "tprtag": "palvelurekisteri",
    "tprlife": "palvelurekisteri",
    "ptv": "ptv",
    "koko": "ptv",
    "lahella": "lahella",
    "lipas": "lipas",
}
OTHERS = "linkedevents"


@dataclass(frozen=True, slots=True)
class Told:
    """What is read of an entity. `sources`: whose each text is, by field and language ("name.fi")."""

    texts: Sequence[tuple[str, LocalisedText]]
    codes: Sequence[str]
    sources: Mapping[str, str]
    lipas_type: str = ""
    national: str = ""  # the national description its texts came from

    @classmethod
    def of_record(cls, record: Any, sources: Mapping[str, str]) -> Told:
        return cls(
            texts=_texts(record),
            codes=[str(code) for code in record.codes],
            sources=sources,
            lipas_type=getattr(record, "lipas_type", ""),
            national=getattr(record, "upstream_id", ""),
        )

    @classmethod
    def of_row(cls, row: Any, sources: Mapping[str, str]) -> Told:
        """Of what is published; its codes stand in the record it was published from."""
        content = row.content
        codes = content.get("codes", ())
        return cls(_texts(row), codes, sources, content.get("lipas_type", ""), content.get("upstream_id", ""))


@dataclass(frozen=True, slots=True)
class Tagger:
    """`tree`: TPR node → its parents; `national`: id of a national description → its class codes."""

    tree: Mapping[str, Sequence[str]]
    national: Mapping[str, Sequence[str]]

    def topics(self, told: Told) -> tuple[TopicRecord, ...]:
        return tuple(_record(topic, told) for topic in topics(codes=self._codes(told), texts=told.texts))

    def _codes(self, told: Told) -> Iterator[str]:
        for code in told.codes:
            yield from self._meaning(code)
        if told.lipas_type:
            yield f"lipas:{told.lipas_type}"
        yield from map(str, national_codes(self.national.get(told.national, ())))

    def _meaning(self, code: str) -> Iterator[str]:
        """The code, or for a node of TPR's tree that no concept names the nearest ones above that one does."""
        scheme, _, node = code.partition(":")
        if scheme != "tpr" or code in source_codes():
            yield code
            return
        for parent in self.tree.get(node, ()):
            yield from self._meaning(f"tpr:{parent}")


def _texts(about: Any) -> list[tuple[str, LocalisedText]]:
    return [(where, getattr(about, name)) for where, name in FIELDS.items()]


def _record(topic: Topic, told: Told) -> TopicRecord:
    return TopicRecord(topic.code, topic.confidence, topic.reason, topic.where, topic.matched, _source(topic, told))


def _source(topic: Topic, told: Told) -> str:
    if topic.where == "code":
        return SOURCE_OF_SCHEME.get(plain_code(topic.matched).partition(":")[0], OTHERS)
    field = FIELDS.get(topic.where, "")
    whose = [told.sources.get(f"{field}.{language}", "") for language in (topic.language, "fi")]
    return next(filter(None, whose), "")
