"""Whose value wins: the order of sources for each group of fields, and the group of each field. Pure.

The orders are those of the data model, § 2. A source that an order does not name comes after those it names.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tarjotin.catalogue.records import Record

EDITS = "edits"

PRIORITY: dict[str, tuple[str, ...]] = {
    "place": (EDITS, "tpr", "lipas", "ptv", "linkedevents", "lahella"),
    "organisation": (EDITS, "ptv", "lahella", "tpr", "linkedevents"),
    "session": (EDITS, "linkedevents", "lahella", "ptv", "tpr"),
    "activity": (EDITS, "lahella", "linkedevents", "ptv", "tpr"),
    "service": (EDITS, "ptv", "palvelurekisteri", "tpr"),
    "vocabulary": (EDITS, "tpr", "palvelurekisteri", "linkedevents", "ptv", "lahella"),
}

# Every field of every record, by kind and group: a new field has to be given its group here.
_FIELDS: dict[str, dict[str, str]] = {
    "organisation": {
        "organisation": "name kind short_name description business_id oid parent website email phone safe_space_url",
    },
    "place": {
        "place": (
            "name kind summary description organisation street postal_code municipality city point parent "
            "tpr_unit lipas_id library_id hours_id building_id entrance entrance_point arrival parking "
            "accessible_parking lipas_type website email phone fees_text notice languages access hours contacts "
            "image keywords codes"
        ),
    },
    "service": {
        "service": (
            "name kind organisation summary description how_to_get requirements fees_text is_free area languages "
            "life_events places channels contacts website keywords codes what_happens what_you_gain what_it_asks "
            "anonymous_ok id_needed upstream_id"
        ),
    },
    "activity": {
        "session": (
            "schedules sessions entry register_url register_phone register_email register_in_person how_to_join "
            "group_typical group_max"
        ),
        "activity": (
            "name organisation provider place place_text part_of summary description what_happens what_you_gain "
            "what_it_asks rhythm arrival bring min_age max_age gender fitness beginners demands seated_option "
            "peer_support led_by children children_ages companion alone_ok quiet_ok trial residents_only setting "
            "safe_space substance_free anonymous_ok id_needed discreet_ticket hygiene food equipment volunteering "
            "by_appointment website languages suitability prices contacts image visible_from visible_until "
            "keywords codes"
        ),
    },
    "concept": {
        "vocabulary": "scheme code label uri parents replaced_by alternatives position",
    },
}

GROUP_OF_FIELD: dict[str, dict[str, str]] = {
    kind: {field: group for group, names in groups.items() for field in names.split()}
    for kind, groups in _FIELDS.items()
}


@dataclass(frozen=True, slots=True)
class Part:
    """One source's record of an entity: of the whole (`same`), or of one session of it (`part_of`)."""

    record_id: int
    source: str
    record: Record
    relation: str = "same"
    modified_at: datetime | None = None


def ranked(parts: Iterable[Part], group: str) -> list[Part]:
    """Best first: by source, then the most recently modified, then the lowest record id."""
    order = PRIORITY[group]
    return sorted(parts, key=lambda part: rank(part, order))


def rank(part: Part, order: tuple[str, ...]) -> tuple[int, str, float, int]:
    place = order.index(part.source) if part.source in order else len(order)
    newest_first = -part.modified_at.timestamp() if part.modified_at else math.inf
    return (place, part.source, newest_first, part.record_id)


def whole_parts(parts: Iterable[Part]) -> list[Part]:
    """Those that tell of the whole; when its own record is missing, the records of its sessions stand in for it."""
    known = list(parts)
    return [part for part in known if part.relation == "same"] or known


def one_type(parts: Iterable[Part]) -> type[Any]:
    """The type of record all parts are."""
    types = {type(part.record) for part in parts}
    if len(types) != 1:
        raise ValueError(f"parts of one entity are of one kind, not {sorted(found.__name__ for found in types)}")
    return types.pop()
