"""What several answers share: texts by language, where a value comes from, tags, contacts, pages of a list."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, TypeAlias
from uuid import UUID

from pydantic import BaseModel, Field


class Text(BaseModel):
    """One wording."""

    text: str = Field(description="The wording, plain text.")
    by: str = Field(
        description="Who wrote it: `source` (the organiser or the city), `person` (a person translated or edited it "
        "here) or `machine` (an automatic translation: say so where you show it)."
    )


# Language tag (BCP 47) → wording.
Texts: TypeAlias = dict[str, Text]


class SourceCredit(BaseModel):
    """A source of an entry's values, and what its licence asks you to tell."""

    name: str = Field(description="Short name: tpr, palvelurekisteri, ptv, linkedevents, lahella or edits.")
    title: str = Field(description="Name of the source, as its owner writes it.")
    owner: str = Field(description="Who publishes the source.")
    licence: str = Field(description="Licence of the data, for example CC BY 4.0.")
    licence_url: str | None = Field(description="Address of the licence text.")
    credit: str = Field(description="The words the licence asks for: show them with the data.")
    website: str | None = Field(description="Where the source is described.")
    checked_at: datetime | None = Field(description="When the source was last read to its end without trouble.")
    records: list[str] = Field(description="Its records that values came from: source/kind/id in the source.")


class Reference(BaseModel):
    """Another entry, by id and name."""

    id: UUID = Field(description="Its id in this API.")
    name: Texts = Field(description="Its name by language.")


class Tag(BaseModel):
    """What an entry is about, for whom it is meant in particular, or which need it answers; and why we say so."""

    scheme: str = Field(description="`category`, `audience` or `need`.")
    code: str = Field(description="Code within the scheme; see /api/v1/categories.")
    label: Texts = Field(description="The code in words.")
    main: bool = Field(description="Whether it is the entry's main category.")
    by: str = Field(description="Who decided: `source`, `rule` or `person`.")
    reason: str = Field(description="Why, in words.")
    confidence: float = Field(description="From 0 to 1; a person's decision is 1.")


class Contact(BaseModel):
    """Whom to ask: a role or a desk, never a named person."""

    role: Texts = Field(description="What to ask there.")
    phone: str | None = Field(description="In international form.")
    email: str | None = Field(description="E-mail address.")
    url: str | None = Field(description="Web address.")
    hours: Texts = Field(description="When somebody answers, in words.")
    languages: list[str] = Field(description="Languages spoken, BCP 47.")


class OpeningHours(BaseModel):
    """One span of one weekday; or words alone, when the source has no more."""

    weekday: int | None = Field(description="1 = Monday … 7 = Sunday; null with words alone.")
    opens: str | None = Field(description="HH:MM in Helsinki.")
    closes: str | None = Field(description="HH:MM in Helsinki.")
    valid_from: date | None = Field(description="First day it holds; null = until told otherwise.")
    valid_until: date | None = Field(description="Last day it holds.")
    closed: bool = Field(description="Closed that weekday.")
    note: Texts = Field(description="The hours, or more about them, in words.")


class Image(BaseModel):
    """A picture. Its licence is its own, not that of the text beside it."""

    url: str = Field(description="Address of the picture at its source.")
    alt: Texts = Field(description="What is to be seen, for those who cannot see it.")
    licence: str | None = Field(description="Licence of the picture.")
    credit: str | None = Field(description="Photographer or owner: show it with the picture.")


class Point(BaseModel):
    """A point on the map, WGS84."""

    lat: float = Field(description="Latitude, degrees.")
    lon: float = Field(description="Longitude, degrees.")


class Entity(BaseModel):
    """What every service, activity, place and organisation tells."""

    id: UUID = Field(description="Its id: never changes and is never used again.")
    status: Literal["published"] = Field(description="Always `published`: what is not is told as a tombstone.")
    version: int = Field(description="Grows by one with each change.")
    created_at: datetime = Field(description="When it was first published here.")
    modified_at: datetime = Field(description="When something published of it last changed.")
    visible_until: datetime | None = Field(description="Do not show it after this moment.")
    checked_on: date | None = Field(
        description="When a person last confirmed it, apart from the reading of its sources."
    )
    urls: dict[str, str] = Field(description="Language (fi, sv, en) → address of its page for people.")
    sources: list[SourceCredit] = Field(description="Where its values come from, the leading source first.")


class Tombstone(BaseModel):
    """An entry that is not shown (any more)."""

    id: UUID = Field(description="Its id.")
    status: Literal["withdrawn", "paused", "hidden"] = Field(
        description="`withdrawn`: gone; `paused`: will come back under the same id; "
        "`hidden`: outside its time of showing."
    )
    withdrawn_at: datetime | None = Field(description="Since when, if it is withdrawn.")
    reason: str | None = Field(
        description="Why: gone_from_source, organiser, merged, unsuitable or expired; null when not withdrawn."
    )
    replaced_by: UUID | None = Field(description="The entry that stands in its place, when two were one.")


class Page(BaseModel):
    """The frame of every list."""

    next: str | None = Field(description="Address of the next page; null on the last one.")
    follow_after: datetime = Field(
        description="The value for `modified_after` when you come back for the changes. The same on all pages of a "
        "walk. It lies some hours before the walk, for an import may need that long from reading to publishing: you "
        "may get versions you already have, and miss none."
    )
