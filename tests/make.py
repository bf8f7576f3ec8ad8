"""Rows for tests, from plain functions: `make.session(activity=…)`. A test states every fact it relies on.

Each function builds what it needs, writes it and gives it back. Texts are strings (then Finnish) or dicts by language.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from tarjotin.catalogue import models, slugs
from tarjotin.common.fields import LocalisedTextField
from tarjotin.common.text import LocalisedText
from tarjotin.sources.models import Outcome, Run, RunState, SourceRecord

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # a Tuesday, noon in Helsinki

Text = str | Mapping[str, str] | LocalisedText


def text(value: Text) -> LocalisedText:
    """A localised text from a Finnish text, or from texts by language."""
    if isinstance(value, LocalisedText):
        return value
    return LocalisedText.of(fi=value) if isinstance(value, str) else LocalisedText.of(value)


def organisation(*, name: Text = "Kotikulman asukasyhdistys", **facts: Any) -> models.Organisation:
    return _entity(models.Organisation, name, {"kind": "association"} | facts)


def place(*, name: Text = "Kallion kirjasto", **facts: Any) -> models.Place:
    usual = {
        "street": text("Viides linja 11"),
        "postal_code": "00530",
        "municipality": "091",
        "city": text({"fi": "Helsinki", "sv": "Helsingfors", "en": "Helsinki"}),
        "lat": 60.1841,
        "lon": 24.9537,
        "district": "11",
    }
    return _entity(models.Place, name, usual | facts)


def service(*, name: Text = "Seniori-info", **facts: Any) -> models.Service:
    return _entity(models.Service, name, facts)


def activity(*, name: Text = "Tuolijumppa", **facts: Any) -> models.Activity:
    return _entity(models.Activity, name, facts)


def session(
    *,
    activity: models.Activity | None = None,
    starts_at: datetime | None = None,
    minutes: int | None = 60,
    **facts: Any,
) -> models.Session:
    activity = activity or globals()["activity"]()
    starts_at = starts_at or NOW + timedelta(days=1)
    ends_at = starts_at + timedelta(minutes=minutes) if minutes is not None else None
    facts = _texts(models.Session, facts)
    return models.Session.objects.create(
        **{"activity": activity, "starts_at": starts_at, "ends_at": ends_at, "modified_at": NOW} | facts
    )


def schedule(
    *, activity: models.Activity, start: time = time(10), end: time | None = time(11), rrule: str, **facts: Any
) -> models.Schedule:
    usual = {"starts_on": date(2026, 9, 1), "start": start, "end": end, "rrule": rrule}
    return models.Schedule.objects.create(activity=activity, **usual | facts)


def price(*, activity: models.Activity, amount: str | None = None, **facts: Any) -> models.Price:
    sum_ = Decimal(amount) if amount is not None else None
    return models.Price.objects.create(activity=activity, amount=sum_, **_texts(models.Price, facts))


def contact(**facts: Any) -> models.Contact:
    return models.Contact.objects.create(**_texts(models.Contact, facts))


def channel(*, service: models.Service, kind: str = "phone", value: str = "", **facts: Any) -> models.Channel:
    facts = _texts(models.Channel, facts)
    return models.Channel.objects.create(service=service, kind=kind, value=value, **facts)


def service_place(*, service: models.Service, place: models.Place, **facts: Any) -> models.ServicePlace:
    return models.ServicePlace.objects.create(service=service, place=place, **_texts(models.ServicePlace, facts))


def hours(*, weekday: int | None = None, opens: time | None = None, closes: time | None = None, **facts: Any) -> Any:
    return models.OpeningHours.objects.create(
        weekday=weekday, opens=opens, closes=closes, **_texts(models.OpeningHours, facts)
    )


def access(*, place: models.Place, profile: str = "wheelchair", verdict: str = "ok", **facts: Any) -> Any:
    return models.PlaceAccess.objects.create(
        place=place, profile=profile, verdict=verdict, **_texts(models.PlaceAccess, facts)
    )


def transit(*, place: models.Place, mode: str = "metro", stop: str = "Sörnäinen", walk_m: int = 450) -> Any:
    return models.PlaceTransit.objects.create(place=place, mode=mode, stop=stop, walk_m=walk_m)


def suitability(
    *, activity: models.Activity, limit: str, verdict: str, stated_by: str = "organiser", **facts: Any
) -> Any:
    return models.Suitability.objects.create(
        activity=activity, limit=limit, verdict=verdict, stated_by=stated_by, **_texts(models.Suitability, facts)
    )


def concept(*, scheme: str = "category", code: str = "sport", label: Text = "Liikunta", position: int = 0) -> Any:
    return models.Concept.objects.get_or_create(
        scheme=scheme, code=code, defaults={"label": text(label), "position": position}
    )[0]


def tag(
    entity: models.Entity, *, scheme: str = "category", code: str = "sport", main: bool = True, **label: Any
) -> Any:
    """The entity is about the concept, which is made when it is missing."""
    return models.Tag.objects.create(
        **{entity.kind_name: entity},
        concept=concept(scheme=scheme, code=code, **label),
        by="rule",
        reason="test",
        main=main,
    )


def run(*, source: str, ended_at: datetime, verdict: str = RunState.APPLIED) -> Run:
    return Run.objects.create(
        source=source, started_at=ended_at, ended_at=ended_at, heartbeat_at=ended_at, verdict=verdict
    )


def source_record(*, source: str, kind: str, external_id: str, **facts: Any) -> SourceRecord:
    usual: dict[str, Any] = {
        "first_seen_at": NOW,
        "fetched_at": NOW,
        "seen_at": NOW,
        "outcome": Outcome.PUBLISHED,
        "todo": "",
    }
    return SourceRecord.objects.create(source=source, kind=kind, external_id=external_id, **usual | facts)


def _entity(model: Any, name: Text, facts: dict[str, Any]) -> Any:
    """A published entity with its addresses, unless the facts say otherwise."""
    usual: dict[str, Any] = {
        "id": uuid4(),
        "status": models.Status.PUBLISHED,
        "source": "linkedevents",
        "created_at": NOW,
        "modified_at": NOW,
    }
    entity = model(name=text(name), **_texts(model, usual | facts))
    slugs.assign(model.kind_name, [entity])
    entity.save(force_insert=True)
    return entity


def _texts(model: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts with plain texts made localised where the model holds localised ones."""
    localised = {field.name for field in model._meta.get_fields() if isinstance(field, LocalisedTextField)}
    return {name: text(value) if name in localised else value for name, value in facts.items()}
