"""Activities as the API tells them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Prefetch

from tarjotin.api import schemas
from tarjotin.api.shapes.common import (
    TAGS,
    Origins,
    clock,
    contacts,
    entity,
    image,
    localised,
    plain,
    references,
    tags,
    texts,
    without_content,
)
from tarjotin.catalogue.models import Activity, ActivityLanguage, Price, Schedule, Suitability

TEXTS = (
    "name",
    "provider",
    "place_text",
    "summary",
    "description",
    "what_happens",
    "what_you_gain",
    "what_it_asks",
    "register_url",
    "register_in_person",
    "how_to_join",
    "arrival",
    "bring",
    "hygiene",
    "website",
    "keywords",
)
PLAIN = (
    "rhythm",
    "entry",
    "register_phone",
    "register_email",
    "min_age",
    "max_age",
    "gender",
    "fitness",
    "beginners",
    "demands",
    "seated_option",
    "peer_support",
    "led_by",
    "group_typical",
    "group_max",
    "children",
    "children_ages",
    "companion",
    "alone_ok",
    "quiet_ok",
    "trial",
    "residents_only",
    "setting",
    "safe_space",
    "substance_free",
    "anonymous_ok",
    "id_needed",
    "discreet_ticket",
    "food",
    "equipment",
    "volunteering",
    "by_appointment",
)
RELATED = ("organisation", "service", "place")


def rows() -> Any:
    return (
        Activity.objects.select_related(*RELATED)
        .defer(*without_content(*RELATED))
        .prefetch_related(
            Prefetch("activity_languages", ActivityLanguage.objects.order_by("id")),
            Prefetch("suitability", Suitability.objects.order_by("limit")),
            Prefetch("prices", Price.objects.order_by("id")),
            Prefetch("schedules", Schedule.objects.order_by("starts_on", "start", "id")),
            "contacts",
            TAGS,
        )
    )


def shape(row: Activity, origins: Origins) -> schemas.Activity:
    return schemas.Activity(
        **entity(row, origins),
        **localised(row, *TEXTS),
        **plain(row, *PLAIN),
        **references(row, *RELATED),
        image=image(row),
        languages=[_language(language) for language in row.activity_languages.all()],
        suitability=[_suitability(suitability) for suitability in row.suitability.all()],
        prices=[_price(price) for price in row.prices.all()],
        schedules=[_schedule(schedule) for schedule in row.schedules.all()],
        contacts=contacts(row),
        tags=tags(row),
    )


def _language(row: ActivityLanguage) -> schemas.OfferedLanguage:
    return schemas.OfferedLanguage(language=row.language, how=row.how)


def _suitability(row: Suitability) -> schemas.Suitability:
    return schemas.Suitability(
        limit=row.limit,
        verdict=row.verdict,
        note=texts(row.note),
        stated_by=row.stated_by,
        stated_on=row.stated_on,
    )


def _price(row: Price) -> schemas.Price:
    return schemas.Price(
        who=row.who,
        amount=None if row.amount is None else f"{row.amount:.2f}",
        currency=row.currency,
        per=row.per,
        is_free=row.is_free,
        parsed=row.parsed,
        note=texts(row.note),
    )


def _schedule(row: Schedule) -> schemas.Schedule:
    return schemas.Schedule(
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        start=f"{row.start:%H:%M}",
        end=clock(row.end),
        rrule=row.rrule,
        except_on=[date.fromisoformat(day) for day in row.except_on],
        certain=row.certain,
        place_id=row.place_id,
    )
