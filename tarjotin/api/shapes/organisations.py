"""Organisations as the API tells them."""

from __future__ import annotations

from typing import Any

from tarjotin.api import schemas
from tarjotin.api.shapes.common import (
    Origins,
    contacts,
    entity,
    localised,
    plain,
    reference,
    without_content,
)
from tarjotin.catalogue.models import Organisation

TEXTS = ("name", "short_name", "description", "website", "safe_space_url")
PLAIN = ("kind", "business_id", "oid", "email", "phone")


def rows() -> Any:
    return Organisation.objects.select_related("parent").defer(*without_content("parent")).prefetch_related("contacts")


def shape(row: Organisation, origins: Origins) -> schemas.Organisation:
    return schemas.Organisation(
        **entity(row, origins),
        **localised(row, *TEXTS),
        **plain(row, *PLAIN),
        parent=reference(row.parent),
        contacts=contacts(row),
    )
