"""What a search finds, and why."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from tarjotin.api.schemas.common import Reference, SourceCredit, Texts


class Reason(BaseModel):
    """Why an entry was found."""

    kind: str = Field(description="`word`, `concept` or `criterion`.")
    group: str | None = Field(
        description="The criterion's name, for example `category`; with a word the part of the entry it stands in: "
        "title, keywords, names, summary or body."
    )
    value: str | None = Field(description="The word, code or option.")
    unknown: bool = Field(description="True when the entry does not tell this fact.")


class SearchHit(BaseModel):
    """An entry that was found. All about it stands at `href`."""

    kind: str = Field(description="activity, service or place.")
    id: UUID = Field(description="Its id.")
    href: str = Field(description="Its address in this API.")
    name: Texts = Field(description="Its name.")
    summary: Texts = Field(description="In a sentence.")
    organisation: Reference | None = Field(description="Who offers it.")
    place: Reference | None = Field(description="Where an activity is.")
    next_starts_at: datetime | None = Field(description="When an activity's next session begins.")
    distance_m: int | None = Field(description="Metres on foot from the point asked about.")
    reasons: list[Reason] = Field(description="Why it was found.")
    unmet: list[str] = Field(description="Under `close`: the criteria it does not meet.")
    urls: dict[str, str] = Field(description="Language (fi, sv, en) → address of its page for people.")
    sources: list[SourceCredit] = Field(description="Where its values come from, the leading source first.")


class Relaxation(BaseModel):
    """What asking less would bring."""

    group: str | None = Field(description="The criterion to leave out; null = the words.")
    total: int = Field(description="How many would be found.")


class Chip(BaseModel):
    """A criterion that was read out of the words."""

    group: str = Field(description="The criterion's name; also `near`, `age`, `when` and `from`.")
    options: list[str] = Field(description="Its options.")
    negated: bool = Field(description='True when it is denied ("ei aamulla").')
    words: str = Field(description="The words that say it.")
    without: str = Field(description="`q` without those words: ask so to take the criterion back.")


class SearchAnswer(BaseModel):
    """A page of what was found, the best first."""

    total: int = Field(description="How many fit.")
    page: int = Field(description="Which page this is.")
    pages: int = Field(description="How many pages there are.")
    next: str | None = Field(
        description="Address of the next page: each entry comes once, whatever changes meanwhile; null on the last "
        "one, with `page` above 1, and after 500 entries."
    )
    corrected: str | None = Field(description="The words that were searched instead, when the asked ones find nothing.")
    chips: list[Chip] = Field(description="Criteria that were read out of `q`, and hold like the parameters.")
    items: list[SearchHit] = Field(description="What fits.")
    maybe_total: int = Field(description="How many fit as far as they tell: a fact you asked for is not told.")
    maybe: list[SearchHit] = Field(description="Some of those.")
    close: list[SearchHit] = Field(description="When nothing fits: a few that meet all but `unmet`.")
    unknown: dict[str, int] = Field(description="Criterion → how many do not tell it.")
    facets: dict[str, dict[str, int]] = Field(description="Criterion → option → how many there would be with it.")
    relaxations: list[Relaxation] = Field(description="When little was found: what to leave out.")
