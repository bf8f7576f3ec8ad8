"""The contract: the OpenAPI document as kept in docs/api/openapi.json."""

from __future__ import annotations

import json
from typing import Any

from tarjotin.api.refusals import MEDIA_TYPE

ETAG = {
    "description": "Names this version of the answer: send it back as `If-None-Match`.",
    "schema": {"type": "string"},
    "required": True,
}
LOCATION = {"description": "The entry that stands in its place.", "schema": {"type": "string"}, "required": True}
IF_NONE_MATCH = {
    "in": "header",
    "name": "If-None-Match",
    "required": False,
    "description": "ETags of answers you have: one that still holds is not sent again (304).",
    "schema": {"type": "string"},
}
DESCRIPTIONS = {
    "200": "What was asked for.",
    "301": "Two entries were one: this one is replaced.",
    "304": "You have it already, and it is still the same.",
    "400": "The parameters make no sense together, a code is not known, or the cursor is not of this list or too old.",
    "404": "There is no such entry, or it is not shown now.",
    "410": "It was here and is not any more.",
    "422": "A parameter has a value it may not have, or nobody knows it.",
    "503": "The search index is being built.",
}


def finished(document: Any) -> dict[str, Any]:
    """Plain JSON values, with the headers and media types that really come, and without generated titles."""
    plain: dict[str, Any] = json.loads(json.dumps(document, default=str))
    for methods in plain["paths"].values():
        for operation in methods.values():
            _finish_operation(operation)
    answered = {name: s for name, s in plain["components"]["schemas"].items() if not name.endswith("Parameters")}
    plain["components"]["schemas"] = dict(sorted(answered.items()))
    _drop_titles(plain["components"])
    return plain


def _finish_operation(operation: dict[str, Any]) -> None:
    for parameter in operation["parameters"]:
        _finish_parameter(parameter)
    operation["parameters"].append(IF_NONE_MATCH)
    for status, response in operation["responses"].items():
        response["description"] = DESCRIPTIONS[status]
        if status in ("200", "304"):
            response["headers"] = {"ETag": ETAG}
        if status == "301":
            response["headers"] = {"Location": LOCATION}
        if status >= "400":
            response["content"] = {MEDIA_TYPE: response["content"].pop("application/json")}


def _finish_parameter(parameter: dict[str, Any]) -> None:
    """A parameter that may be left out is not one that may be null."""
    schema = parameter["schema"]
    schema.pop("description", None)
    kinds = [kind for kind in schema.pop("anyOf", []) if kind != {"type": "null"}]
    for kind in kinds[:1]:
        schema.update(kind)
    if schema.get("default") in ("", []):
        del schema["default"]
    _drop_titles(schema)


def _drop_titles(schema: Any) -> None:
    """Titles repeat the names in capitals."""
    if isinstance(schema, list):
        for each in schema:
            _drop_titles(each)
    elif isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        for each in schema.values():
            _drop_titles(each)


def as_text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
