"""Saying no in one shape: `application/problem+json`."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.errors import ValidationError

from tarjotin.api.schemas import FieldProblem, Problem, Tombstone

MEDIA_TYPE = "application/problem+json"


class BadRequest(Exception):
    """Every parameter is well-formed, but what they ask together, or of this list, makes no sense."""

    def __init__(self, field: str, message: str, *, detail: str = "The parameters do not fit together.") -> None:
        super().__init__(message)
        self.detail = detail
        self.error = FieldProblem(field=field, message=message)


class IsGone(Exception):
    """It was here and is not any more."""

    def __init__(self, tombstone: Tombstone) -> None:
        super().__init__(str(tombstone.id))
        self.tombstone = tombstone


class HasMoved(Exception):
    """Two entries were one; this is the address of the one that stands."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def problem(
    status: int, detail: str = "", *, errors: Iterable[FieldProblem] = (), gone: Tombstone | None = None
) -> HttpResponse:
    body = Problem(
        type="about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail or HTTPStatus(status).description or HTTPStatus(status).phrase,
        errors=list(errors),
        gone=gone,
    )
    return HttpResponse(body.model_dump_json().encode(), status=status, content_type=MEDIA_TYPE)


def bad_request(request: HttpRequest, refusal: BadRequest) -> HttpResponse:
    return problem(400, refusal.detail, errors=[refusal.error])


def invalid(request: HttpRequest, refusal: ValidationError) -> HttpResponse:
    return problem(422, "A parameter has a value it may not have.", errors=map(_field_problem, refusal.errors))


def _field_problem(error: dict[str, Any]) -> FieldProblem:
    """The parameter is named by the error itself, or stands last in its place, but for a position in a list."""
    names = [part for part in error["loc"] if isinstance(part, str)]
    return FieldProblem(field=error.get("ctx", {}).get("field") or names[-1], message=error["msg"])


def gone(request: HttpRequest, refusal: IsGone) -> HttpResponse:
    return problem(410, "It was here and is not any more.", gone=refusal.tombstone)


def moved(request: HttpRequest, refusal: HasMoved) -> HttpResponse:
    return HttpResponse(status=301, headers={"Location": refusal.address})


def not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    return problem(404, "There is nothing at this address.")
