"""What is offered as such: a desk, a library, a guidance service, a support form."""

from __future__ import annotations

from pydantic import BaseModel, Field

from tarjotin.api.schemas.common import Contact, Entity, OpeningHours, Page, Reference, Tag, Texts, Tombstone


class ServiceAtPlace(BaseModel):
    """The service at one place."""

    place: Reference = Field(description="The place.")
    phone: str | None = Field(description="Phone number for the service there.")
    note: Texts = Field(description="What is special there.")
    opening_hours: list[OpeningHours] = Field(description="When the service can be had there.")


class Channel(BaseModel):
    """A way to use the service."""

    kind: str = Field(description="phone, e_service, web, chat, form, email or visit.")
    name: Texts = Field(description="Its name.")
    value: str | None = Field(description="The number or address itself.")
    languages: list[str] = Field(description="Languages, BCP 47.")
    cost: Texts = Field(description="What using it costs.")
    note: Texts = Field(description="More about it.")
    takes_callback: bool | None = Field(description="Whether they call back.")
    opening_hours: list[OpeningHours] = Field(description="When it can be used.")


class Service(Entity):
    """A service for residents."""

    kind: str = Field(description="service, guidance_desk, self_help or support_form.")
    name: Texts = Field(description="Its name.")
    organisation: Reference | None = Field(description="Who is responsible for it.")
    summary: Texts = Field(description="In a sentence.")
    description: Texts = Field(description="More about it.")
    what_happens: Texts = Field(description="What happens there.")
    what_you_gain: Texts = Field(description="What one gains.")
    what_it_asks: Texts = Field(description="What it asks of one.")
    how_to_get: Texts = Field(description="How to get it.")
    requirements: Texts = Field(description="Who may have it, on which conditions.")
    fees_text: Texts = Field(description="What it costs, in words.")
    is_free: bool | None = Field(description="Whether it costs nothing.")
    area: list[str] = Field(description="Municipality codes it is for; empty = everyone.")
    languages: list[str] = Field(description="Languages it is given in, BCP 47.")
    life_events: list[str] = Field(description="Life events it belongs to, codes of the national service data.")
    website: Texts = Field(description="Web address by language.")
    keywords: Texts = Field(description="Words it is found by.")
    anonymous_ok: bool | None = Field(description="Whether one may come without telling who one is.")
    id_needed: bool | None = Field(description="Whether an identity document is asked for.")
    places: list[ServiceAtPlace] = Field(description="Where it can be had.")
    channels: list[Channel] = Field(description="Other ways to use it.")
    contacts: list[Contact] = Field(description="Whom to ask.")
    tags: list[Tag] = Field(description="What it is about.")


class ServicePage(Page):
    """A page of services."""

    items: list[Service | Tombstone] = Field(description="Services; with `modified_after` also tombstones.")
