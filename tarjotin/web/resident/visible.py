"""May a reader see this row? The same rule as `EntityQuerySet.visible` asks the database."""

from __future__ import annotations

from datetime import datetime

from tarjotin.catalogue.models import Entity, Status


def is_visible(entity: Entity, now: datetime) -> bool:
    begun = entity.visible_from is None or entity.visible_from <= now
    over = entity.visible_until is not None and entity.visible_until <= now
    return entity.status == Status.PUBLISHED and begun and not over
