"""The contract for machines (`openapi.json`) and for people (`/api/v1/`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from tarjotin.api.answers import etag_of, kept
from tarjotin.api.api import api
from tarjotin.api.contract import as_text


@cache
def document() -> dict[str, Any]:
    """The OpenAPI document; it is the same as long as the process lives."""
    schema: dict[str, Any] = api.get_openapi_schema()
    return schema


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    text = as_text(document())
    return kept(request, HttpResponse(text.encode(), content_type="application/json"), etag_of(text))


@dataclass(frozen=True, slots=True)
class Value:
    """A parameter or a field: its name, its type in words, what it means."""

    name: str
    type: str
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    address: str
    title: str
    paragraphs: tuple[str, ...]
    parameters: tuple[Value, ...]
    answers: tuple[tuple[str, str, str], ...]  # status, what it means, schema


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    meaning: str
    fields: tuple[Value, ...]


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Every endpoint and every field, read from the contract."""
    text = render_to_string("api/guide.html", _told(document()))
    return kept(request, HttpResponse(text), etag_of(text))


def _told(contract: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": contract["info"]["title"],
        "paragraphs": contract["info"]["description"].split("\n\n"),
        "address": f"{settings.PUBLIC_URL}/api/v1/",
        "endpoints": list(_endpoints(contract)),
        "shapes": [_shape(name, schema) for name, schema in contract["components"]["schemas"].items()],
    }


def _endpoints(contract: dict[str, Any]) -> Iterator[Endpoint]:
    for address, methods in contract["paths"].items():
        for operation in methods.values():
            yield Endpoint(
                address=address,
                title=operation["summary"],
                paragraphs=tuple(operation["description"].split("\n\n")),
                parameters=tuple(_parameter(each) for each in operation["parameters"]),
                answers=tuple(_answer(status, each) for status, each in operation["responses"].items()),
            )


def _parameter(parameter: dict[str, Any]) -> Value:
    return Value(parameter["name"], type_of(parameter["schema"]), parameter["description"], parameter["required"])


def _answer(status: str, response: dict[str, Any]) -> tuple[str, str, str]:
    content: dict[str, Any] = next(iter(response.get("content", {}).values()), {})
    return status, response["description"], type_of(content["schema"]) if content else ""


def _shape(name: str, schema: dict[str, Any]) -> Shape:
    fields = (Value(field, type_of(each), each["description"]) for field, each in schema["properties"].items())
    return Shape(name, schema["description"], tuple(fields))


def type_of(schema: dict[str, Any]) -> str:
    """A JSON schema in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " or ".join(type_of(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {type_of(schema['items'])}"
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if "const" in schema:
        return str(schema["const"])
    if isinstance(schema.get("additionalProperties"), dict):
        return f"object of {type_of(schema['additionalProperties'])}"
    return str(schema.get("format") or schema.get("type", "any"))
