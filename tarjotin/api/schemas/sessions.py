"""Dated times people come to."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from tarjotin.api.schemas.common import Page, Reference, SourceCredit, Texts, Tombstone


class Session(BaseModel):
    """One dated time of an activity."""

    id: UUID = Field(description="Its id: never changes and is never used again.")
    status: Literal["published"] = Field(description="Always `published`: what is not is told as a tombstone.")
    modified_at: datetime = Field(description="When something of it last changed.")
    activity: Reference = Field(description="The activity.")
    place: Reference | None = Field(description="Where: the session's own place, else the activity's.")
    state: str = Field(description="planned, moved or cancelled.")
    starts_at: datetime = Field(description="When it begins.")
    ends_at: datetime | None = Field(description="When it ends.")
    time_known: bool = Field(description="False when only the day is known: then it begins at midnight in Helsinki.")
    opens_at: datetime | None = Field(description="When sign-up opens.")
    closes_at: datetime | None = Field(description="When sign-up closes.")
    capacity: int | None = Field(description="How many may come.")
    places_left: int | None = Field(description="How many places were free at `places_left_at`.")
    places_left_at: datetime | None = Field(description="When `places_left` was told: an old figure is no news.")
    queue_left: int | None = Field(description="How many places were left in the queue.")
    is_trial: bool = Field(description="Whether it is meant for trying.")
    is_drop_in: bool = Field(description="Whether one may come without signing up.")
    computed: bool = Field(description="True when it follows from a weekly rhythm, and no source listed this date.")
    note: Texts = Field(description="What is special this time.")
    urls: dict[str, str] = Field(description="Language (fi, sv, en) → address of the activity's page for people.")
    sources: list[SourceCredit] = Field(description="Where the activity's values come from, the leading source first.")


class SessionPage(Page):
    """A page of sessions."""

    items: list[Session | Tombstone] = Field(description="Sessions; with `modified_after` also tombstones.")
