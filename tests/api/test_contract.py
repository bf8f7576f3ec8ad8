"""The contract is kept, complete, and shown to people."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from tarjotin.api.contract import as_text
from tarjotin.api.documents import document
from tests import make

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "docs" / "api" / "openapi.json"


def test_kept_contract_is_what_the_api_is() -> None:
    kept, now = KEPT.read_text(encoding="utf-8"), as_text(document())

    changed = "\n".join(difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm=""))

    assert not changed, f"the contract changed; if that is meant: manage.py openapi\n{changed}"


def test_command_writes_the_contract(settings: Any, tmp_path: Path) -> None:
    settings.ROOT = tmp_path
    (tmp_path / "docs" / "api").mkdir(parents=True)

    call_command("openapi", verbosity=0)

    assert (tmp_path / "docs" / "api" / "openapi.json").read_text(encoding="utf-8") == as_text(document())


def test_contract_is_served_as_it_is_kept(client: Client) -> None:
    response = client.get("/api/v1/openapi.json")

    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/json")
    assert response.json() == json.loads(KEPT.read_text(encoding="utf-8"))
    assert response.json()["openapi"] == "3.1.0"


def test_every_parameter_field_and_answer_is_described() -> None:
    undescribed = [path for path, node in _described(document()) if not node.get("description")]

    assert undescribed == []


def test_contract_names_these_addresses() -> None:
    assert list(document()["paths"]) == [
        "/api/v1/services",
        "/api/v1/services/{service_id}",
        "/api/v1/activities",
        "/api/v1/activities/{activity_id}",
        "/api/v1/sessions",
        "/api/v1/sessions/{session_id}",
        "/api/v1/places",
        "/api/v1/places/{place_id}",
        "/api/v1/organisations",
        "/api/v1/organisations/{organisation_id}",
        "/api/v1/categories",
        "/api/v1/search",
    ]


def test_guide_shows_every_address_parameter_and_field(client: Client) -> None:
    contract = document()

    page = client.get("/api/v1/").content.decode()

    codes = set(re.findall(r"<code>(.*?)</code>", page))
    operations = [each for methods in contract["paths"].values() for each in methods.values()]
    names = {parameter["name"] for each in operations for parameter in each["parameters"]}
    fields = {field for schema in contract["components"]["schemas"].values() for field in schema["properties"]}
    assert {f"GET {address}" for address in contract["paths"]} | names | fields <= codes


def test_guide_needs_nobody_else_and_no_script(client: Client) -> None:
    page = client.get("/api/v1/").content.decode()

    loaded = re.findall(r"<(?:script|link|img|iframe|style)\b[^>]*>", page)
    assert loaded == ['<link rel="stylesheet" href="/static/api/guide.css">']
    assert not re.search(r'\s(?:style|on\w+)="', page)


def test_guide_links_only_to_what_is_there(client: Client) -> None:
    page = client.get("/api/v1/").content.decode()

    targets, ids = set(re.findall(r'href="#([^"]+)"', page)), re.findall(r' id="([^"]+)"', page)
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.django_db
def test_every_example_of_the_docs_is_an_address_that_answers(client: Client, search_index: Any) -> None:
    make.concept(code="sport")
    search_index.refresh()
    text = (ROOT / "docs" / "api" / "README.md").read_text(encoding="utf-8")
    addresses = re.findall(r"http://localhost:8000(/api/[^\s'\"]*)", text)

    answers = {address: client.get(address).status_code for address in addresses if "{" not in address}

    assert len(answers) >= 5
    assert set(answers.values()) == {200}


def _described(contract: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Everything that has to have a description."""
    for address, methods in contract["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {address}", operation
            for parameter in operation["parameters"]:
                yield f"{method} {address} {parameter['name']}", parameter
            for status, response in operation["responses"].items():
                yield f"{method} {address} {status}", response
    for name, schema in contract["components"]["schemas"].items():
        yield name, schema
        for field, details in schema["properties"].items():
            yield f"{name}.{field}", details
