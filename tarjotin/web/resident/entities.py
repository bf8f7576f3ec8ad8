"""From an address to the thing it names: found, moved, merged into another, or gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect

from tarjotin.catalogue.models import ENTITY_MODELS, Slug, Status
from tarjotin.common.languages import reading_order
from tarjotin.web.resident.addresses import entity_address, slug_in
from tarjotin.web.resident.gone import show_gone
from tarjotin.web.resident.visible import is_visible

FAREST_MERGE = 5  # chains are flattened when things merge; this only guards against a ring
NEVER_SHOWN = frozenset({Status.DRAFT, Status.IN_REVIEW})


@dataclass(frozen=True, slots=True)
class Found:
    """The visible entity; or `answer`, the response that says where it went."""

    entity: Any = None
    answer: HttpResponse | None = None


def find(kind: str, slug: str, *, language: str, now: datetime, related: tuple[str, ...] = ()) -> Found:
    """The entity at this address. Raises `Http404` when there never was one."""
    entity = _by_slug(kind, slug, language, related)
    survivor = _survivor(entity)
    if survivor is not entity:
        return Found(answer=HttpResponsePermanentRedirect(entity_address(survivor, language)))
    if entity.status in NEVER_SHOWN:
        raise Http404
    if not is_visible(entity, now):
        return Found(answer=show_gone(entity, language=language, now=now))
    if slug != slug_in(entity.slug, language):
        return Found(answer=HttpResponsePermanentRedirect(entity_address(entity, language)))
    return Found(entity)


def _by_slug(kind: str, slug: str, language: str, related: tuple[str, ...]) -> Any:
    """A slug belongs to one entity a language; where the asked language has none, the reader's next ones count."""
    owners = {row.language: row.entity_id for row in Slug.objects.filter(kind=kind, slug=slug)}
    owner = next((owners[tag] for tag in reading_order(language) if tag in owners), None)
    if owner is None:
        raise Http404
    entity = ENTITY_MODELS[kind].objects.select_related(*related).filter(pk=owner).first()
    if entity is None:
        raise Http404
    return entity


def _survivor(entity: Any) -> Any:
    found = entity
    for _step in range(FAREST_MERGE):
        if found.replaced_by_id is None:
            return found
        found = found.replaced_by
    return found
