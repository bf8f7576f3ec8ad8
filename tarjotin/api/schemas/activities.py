"""What people attend, and for whom it suits. Dated times are sessions, an endpoint of their own."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import BaseModel, Field

from tarjotin.api.schemas.common import Contact, Entity, Image, Page, Reference, Tag, Texts, Tombstone


class OfferedLanguage(BaseModel):
    """A language one gets along with."""

    language: str = Field(description="BCP 47.")
    how: str = Field(description="spoken, supported, interpreter_on_request, plain or sign.")


class Suitability(BaseModel):
    """Whether one can join with a limit, for example an arm in a cast. Without a row it is not known: ask."""

    limit: str = Field(description="The limit, for example arm_in_cast, balance, hearing, social_fear.")
    verdict: str = Field(description="suits, adapted, ask_first or not_for.")
    note: Texts = Field(description="More about it.")
    stated_by: str = Field(description="organiser, professional, or derived (then always ask_first).")
    stated_on: date | None = Field(description="When it was stated.")


class Price(BaseModel):
    """What it costs, for whom."""

    who: str = Field(description="everyone, pensioner, unemployed, student, child or card.")
    amount: str | None = Field(description="The sum with two decimals, as text: 12.50.")
    currency: str = Field(description="ISO 4217 code.")
    per: str = Field(description="time, month, term, year, once or donation.")
    is_free: bool | None = Field(description="Whether it costs nothing.")
    parsed: bool = Field(description="Whether the sum was read out of the words in `note`.")
    note: Texts = Field(description="The price in words.")


class Schedule(BaseModel):
    """A rhythm in Helsinki wall-clock time. Its dated times for the next 180 days are sessions."""

    starts_on: date = Field(description="The first day.")
    ends_on: date | None = Field(description="The last day.")
    start: str = Field(description="HH:MM in Helsinki.")
    end: str | None = Field(description="HH:MM in Helsinki.")
    rrule: str = Field(description="Recurrence rule of RFC 5545, without DTSTART.")
    except_on: list[date] = Field(description="Days it is left out.")
    certain: bool = Field(description="False when it was read out of free text; then there are no sessions of it.")
    place_id: UUID | None = Field(description="The place, when it is not the activity's own.")


class Activity(Entity):
    """A group, a course, an event, something open any time."""

    name: Texts = Field(description="Its name.")
    organisation: Reference | None = Field(description="Who organises it.")
    provider: Texts = Field(description="The organiser's name, when we know no more than that.")
    service: Reference | None = Field(description="The service it is a part of.")
    place: Reference | None = Field(description="Where it is.")
    place_text: Texts = Field(description="Where exactly, in words.")
    summary: Texts = Field(description="In a sentence.")
    description: Texts = Field(description="More about it.")
    what_happens: Texts = Field(description="What happens there.")
    what_you_gain: Texts = Field(description="What one gains.")
    what_it_asks: Texts = Field(description="What it asks of one.")
    rhythm: str | None = Field(description="one_off, weekly, course, season or open_always.")
    entry: str | None = Field(description="drop_in, register, register_or_drop_in, referral_only or members.")
    register_url: Texts = Field(description="Where to sign up, by language.")
    register_phone: str | None = Field(description="Sign up by phone.")
    register_email: str | None = Field(description="Sign up by e-mail.")
    register_in_person: Texts = Field(description="Sign up on the spot: how.")
    how_to_join: Texts = Field(description="How to join.")
    arrival: Texts = Field(description="How to get there and find the room.")
    bring: Texts = Field(description="What to bring.")
    min_age: int | None = Field(description="Youngest age.")
    max_age: int | None = Field(description="Oldest age.")
    gender: str | None = Field(description="all, women or men.")
    fitness: str | None = Field(description="any, light, moderate or demanding.")
    beginners: bool | None = Field(description="Whether beginners are welcome.")
    demands: list[str] = Field(description="What the body and mind meet: stairs, standing, water, noise, reading …")
    seated_option: bool | None = Field(description="Whether one can take part seated.")
    peer_support: bool | None = Field(description="Whether it is support among people in the same situation.")
    led_by: str | None = Field(description="professional, trained_volunteer, peer or nobody.")
    group_typical: int | None = Field(description="How many usually come.")
    group_max: int | None = Field(description="How many fit in.")
    children: str | None = Field(description="no, welcome, own_activity or childcare.")
    children_ages: str | None = Field(description="Which ages of children.")
    companion: list[str] = Field(description="free_assistant, escort_first_times, buddy, own_dog.")
    alone_ok: bool | None = Field(description="Whether one can come alone.")
    quiet_ok: bool | None = Field(description="Whether one may just be there and say nothing.")
    trial: str | None = Field(description="none, first_free, try_before_signing or open_house.")
    residents_only: list[str] = Field(description="Municipality codes whose residents may come; empty = everyone.")
    setting: str | None = Field(description="indoor, outdoor, water, online or hybrid.")
    safe_space: bool | None = Field(description="Whether principles of a safer space are kept.")
    substance_free: bool | None = Field(description="Whether one has to be sober.")
    anonymous_ok: bool | None = Field(description="Whether one may come without telling who one is.")
    id_needed: bool | None = Field(description="Whether an identity document is asked for.")
    discreet_ticket: bool | None = Field(description="Whether a free ticket looks like any other.")
    hygiene: Texts = Field(description="Washing and dressing rooms, pool temperature, own shifts.")
    food: str | None = Field(description="none, coffee, meal_free or meal_cheap.")
    equipment: str | None = Field(description="none, bring, loan or included.")
    volunteering: bool | None = Field(description="Whether it is voluntary work.")
    by_appointment: bool | None = Field(description="Whether one agrees on a time first.")
    website: Texts = Field(description="Web address by language.")
    keywords: Texts = Field(description="Words it is found by.")
    image: Image | None = Field(description="A picture.")
    languages: list[OfferedLanguage] = Field(description="Languages one gets along with.")
    suitability: list[Suitability] = Field(description="With which limits one can join.")
    prices: list[Price] = Field(description="What it costs.")
    schedules: list[Schedule] = Field(description="When it repeats.")
    contacts: list[Contact] = Field(description="Whom to ask.")
    tags: list[Tag] = Field(description="What it is about.")


class ActivityPage(Page):
    """A page of activities."""

    items: list[Activity | Tombstone] = Field(description="Activities; with `modified_after` also tombstones.")
