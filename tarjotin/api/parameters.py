"""What a request may ask: types that refuse or tame any value, and the parameters that lists share."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal, Self, TypeAlias
from uuid import UUID

from ninja import P, PathEx
from pydantic import BaseModel, BeforeValidator, Field, StringConstraints, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

DEFAULT_LIMIT = 20
MOST = 100
MOST_OPTIONS = 20  # values of one repeated parameter
LONGEST_TEXT = 200

RFC_3339 = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):(\d\d)(\.\d{1,6})?\d*([Zz]|[+-]\d\d:\d\d)", re.ASCII)
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# Farther moments mean the same, and databases keep clear of the ends of the calendar.
EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def read_moment(written: Any) -> datetime:
    """An RFC 3339 date-time with its offset, in UTC."""
    found = RFC_3339.fullmatch(written) if isinstance(written, str) else None
    if not found:
        raise _not_a_moment()
    day, clock, second, fraction, offset = found.groups()
    second = min(second, "59") if second == "60" else second  # a leap second
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}:{second}{fraction or ''}{offset.upper()}")
    except ValueError as error:
        raise _not_a_moment() from error
    try:
        return min(max(moment.astimezone(UTC), EARLIEST), LATEST)
    except OverflowError:
        return EARLIEST if moment.year == 1 else LATEST


def _not_a_moment() -> PydanticCustomError:
    return PydanticCustomError(
        "moment", "must be a date-time with its offset, as 2026-11-24T10:00:00Z (write + as %2B)"
    )


def read_day(written: Any) -> date:
    """A day of the calendar."""
    try:
        day = date.fromisoformat(written) if DAY.fullmatch(str(written)) else None
    except ValueError:
        day = None
    if day is None:
        raise PydanticCustomError("day", "must be a day, as 2026-11-24")
    return min(max(day, EARLIEST.date()), LATEST.date())


Id: TypeAlias = PathEx[UUID, P(description="Its id.")]
Moment: TypeAlias = Annotated[datetime, BeforeValidator(read_moment, json_schema_input_type=datetime)]
Day: TypeAlias = Annotated[date, BeforeValidator(read_day, json_schema_input_type=date)]
Code: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Codes: TypeAlias = Annotated[list[Code], Field(max_length=MOST_OPTIONS)]
Municipalities: TypeAlias = Annotated[
    list[Annotated[str, StringConstraints(pattern=r"^[0-9]{3}$")]], Field(max_length=MOST_OPTIONS)
]
Districts: TypeAlias = Annotated[
    list[Annotated[str, StringConstraints(pattern=r"^[0-9]{2,3}$")]], Field(max_length=MOST_OPTIONS)
]
LanguageTag: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$")]


class Parameters(BaseModel):
    """Parameters of one endpoint. One nobody knows is refused: a misspelt filter must not answer with everything."""

    @model_validator(mode="after")
    def _only_known(self, info: ValidationInfo) -> Self:
        asked = info.context["request"].GET if info.context else ()
        for name in asked:
            if name not in type(self).model_fields:
                raise PydanticCustomError(
                    "unknown_parameter", "is not a parameter of this address", {"field": name[:60]}
                )
        return self


class ListParameters(Parameters):
    """What every list takes."""

    limit: int = Field(DEFAULT_LIMIT, ge=1, le=MOST, description="How many items a page holds at most.")
    cursor: str = Field(
        "",
        max_length=200,
        description="Where to go on: take it from `next`, do not build it. Keep the other parameters.",
    )
    modified_after: Moment | None = Field(
        None,
        description="Only what changed at or after this moment, tombstones included, in the order of change. Use the "
        "`follow_after` of your last walk.",
    )


class Classified(ListParameters):
    """Filters by what a thing is about and for whom."""

    category: Codes = Field([], description="Category codes; several mean any of them.")
    audience: Codes = Field([], description="Audience codes: meant for them in particular.")
    need: Codes = Field([], description="Need codes: what it helps with first.")


class Located(Classified):
    """Filters by where."""

    municipality: Municipalities = Field([], description="Municipality codes of the place, for example 091.")
    district: Districts = Field([], description="District codes of the place: see `district` of places.")


class ActivityParameters(Located):
    organisation: UUID | None = Field(None, description="Id of the organisation that organises it.")
    service: UUID | None = Field(None, description="Id of the service it is a part of.")
    place: UUID | None = Field(None, description="Id of the place.")
    rhythm: list[Literal["one_off", "weekly", "course", "season", "open_always"]] = Field(
        [], max_length=MOST_OPTIONS, description="How often it is."
    )
    entry: list[Literal["drop_in", "register", "register_or_drop_in", "referral_only", "members"]] = Field(
        [], max_length=MOST_OPTIONS, description="How one gets in."
    )


class ServiceParameters(Located):
    organisation: UUID | None = Field(None, description="Id of the responsible organisation.")
    place: UUID | None = Field(None, description="Id of a place where it can be had.")
    kind: list[Literal["service", "guidance_desk", "self_help", "support_form"]] = Field(
        [], max_length=MOST_OPTIONS, description="What kind of service."
    )


class PlaceParameters(Located):
    organisation: UUID | None = Field(None, description="Id of the organisation that runs it.")
    kind: list[Literal["physical", "outdoors", "online", "phone"]] = Field(
        [], max_length=MOST_OPTIONS, description="What kind of place."
    )


class OrganisationParameters(ListParameters):
    kind: list[
        Literal[
            "city",
            "other_city",
            "wellbeing_county",
            "association",
            "foundation",
            "parish",
            "company",
            "peer_group",
            "state",
        ]
    ] = Field([], max_length=MOST_OPTIONS, description="What kind of organisation.")


class SessionParameters(ListParameters):
    activity: UUID | None = Field(None, description="Id of the activity.")
    place: UUID | None = Field(None, description="Id of the place: the session's own, else the activity's.")
    state: list[Literal["planned", "moved", "cancelled"]] = Field(
        [], max_length=MOST_OPTIONS, description="Whether it takes place."
    )
    starts_after: Moment | None = Field(None, description="Sessions that begin at or after this moment.")
    starts_before: Moment | None = Field(None, description="Sessions that begin before this moment.")


class CategoryParameters(Parameters):
    scheme: list[Literal["category", "audience", "need"]] = Field(
        [], max_length=MOST_OPTIONS, description="Which of the lists."
    )
