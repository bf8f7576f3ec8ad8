"""The data files as they stand: sound, in every language, and with codes that the sources know."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from pathlib import Path
from typing import Any

from tarjotin.words.thesaurus import VERSION, problems, thesaurus, version
from tarjotin.words.thesaurus.source_codes import plain_code, source_codes

ROOT = Path(__file__).resolve().parents[3]
DESCRIPTIONS = "tpr/palvelurekisteri/description_fi.json"
ONTOLOGY = "ontology/koko_jupo_tero.json"
CLASSIFICATION = ROOT / "tarjotin" / "sources" / "classification"


def test_thesaurus_has_no_problems() -> None:
    assert problems() == []


def test_thesaurus_covers_the_field() -> None:
    kinds = {kind: sum(each.kind == kind for each in thesaurus().values()) for kind in ("activity", "need", "service")}

    assert len(thesaurus()) >= 350
    assert min(kinds.values()) >= 20, kinds


def test_version_is_that_of_the_data() -> None:
    assert version() == VERSION
    assert re.fullmatch(r"[0-9a-f]{8}", VERSION)


def test_every_source_code_exists(recorded: Path) -> None:
    known = codes_of_rules() | own_codes() | recorded_codes(recorded) | demo_codes()

    assert [code for code in source_codes() if code not in known] == []


def test_every_source_code_has_a_label_and_a_concept() -> None:
    named = {plain_code(code) for each in thesaurus().values() for code in each.codes}

    assert [code for code, label in source_codes().items() if not label] == []
    assert [code for code in source_codes() if code not in named] == []


def test_most_topics_have_codes() -> None:
    """What no source has a code for is told by words alone."""
    kinds = {"activity", "place", "service"}
    concepts = [each for each in thesaurus().values() if each.kind in kinds]

    assert sum(bool(each.codes) for each in concepts) / len(concepts) >= 0.5


def codes_of_rules() -> set[str]:
    rows = csv.DictReader((CLASSIFICATION / "codes.csv").read_text(encoding="utf-8").splitlines())
    return {plain_code(f"{row['scheme']}:{row['code']}") for row in rows}


def own_codes() -> set[str]:
    """Categories, needs and audiences of our own."""
    files = {"category": "categories.toml", "need": "needs.toml", "audience": "audiences.toml"}
    tables = {
        scheme: tomllib.loads((CLASSIFICATION / file).read_text(encoding="utf-8"))[scheme]
        for scheme, file in files.items()
    }
    return {f"{scheme}:{row['code']}" for scheme, rows in tables.items() for row in rows}


def recorded_codes(folder: Path) -> set[str]:
    def load(name: str) -> Any:
        return json.loads((folder / name).read_text(encoding="utf-8"))

    yso = re.findall(r"onto/yso/(p\d+)|\byso:(p\d+)", (folder / ONTOLOGY).read_text("utf-8"))
    classes = [row["Notation"] for row in load("ptv/codes/finto_ServiceClasses.json")]
    events = [row["Notation"] for row in load("ptv/codes/finto_LifeEvents.json")]
    targets = [row["Notation"] for row in load("ptv/codes/finto_TargetGroups.json")]
    lahella = re.findall(r'"code": "([^"]+)"', (folder / "lahella/codes.json").read_text("utf-8"))
    return {
        *load("linkedevents/keyword_labels_fi.json"),
        *(row["id"] for row in load("linkedevents/keyword.json")["data"]),
        *(f"yso:{first or second}" for first, second in yso),
        *(f"ptv:{code}" for code in (*classes, *events, *targets)),
        *(f"tpr:{row['id']}" for row in load("tpr/ontologytree.json")),
        *(f"tprword:{row['id']}" for row in load("tpr/ontologyword.json")),
        *(f"koko:{term}" for term in re.findall(r"onto/koko/(p\d+)", (folder / ONTOLOGY).read_text("utf-8"))),
        *(f"lipas:{row['typeCode']}" for row in load("lipas/sports-place-types.json")),
        *(f"lahella:{code}" for code in lahella),
        *(f"tprlife:{code}" for row in load(DESCRIPTIONS) for code in row["life_events"]),
    }


def demo_codes() -> set[str]:
    """Keywords of the demo's events."""
    files = sorted((ROOT / "demo" / "linkedevents").glob("keyword_?.json"))
    told = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return {row["id"] for each in told for row in (each["data"] if isinstance(each, dict) else each)}
