"""What entities are about in the words of the thesaurus, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from tarjotin.catalogue.encoding import encode
from tarjotin.catalogue.models import EntityTopics
from tarjotin.catalogue.records import TopicRecord
from tarjotin.common.bulk import upsert

KINDS = ("place", "service", "activity")


def write_topics(kind: str, topics: Mapping[UUID, Sequence[TopicRecord]], *, version: str) -> list[UUID]:
    """Keep what each of these entities is about; gives those of which that is news."""
    rows = EntityTopics.objects.filter(**{f"{kind}__in": topics})
    known = {pk: (told, by) for pk, told, by in rows.values_list(kind, "told", "version")}
    new: dict[UUID, list[Any]] = {pk: [encode(topic) for topic in told] for pk, told in topics.items()}
    changed = {pk: told for pk, told in new.items() if known.get(pk) != (told, version)}
    written = [EntityTopics(**{f"{kind}_id": pk}, version=version, told=told) for pk, told in changed.items()]
    upsert(written, unique=[kind], update=["version", "told"])
    return [pk for pk, told in changed.items() if pk not in known or known[pk][0] != told]
