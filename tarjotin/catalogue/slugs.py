"""The last part of an address: readable, unique in each language, and never reused for something else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.utils.text import slugify

from tarjotin.catalogue.models import Entity, Slug
from tarjotin.common.bulk import upsert
from tarjotin.common.languages import CONTENT_LANGUAGES
from tarjotin.common.text import LocalisedText

LONGEST = 80


def wanted(name: LocalisedText) -> dict[str, str]:
    """Language → the slug its wording asks for.

    Every interface language has one, from the wording its reader gets: else "pilates" of a thing without a Swedish
    name, and the "pilates" of another thing that has one, would be the same Swedish address.
    """
    slugs = {wording.language: slug_of(wording.text) for wording in name.wordings}
    for language in CONTENT_LANGUAGES:
        if not slugs.get(language) and (best := name.in_language(language)):
            slugs[language] = slug_of(best.text)
    return {language: slug for language, slug in slugs.items() if slug}


def slug_of(text: str) -> str:
    """Latin letters where there are any, else the letters as they are."""
    return (slugify(text) or slugify(text, allow_unicode=True))[:LONGEST].strip("-")


def assign(kind: str, entities: Iterable[Entity]) -> None:
    """Give each entity its slugs, keeping those that still fit; old addresses stay in the table.

    Sets `entity.slug`; the caller writes the entity itself.
    """
    entities = list(entities)
    asked = {(language, slug) for entity in entities for language, slug in _asked(entity)}
    owners = _owners(kind, asked)
    new: dict[tuple[str, str], UUID] = {}
    for entity in entities:
        slugs = {}
        for language, slug in _asked(entity):
            free = _free(language, slug, entity.id, owners)
            slugs[language] = free
            if owners.setdefault((language, free), entity.id) == entity.id:
                new[language, free] = entity.id
        entity.slug = slugs
    _write(kind, entities, new)


def _asked(entity: Any) -> Sequence[tuple[str, str]]:
    slugs = wanted(entity.name) or {"fi": entity.id.hex[:12]}
    return tuple(slugs.items())


def _owners(kind: str, asked: set[tuple[str, str]]) -> dict[tuple[str, str], UUID]:
    rows = Slug.objects.filter(kind=kind, slug__in={slug for _, slug in asked})
    return {(row.language, row.slug): row.entity_id for row in rows}


def _free(language: str, slug: str, entity_id: UUID, owners: dict[tuple[str, str], UUID]) -> str:
    """The slug itself, or with the first letters of the entity's id when another has it."""
    if owners.get((language, slug), entity_id) == entity_id:
        return slug
    return f"{slug}-{entity_id.hex[:8]}"


def _write(kind: str, entities: Sequence[Entity], new: dict[tuple[str, str], UUID]) -> None:
    Slug.objects.filter(kind=kind, entity_id__in=[entity.id for entity in entities]).update(current=False)
    rows = [
        Slug(kind=kind, language=language, slug=slug, entity_id=owner, current=True)
        for (language, slug), owner in new.items()
    ]
    upsert(rows, unique=["kind", "language", "slug"], update=["current"])
