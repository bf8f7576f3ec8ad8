"""The rules against the judgement of a person who read every title of the service register."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tarjotin.catalogue.records import Code, ServiceRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.classification import Classifier
from tests.sources.classification.reading import activity, codes, outcome, recorded_classifier, recorded_json

pytestmark = pytest.mark.recorded
JUDGEMENTS = Path(__file__).parent / "judgements.csv"


@pytest.fixture(scope="module")
def classifier(recorded: Path) -> Classifier:
    return recorded_classifier(recorded)


@pytest.fixture(scope="module")
def register(recorded: Path) -> dict[str, ServiceRecord]:
    """The recorded service descriptions, in their three languages."""
    rows: dict[str, dict[str, dict[str, Any]]] = {}
    for language in ("fi", "sv", "en"):
        for row in recorded_json(recorded, f"tpr/palvelurekisteri/description_{language}.json"):
            rows.setdefault(str(row["id"]), {})[language] = row
    return {number: _service(by_language) for number, by_language in rows.items() if "fi" in by_language}


def _service(rows: dict[str, dict[str, Any]]) -> ServiceRecord:
    def text(field: str) -> LocalisedText:
        return LocalisedText.of({language: row.get(field) for language, row in rows.items()})

    row = rows["fi"]
    return ServiceRecord(
        name=text("title"),
        summary=text("description_short"),
        description=text("description_long"),
        codes=codes(
            *(f"tprtarget:{group}" for group in row["target_groups"]),
            *(f"tprlife:{event}" for event in row["life_events"]),
        ),
        upstream_id=row.get("general_description_id", ""),
    )


def test_at_least_95_in_100_descriptions_get_a_category_or_a_reason(
    classifier: Classifier, register: dict[str, ServiceRecord]
) -> None:
    outcomes = Counter(outcome(classifier.classify(record)) for record in register.values())

    assert outcomes.total() == 592
    assert 1 - outcomes[""] / 592 >= 0.95


def test_at_least_95_in_100_agree_with_the_person_who_judged(
    classifier: Classifier, register: dict[str, ServiceRecord]
) -> None:
    with JUDGEMENTS.open(encoding="utf-8", newline="") as file:
        judged = list(csv.DictReader(file))

    disagree = [
        (row["title"], row["expected"], found)
        for row in judged
        if (found := outcome(classifier.classify(register[row["id"]]))) not in row["expected"].split("|")
    ]

    assert len(judged) == 592
    assert len(disagree) / len(judged) <= 0.05, disagree


def test_every_national_description_with_a_class_outside_or_inside_gets_an_answer(
    classifier: Classifier, recorded: Path
) -> None:
    items = recorded_json(recorded, "ptv/v11/GeneralDescription_list.json")["itemList"]

    waiting = [item["names"][0]["value"] for item in items if outcome(classifier.classify(_national(item))) == ""]

    assert len(items) == 458
    assert len(waiting) / len(items) <= 0.02, waiting


def _national(item: dict[str, Any]) -> ServiceRecord:
    def text(kind: str) -> LocalisedText:
        return LocalisedText.of({row["language"]: row["value"] for row in item["descriptions"] if row["type"] == kind})

    return ServiceRecord(
        name=LocalisedText.of({row["language"]: row["value"] for row in item["names"]}),
        summary=text("Summary"),
        description=text("BackgroundDescription"),
        codes=(
            *(Code("ptv", row["code"]) for row in item["serviceClasses"]),
            *(Code("ptvtarget", row["code"]) for row in item["targetGroups"]),
        ),
    )


def test_sports_courses_are_sport_or_for_children_only(classifier: Classifier, recorded: Path) -> None:
    titles = recorded_json(recorded, "linkedevents/enkora_course_titles.json")
    provider = LocalisedText.of(fi="Helsingin kaupungin liikuntapalvelut")  # as the feed has it on every one

    outcomes = Counter(
        outcome(
            classifier.classify(
                activity(row["title"], "yso:p916", provider=provider, min_age=row["min_age"], max_age=row["max_age"])
            )
        )
        for row in titles
    )

    assert set(outcomes) == {"sport", "out"}


def test_services_that_help_in_no_area_of_life_rarely_get_in(classifier: Classifier, recorded: Path) -> None:
    """Names and summaries only: 1,093 national and municipal services that a project marked as no help in life."""
    rows = recorded_json(recorded, "ptv/services_3x10d_needs.json")["services"]
    no_help = [row for row in rows if row["needs"] == ["EI MUKAAN"]]

    inside = [
        row["name"]
        for row in no_help
        if outcome(
            classifier.classify(
                ServiceRecord(name=LocalisedText.of(fi=row["name"]), summary=LocalisedText.of(fi=row["summary"]))
            )
        )
        not in ("", "out")
    ]

    assert len(inside) / len(no_help) <= 0.10, inside
