"""Writing an edit here, and taking it back: what the staff pages do. What is stored is what an address would tell."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from tarjotin.catalogue.records import Ref
from tarjotin.sources.classification.rules import load_rules
from tarjotin.sources.edits import SOURCE
from tarjotin.sources.edits.fetch import entity_of
from tarjotin.sources.models import SourceRecord, Todo
from tarjotin.sources.processing import REFUSED, first_line, reprocess
from tarjotin.sources.staging import storable

CLASSES = ("category", "audience", "outside")


class BadEdit(ValueError):
    """The edit cannot be stored; the message says what is wrong with it."""


@transaction.atomic
def write_edit(
    *,
    about: Ref,
    fields: dict[str, Any],
    reason: str,
    by: str,
    now: datetime,
    valid_until: date | None = None,
    replaces: SourceRecord | None = None,
) -> SourceRecord:
    """Store an edit about a source's record and publish what follows from it. Raises `BadEdit`."""
    edit_id = replaces.external_id if replaces else str(uuid.uuid4())
    payload: dict[str, Any] = {
        "id": edit_id,
        "about": {"source": about.source, "kind": about.kind, "id": about.external_id},
        "reason": reason,
        "fields": fields,
        "by": by,
    }
    if valid_until:
        payload["valid_until"] = valid_until.isoformat()
    payload, mark = storable(payload)
    kind = entity_of(payload)
    if rejected := SOURCE.parse(kind, payload).rejected:
        raise BadEdit(rejected)
    edit = replaces or SourceRecord(source=SOURCE.name, kind=kind, external_id=edit_id, first_seen_at=now)
    edit.incoming, edit.incoming_hash, edit.todo = payload, mark, Todo.DELIVERED
    edit.licence, edit.fetched_at, edit.seen_at, edit.source_modified_at = SOURCE.licence, now, now, now
    try:
        with transaction.atomic():
            edit.save()
            reprocess([edit], now=now)
    except REFUSED as refused:
        raise BadEdit(f"cannot be stored: {first_line(refused)}") from refused
    edit.refresh_from_db()
    return edit


def classify(
    *,
    record: SourceRecord,
    by: str,
    now: datetime,
    category: str = "",
    audiences: Sequence[str] = (),
    outside: str = "",
    reason: str = "",
) -> SourceRecord:
    """A person says what a record is about, or (`outside`: a code of outside.toml) why it does not belong here.

    A new word takes the place of the one said before. Raises `BadEdit`.
    """
    if bool(category) == bool(outside):
        raise BadEdit("either a category or a reason to stay outside")
    return write_edit(
        about=record.ref,
        fields={"codes": _codes(category, audiences, outside)},
        reason=reason or "classified by hand",
        by=by,
        now=now,
        replaces=classification_of(record),
    )


def _codes(category: str, audiences: Sequence[str], outside: str) -> list[str]:
    known = load_rules().concepts
    asked = {
        "category": [category] if category else [],
        "audience": list(audiences),
        "outside": [outside] * bool(outside),
    }
    for scheme, codes in asked.items():
        if unknown := [code for code in codes if code not in known[scheme]]:
            raise BadEdit(f"{scheme}: {unknown[0]} is unknown")
    if outside:  # stands in the record's outcome, in the words that the rules use
        return [f"outside:{known['outside'][outside].label.get('en')}"]
    return [f"category:{category}", *(f"audience:{code}" for code in audiences)]


def classification_of(record: SourceRecord) -> SourceRecord | None:
    """The edit in force by which a person has said what this record is about."""
    edits = SourceRecord.objects.of(SOURCE.name).present().filter(upstream=str(record.ref)).order_by("-pk")
    return next((edit for edit in edits if _is_classification(edit.payload or {})), None)


def _is_classification(payload: dict[str, Any]) -> bool:
    codes = payload.get("fields", {}).get("codes", [])
    return set(payload.get("fields", {})) == {"codes"} and all(code.partition(":")[0] in CLASSES for code in codes)


@transaction.atomic
def take_back(edit: SourceRecord, *, now: datetime) -> None:
    """The edit holds no longer; what the sources tell is shown again."""
    if edit.source != SOURCE.name:
        raise BadEdit(f"{edit} is not an edit")
    edit.todo = Todo.GONE
    reprocess([edit], now=now)
