"""The short lists entries are classified by."""

from __future__ import annotations

from pydantic import BaseModel, Field

from tarjotin.api.schemas.common import Texts


class Counts(BaseModel):
    """How many entries that are shown carry the tag."""

    activities: int = Field(description="Activities.")
    services: int = Field(description="Services.")
    places: int = Field(description="Places.")


class Category(BaseModel):
    """A category, an audience or a need."""

    scheme: str = Field(description="`category`, `audience` or `need`.")
    code: str = Field(description="The value for the parameter of that name.")
    label: Texts = Field(description="The code in words.")
    counts: Counts = Field(description="How much there is of it.")


class CategoryList(BaseModel):
    """The lists, whole: they are short."""

    items: list[Category] = Field(description="By scheme, in the order in which pages show them.")
