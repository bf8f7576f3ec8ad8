"""What a search may ask. Criteria are those of `search.query.CRITERIA`; a test holds the two together."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias
from uuid import UUID

from pydantic import Field, StringConstraints

from tarjotin.api.parameters import DEFAULT_LIMIT, LONGEST_TEXT, MOST, MOST_OPTIONS, Codes, Day, Districts, Parameters
from tarjotin.search.query import LAST_PAGE

LONGEST_CURSOR = 4_000  # far above those we give (`walks.py`)
OLDEST = 120
# Criterion → its parameter, where the name is taken by another parameter.
RENAMED = {"limit": "suits"}

YesOrNo: TypeAlias = list[Literal["yes", "no", "?"]]
OnFoot: TypeAlias = Annotated[str, StringConstraints(pattern=r"^(\?|[0-9]{1,5}(min|m|km))$")]
LanguageOption: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^(\?|[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2})$", max_length=21)
]
Body: TypeAlias = Literal[
    "arm_in_cast", "shoulder", "back", "hip", "knee", "heart", "breathing", "pregnancy", "pain_day"
]
Senses: TypeAlias = Literal["balance", "sight", "hearing", "memory", "wheelchair", "rollator"]
Limit: TypeAlias = Literal[Body, Senses, "pain_day", "social_fear", "tiredness", "sobriety", "?"]


def name_of(group: str) -> str:
    """The parameter of a criterion, by which answers call it too."""
    return RENAMED.get(group, group)


def _criterion(description: str) -> Any:
    return Field([], max_length=MOST_OPTIONS, description=description)


class Asked(Parameters):
    """Words, from where, and which page."""

    q: str = Field(
        "",
        max_length=LONGEST_TEXT,
        description="Words, in any of ten languages. Criteria said in them hold as well: see `chips`.",
    )
    words_in: Literal["fi", "sv", "en"] = Field(
        "fi", description="The language the asker reads: it ranks, and finds word forms."
    )
    organisation: UUID | None = Field(None, description="Id of an organisation: only what it offers.")
    place: UUID | None = Field(None, description="Id of a place: only what is there.")
    distance: list[OnFoot] = _criterion("A way on foot from `lat` and `lon`: 5min, 10min, 700m, 5km.")
    lat: float | None = Field(
        None, ge=-90, le=90, description="Latitude to start from; goes with `lon`. It is not kept."
    )
    lon: float | None = Field(None, ge=-180, le=180, description="Longitude to start from; goes with `lat`.")
    sort: Literal["relevance", "soonest", "nearest", "cheapest"] = Field(
        "relevance", description="What comes first; `nearest` needs `lat` and `lon`."
    )
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=MOST, description="How many items a page holds at most.")
    cursor: str = Field(
        "",
        max_length=LONGEST_CURSOR,
        description="Where to go on: take it from `next`, do not build it. Keep the other parameters. It holds for two "
        "hours from the first page.",
    )
    page: int = Field(
        1,
        ge=1,
        le=LAST_PAGE,
        description="Which page, by number; one past the last answers with the last. What changes between two requests "
        "moves others from page to page: `next` does not have that.",
    )


class WhatAndWhen(Asked):
    """The criteria everybody knows."""

    category: Codes = Field([], description="Category codes.")
    need: Codes = Field([], description="Need codes: what it helps with.")
    audience: Codes = Field([], description="Audience codes: meant for them in particular.")
    district: Districts = Field([], description="District codes: see `district` of places.")
    kind: list[Literal["activity", "service", "place"]] = _criterion("What to look for.")
    price: list[Literal["free", "cheap", "?"]] = _criterion("What is free, or costs 5 euros at most (free included).")
    weekday: list[Literal["1", "2", "3", "4", "5", "6", "7", "?"]] = _criterion("1 = Monday … 7 = Sunday.")
    time: list[Literal["morning", "day", "afternoon", "evening", "?"]] = _criterion(
        "Begins before 10, from 10, from 14, from 17 o'clock. With `weekday`: on that day."
    )
    when: list[Literal["today", "tomorrow", "this_weekend", "this_week", "next_week", "?"]] = _criterion(
        "Begins in those days (Helsinki), from now on; of services and places what is open on such a weekday."
    )
    starts_from: Day | None = Field(
        None,
        description="First day, where `when` does not say it: what begins then or later.",
    )
    until: Day | None = Field(None, description="Last day, included. Without it as far as is known.")
    open_now: list[Literal["yes", "?"]] = _criterion("Is a service or place open at this moment.")
    places_left: YesOrNo = _criterion("Has an activity a free place, as far as was told in the last days.")
    rhythm: list[Literal["one_off", "weekly", "course", "open_always", "?"]] = _criterion("How often it is.")
    language: list[LanguageOption] = _criterion("Languages one gets along with there, BCP 47.")
    entry: list[Literal["drop_in", "register", "?"]] = _criterion("How one gets in.")
    age: int | None = Field(
        None, ge=0, le=OLDEST, description="Age of who takes part: not what is for older or younger people only."
    )


class WhoAndHow(WhatAndWhen):
    """Who one is among, and what it is like."""

    discount: list[Literal["pensioner", "unemployed", "student", "child", "card", "?"]] = _criterion(
        "For whom there is a price of its own."
    )
    gender: list[Literal["women", "men", "all", "?"]] = _criterion("Meant for whom.")
    children: list[Literal["welcome", "own_activity", "childcare", "no", "?"]] = _criterion("Can children come along.")
    group_size: list[Literal["small", "medium", "large", "?"]] = _criterion("Up to 8 people, 9–19, 20 or more.")
    peer_support: YesOrNo = _criterion("Is it peer support.")
    beginners: YesOrNo = _criterion("Does it suit beginners.")
    alone_ok: YesOrNo = _criterion("Can one come alone.")
    quiet_ok: YesOrNo = _criterion("Can one be quiet.")
    newcomers: YesOrNo = _criterion("Does it take new people now.")
    companion: list[Literal["free_assistant", "escort_first_times", "buddy", "own_dog", "?"]] = _criterion(
        "Who may come along, or comes to meet."
    )
    led_by: list[Literal["professional", "trained_volunteer", "peer", "nobody", "?"]] = _criterion("Who leads it.")
    trial: YesOrNo = _criterion("Can one try first.")
    safe_space: YesOrNo = _criterion("Are there rules of a safer space.")
    substance_free: YesOrNo = _criterion("Is it free of intoxicants.")
    anonymous: YesOrNo = _criterion("Can one come without a name.")
    no_id: YesOrNo = _criterion("Can one come without proof of identity.")
    discreet_ticket: YesOrNo = _criterion("Is a free or cheap ticket like all others.")
    food: list[Literal["coffee", "meal_free", "meal_cheap", "none", "?"]] = _criterion("Is there something to eat.")
    equipment: list[Literal["none", "bring", "loan", "included", "?"]] = _criterion("What one needs to have.")


class SearchParameters(WhoAndHow):
    """A question in words and criteria. Criteria join with "and", the values of one with "or"."""

    suits: list[Limit] = _criterion("Limits with which one can join, as a named person says.")
    fitness: list[Literal["any", "light", "moderate", "demanding", "?"]] = _criterion("How fit one needs to be.")
    seated: YesOrNo = _criterion("Can one do it seated.")
    setting: list[Literal["indoor", "outdoor", "water", "online", "?"]] = _criterion("Indoors, outdoors, in water.")
    rail: list[Literal["near", "far", "?"]] = _criterion("Is a metro or railway station within 500 m on foot.")
    parking: list[Literal["yes", "?"]] = _criterion("Is there parking.")
    accessible_parking: YesOrNo = _criterion("Is there accessible parking.")
    access: list[
        Literal["wheelchair", "reduced_mobility", "rollator", "stroller", "visually_impaired", "hearing_aid", "?"]
    ] = _criterion("For whom the way in is good.")
