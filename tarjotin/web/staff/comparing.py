"""Two records side by side: what a person needs to see to say whether they are the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tarjotin.catalogue.models import ENTITY_MODELS, Entity, Place
from tarjotin.catalogue.records import PriceRecord, Ref
from tarjotin.common.distance import Point, metres_between
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import to_helsinki
from tarjotin.sources import references
from tarjotin.sources.explaining import in_words
from tarjotin.sources.features import Features
from tarjotin.sources.models import Link, Relation, SourceRecord
from tarjotin.sources.parts import parsed
from tarjotin.sources.times import times_in_words
from tarjotin.web.staff import phrases
from tarjotin.web.staff.values import public_url
from tarjotin.web.staff.words import all_languages, choice_name, field_name, in_readers_language, source_title

COMPARED: dict[str, tuple[str, ...]] = {
    "organisation": ("name", "kind", "business_id", "parent", "phone", "email", "website", "description"),
    "place": ("name", "kind", "street", "organisation", "parent", "phone", "email", "website", "summary"),
    "service": ("name", "organisation", "summary", "how_to_get", "channels", "phone", "website", "description"),
    "activity": (
        "name",
        "organisation",
        "place",
        "schedules",
        "sessions",
        "entry",
        "prices",
        "register_phone",
        "website",
        "summary",
        "description",
    ),
}
SESSIONS_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with where to look further."""

    record: SourceRecord
    source: str
    public_url: str
    told: Any
    refs: dict[Ref, Entity]
    point: Point | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A field of both; `same` is `None` when only one of them tells it."""

    name: str
    a: str
    b: str

    @property
    def same(self) -> bool | None:
        return self.a.casefold() == self.b.casefold() if self.a and self.b else None


def sides(kind: str, record_a: SourceRecord, record_b: SourceRecord) -> tuple[Side, Side]:
    return _side(kind, record_a), _side(kind, record_b)


def compared(kind: str, a: Side, b: Side) -> list[Compared]:
    rows = [Compared(field_name(name), _words(kind, name, a), _words(kind, name, b)) for name in COMPARED[kind]]
    return [row for row in rows if row.a or row.b]


def distance(a: Side, b: Side) -> int | None:
    return round(metres_between(a.point, b.point)) if a.point and b.point else None


def _side(kind: str, record: SourceRecord) -> Side:
    told = parsed(record).record
    found = references.resolve(references.mentioned(told)) if told else {}
    entities = {
        row.pk: row for model in ENTITY_MODELS.values() for row in model._default_manager.filter(pk__in=found.values())
    }
    refs = {ref: entities[pk] for ref, pk in found.items() if pk in entities}
    place = refs.get(getattr(told, "place", None))  # type: ignore[arg-type]
    point = getattr(told, "point", None) or (place.point if isinstance(place, Place) else None)
    link = Link.objects.filter(record=record, relation=Relation.SAME).first()
    entity = ENTITY_MODELS[link.entity]._default_manager.filter(pk=link.entity_id).first() if link else None
    return Side(record, source_title(record.source), public_url(entity), told, refs, point)


def _words(kind: str, name: str, side: Side) -> str:
    value = getattr(side.told, name, None)
    match name:
        case "organisation":
            return _joined(_ref(side, value), _text(getattr(side.told, "provider", None)))
        case "place":
            address = _address(side.refs.get(value)) if value else ""
            return _joined(_ref(side, value), address, _text(side.told.place_text))
        case "street":
            return " ".join(filter(None, (_text(value), side.told.postal_code, _text(side.told.city))))
        case "schedules":
            times = Features.from_json(side.record.features or {"kind": kind, "source": ""}).times
            return phrases.days(times_in_words(times)) if times else ""
        case "prices":
            return "\n".join(_price(price) for price in value or ())
        case "sessions":
            return _sessions(value or ())
    if isinstance(value, Ref):
        return _ref(side, value)
    if isinstance(value, LocalisedText):
        return all_languages(value)
    return choice_name(kind, name, in_words(value))


def _joined(*pieces: str) -> str:
    return ", ".join(dict.fromkeys(filter(None, pieces)))


def _price(price: PriceRecord) -> str:
    amount = f"{price.amount} €" if price.amount is not None else ""
    return _joined(amount or (_("maksuton") if price.is_free else ""), _text(price.note))


def _ref(side: Side, ref: Ref | None) -> str:
    if ref is None:
        return ""
    entity = side.refs.get(ref)
    return in_readers_language(entity.name) if entity else str(ref)


def _address(entity: Entity | None) -> str:
    return _text(entity.street) if isinstance(entity, Place) else ""


def _text(value: LocalisedText | None) -> str:
    return in_readers_language(value) if value else ""


def _sessions(sessions: tuple[Any, ...]) -> str:
    starts = sorted(to_helsinki(session.starts_at) for session in sessions)
    shown = ", ".join(f"{start.day}.{start.month}.{start.year} {start:%H.%M}" for start in starts[:SESSIONS_SHOWN])
    return f"{shown} … ({len(starts)})" if len(starts) > SESSIONS_SHOWN else shown
