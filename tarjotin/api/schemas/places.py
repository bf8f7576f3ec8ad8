"""Where something happens, how one gets there and in."""

from __future__ import annotations

from pydantic import BaseModel, Field

from tarjotin.api.schemas.common import (
    Contact,
    Entity,
    Image,
    OpeningHours,
    Page,
    Point,
    Reference,
    Tag,
    Texts,
    Tombstone,
)


class District(BaseModel):
    """A part of Helsinki, or a neighbouring town as one."""

    code: str = Field(description="Helsinki's district number, or the municipality code of a neighbour.")
    name: Texts = Field(description="Its name.")


class Identifiers(BaseModel):
    """What registers of the city and the state call the place."""

    tpr_unit: str | None = Field(description="Unit in the service unit register (TPR).")
    lipas_id: str | None = Field(description="Sports place in LIPAS.")
    lipas_type: str | None = Field(description="Type code in LIPAS.")
    library_id: str | None = Field(description="Library in the library directory.")
    hours_id: str | None = Field(description="Resource in the opening hours service.")
    building_id: str | None = Field(description="Permanent building identifier (PRT).")


class Access(BaseModel):
    """How the place suits one way of moving or sensing. Without a row nothing is known: that is not a no."""

    profile: str = Field(
        description="wheelchair, reduced_mobility, rollator, stroller, visually_impaired or hearing_aid."
    )
    arrival: str = Field(description="any, own_car or dropped_off.")
    verdict: str = Field(description="ok, shortcomings or unknown.")
    shortcomings: Texts = Field(description="What is in the way.")
    count: int | None = Field(description="How many shortcomings.")


class Stop(BaseModel):
    """A station near the place."""

    mode: str = Field(description="metro or train.")
    stop: str = Field(description="Name of the station.")
    walk_m: int = Field(description="Estimated metres on foot.")
    step_free: bool | None = Field(description="Whether one gets there without steps.")


class Place(Entity):
    """A building, a room, a park, a trail, or a place online."""

    kind: str = Field(description="physical, outdoors, online or phone.")
    name: Texts = Field(description="Its name.")
    summary: Texts = Field(description="In a sentence.")
    description: Texts = Field(description="More about it.")
    organisation: Reference | None = Field(description="Who runs it.")
    parent: Reference | None = Field(description="The place it is a room or a part of.")
    street: Texts = Field(description="Street address.")
    postal_code: str | None = Field(description="Postal code.")
    municipality: str | None = Field(description="Municipality code (Statistics Finland), for example 091.")
    city: Texts = Field(description="Town in the address.")
    point: Point | None = Field(description="Where it is.")
    district: District | None = Field(description="The district it lies in.")
    identifiers: Identifiers = Field(description="Its ids in registers.")
    entrance: Texts = Field(description="How to find the door and get in.")
    arrival: Texts = Field(description="How to get there.")
    parking: Texts = Field(description="Where to leave a car or a bicycle.")
    accessible_parking: bool | None = Field(description="Whether there is an accessible parking space.")
    website: Texts = Field(description="Web address by language.")
    email: str | None = Field(description="E-mail address.")
    phone: str | None = Field(description="Phone number in international form.")
    fees_text: Texts = Field(description="What it costs, in words.")
    notice: Texts = Field(description="Something short-lived to know, as a closing for repairs.")
    languages: list[str] = Field(description="Languages spoken there, BCP 47.")
    keywords: Texts = Field(description="Words it is found by.")
    image: Image | None = Field(description="A picture of it.")
    access: list[Access] = Field(description="Accessibility.")
    transit: list[Stop] = Field(description="Stations near, the nearest first.")
    opening_hours: list[OpeningHours] = Field(description="When it is open.")
    contacts: list[Contact] = Field(description="Whom to ask.")
    tags: list[Tag] = Field(description="What it is about.")


class PlacePage(Page):
    """A page of places."""

    items: list[Place | Tombstone] = Field(description="Places; with `modified_after` also tombstones.")
