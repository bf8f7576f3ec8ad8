"""What several shapes share: texts, references, credits, tags, contacts, opening hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db.models import Prefetch
from django.urls import reverse

from tarjotin.api import schemas
from tarjotin.catalogue.models import Entity, Status, Tag
from tarjotin.common.languages import CONTENT_LANGUAGES, reading_order
from tarjotin.common.text import LocalisedText
from tarjotin.sources.models import SourceRecord
from tarjotin.sources.queries import last_good_runs
from tarjotin.sources.registry import SOURCES

# Our own edits have no records of their own outside the tray.
WITHOUT_RECORDS = frozenset({"edits"})

TAGS = Prefetch(
    "tags", Tag.objects.select_related("concept").order_by("-main", "concept__scheme", "concept__position", "id")
)


@dataclass(frozen=True, slots=True)
class Origins:
    """The source records a page of entities stands on, read at once."""

    records: Mapping[int, tuple[str, str]]  # record → its source, and its name
    checked: Mapping[str, datetime]

    @classmethod
    def of(cls, entities: Iterable[Entity]) -> Origins:
        numbers = {number for entity in entities for number in _record_numbers(entity)}
        records = SourceRecord.objects.filter(pk__in=numbers) if numbers else SourceRecord.objects.none()
        rows = records.values_list("pk", "source", "kind", "external_id")
        return cls({pk: (source, f"{source}/{kind}/{name}") for pk, source, kind, name in rows}, last_good_runs())

    def credits(self, entity: Entity) -> list[schemas.SourceCredit]:
        """The entity's sources, the leading one first."""
        records = sorted(self.records[number] for number in _record_numbers(entity) if number in self.records)
        names = dict.fromkeys([entity.source, *(source for source, _ in records)])
        return [self._credit(name, records) for name in names if name in SOURCES]

    def _credit(self, name: str, records: Iterable[tuple[str, str]]) -> schemas.SourceCredit:
        source = SOURCES[name]
        return schemas.SourceCredit(
            name=name,
            title=source.title,
            owner=source.owner,
            licence=source.licence,
            licence_url=source.licence_url or None,
            credit=source.credit,
            website=source.website or None,
            checked_at=self.checked.get(name),
            records=[record for owner, record in records if owner == name and name not in WITHOUT_RECORDS],
        )


def _record_numbers(entity: Entity) -> set[int]:
    return {number for number in entity.origins.values() if isinstance(number, int)}


def entity(row: Any, origins: Origins) -> dict[str, Any]:
    """The fields of `schemas.Entity`."""
    return {
        "id": row.id,
        "status": "published",
        "version": row.version,
        "created_at": row.created_at,
        "modified_at": row.modified_at,
        "visible_until": row.visible_until,
        "checked_on": row.checked_on,
        "urls": page_urls(row),
        "sources": origins.credits(row),
    }


def page_urls(row: Any) -> dict[str, str]:
    """Language → address of the page for people."""
    return {
        language: f"{settings.PUBLIC_URL}{_folder(row.kind_name, language)}{quote(_slug(row, language))}/"
        for language in CONTENT_LANGUAGES
    }


@cache
def _folder(kind: str, language: str) -> str:
    """What stands before the slug in an address."""
    return reverse(f"resident:{kind}-{language}", kwargs={"slug": "x"}).removesuffix("x/")


def _slug(row: Any, language: str) -> str:
    """In this language, else in the one a reader of it would read next."""
    slugs: dict[str, str] = row.slug
    return next(
        (slugs[tag] for tag in reading_order(language) if tag in slugs), next(iter(slugs.values()), str(row.id))
    )


def texts(value: LocalisedText) -> schemas.Texts:
    return {wording.language: schemas.Text(text=wording.text, by=wording.by) for wording in value.wordings}


def reference(row: Any) -> schemas.Reference | None:
    """Another entity, as long as it is published."""
    if row is None or row.status != Status.PUBLISHED:
        return None
    return schemas.Reference(id=row.id, name=texts(row.name))


def told(value: str) -> str | None:
    """An empty column means that nobody told."""
    return value or None


def clock(value: time | None) -> str | None:
    return f"{value:%H:%M}" if value else None


def tag(row: Tag) -> schemas.Tag:
    concept = row.concept
    return schemas.Tag(
        scheme=concept.scheme,
        code=concept.code,
        label=texts(concept.label),
        main=row.main,
        by=row.by,
        reason=row.reason,
        confidence=row.confidence,
    )


def tags(row: Any) -> list[schemas.Tag]:
    return [tag(found) for found in row.tags.all()]


def contacts(row: Any) -> list[schemas.Contact]:
    return [
        schemas.Contact(
            role=texts(contact.role),
            phone=told(contact.phone),
            email=told(contact.email),
            url=told(contact.url),
            hours=texts(contact.hours),
            languages=contact.languages,
        )
        for contact in row.contacts.all()
    ]


def opening_hours(row: Any) -> list[schemas.OpeningHours]:
    return [
        schemas.OpeningHours(
            weekday=hours.weekday,
            opens=clock(hours.opens),
            closes=clock(hours.closes),
            valid_from=hours.valid_from,
            valid_until=hours.valid_until,
            closed=hours.closed,
            note=texts(hours.note),
        )
        for hours in row.hours.all()
    ]


def image(row: Any) -> schemas.Image | None:
    if not row.image_url:
        return None
    return schemas.Image(
        url=row.image_url,
        alt=texts(row.image_alt),
        licence=told(row.image_licence),
        credit=told(row.image_credit),
    )


def localised(row: Any, *names: str) -> dict[str, Any]:
    """The fields of these names, each a localised text."""
    return {name: texts(getattr(row, name)) for name in names}


def references(row: Any, *names: str) -> dict[str, Any]:
    """The fields of these names, each another entity."""
    return {name: reference(getattr(row, name)) for name in names}


def plain(row: Any, *names: str) -> dict[str, Any]:
    """The fields of these names as they are; an empty word becomes `None`."""
    return {name: None if (value := getattr(row, name)) == "" else value for name in names}


def without_content(*related: str) -> list[str]:
    """Columns no shape reads: the merged record is as large as all the others together."""
    return ["content", *(f"{name}__content" for name in related)]
