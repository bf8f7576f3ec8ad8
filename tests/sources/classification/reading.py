"""The rules made ready with the recorded vocabularies, and short ways to make records."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tarjotin.catalogue.records import ActivityRecord, Code, PlaceRecord, ServiceRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.classification import Classified, Classifier

# A small piece of the TPR tree: 551 exercise, with 577 routes and 694 recreation below it.
TREE = {
    "551": [],
    "577": ["551"],
    "584": ["577"],
    "684": ["551"],
    "693": ["684"],
    "749": ["718"],
    "1097": ["1087"],
    "1099": ["1097"],
}


def codes(*texts: str) -> tuple[Code, ...]:
    """`"tpr:551"` and the like."""
    return tuple(Code(*text.split(":", 1)) for text in texts)


def activity(name: str, *with_codes: str, **facts: Any) -> ActivityRecord:
    return ActivityRecord(name=LocalisedText.of(fi=name), codes=codes(*with_codes), **facts)


def service(name: str, *with_codes: str, summary: str = "", **facts: Any) -> ServiceRecord:
    return ServiceRecord(
        name=LocalisedText.of(fi=name), summary=LocalisedText.of(fi=summary), codes=codes(*with_codes), **facts
    )


def place(name: str, *with_codes: str, **facts: Any) -> PlaceRecord:
    return PlaceRecord(name=LocalisedText.of(fi=name), codes=codes(*with_codes), **facts)


def outcome(result: Classified) -> str:
    """The main category, "out", or "" for unclassified."""
    return "out" if result.outside else result.main.code if result.main else ""


def tags(result: Classified, scheme: str) -> list[str]:
    return [tag.code for tag in result.tags if tag.scheme == scheme]


def recorded_json(folder: Path, path: str) -> Any:
    return json.loads((folder / path).read_text(encoding="utf-8"))


def recorded_classifier(folder: Path) -> Classifier:
    tree: dict[str, Sequence[str]] = {
        str(node["id"]): [str(node["parent_id"])] if "parent_id" in node else []
        for node in recorded_json(folder, "tpr/ontologytree.json")
    }
    national = {
        item["id"]: [service_class["code"] for service_class in item["serviceClasses"]]
        for item in recorded_json(folder, "ptv/v11/GeneralDescription_list.json")["itemList"]
    }
    return Classifier.load(tree, national)
