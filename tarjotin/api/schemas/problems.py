"""How the API says no: one shape for every refusal (RFC 9457)."""

from __future__ import annotations

from pydantic import BaseModel, Field

from tarjotin.api.schemas.common import Tombstone


class FieldProblem(BaseModel):
    """What is wrong with one parameter."""

    field: str = Field(description="Name of the parameter.")
    message: str = Field(description="What is wrong with it, in English.")


class Problem(BaseModel):
    """A refusal, as `application/problem+json`."""

    type: str = Field(description="Always `about:blank`: the status says which kind of problem it is.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What happened, in English.")
    errors: list[FieldProblem] = Field(description="The parameters that are wrong; empty with other problems.")
    gone: Tombstone | None = Field(description="With 410: what became of the entry.")
