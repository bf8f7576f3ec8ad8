"""The data files: what they name exists, and a mistake is told with its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tarjotin.sources.classification.rules import FOLDER, RulesError, load_rules
from tests.sources.classification.reading import recorded_json


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the rule files, to be spoilt."""
    for path in (*FOLDER.glob("*.toml"), FOLDER / "codes.csv"):
        shutil.copy(path, tmp_path)
    return tmp_path


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_files_as_they_are_load_without_a_mistake(folder: Path) -> None:
    rules = load_rules(folder)

    assert {scheme: len(concepts) for scheme, concepts in rules.concepts.items()} == {
        "category": 7,
        "audience": 19,
        "need": 18,
        "outside": 18,
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "mistake"),
    [
        ("categories.toml", 'sv = "Mat"', 'sv = ""', "categories.toml: food has no label in sv"),
        ("needs.toml", 'ar = "مترجم شفوي"\n', "", "needs.toml: interpreter has no label in ar"),
        ("needs.toml", 'code = "food_aid"', 'code = "legal_aid"', "needs.toml: legal_aid stands twice"),
        ("audiences.toml", 'not_with = "men"', 'not_with = "boys"', "women excludes boys, which is not there"),
        ("codes.csv", "category:sport,strong", "category:sports,strong", "there is no category:sports"),
        ("codes.csv", "category:sport,strong", "category:sport,sure", "weight 'sure' is none of"),
        ("words.toml", 'in = "summary"', 'in = "title"', "unknown place 'title' or kind"),
        ("words.toml", "version = 2", "version =", "words.toml: Invalid value"),
        (
            "outside.toml",
            'kinds = ["place"]',
            'kinds = ["thing"]',
            "words to outside:school: unknown place",
        ),
    ],
)
def test_mistake_in_a_file_is_told_with_its_place(folder: Path, file: str, old: str, new: str, mistake: str) -> None:
    spoil(folder / file, old, new)

    with pytest.raises(RulesError) as raised:
        load_rules(folder)

    assert mistake in str(raised.value)


def test_code_mapped_twice_to_the_same_is_told(folder: Path) -> None:
    with (folder / "codes.csv").open("a", encoding="utf-8") as file:
        file.write("ptv,P27.1,,category:sport,weak,again\n")

    with pytest.raises(RulesError, match=r"codes\.csv: ptv P27\.1 category:sport stands twice"):
        load_rules(folder)


def test_star_inside_a_word_is_told(folder: Path) -> None:
    spoil(folder / "words.toml", "qigong*", "qi*gong")

    with pytest.raises(RulesError, match="words to category:sport: a star stands only at the ends"):
        load_rules(folder)


@pytest.mark.recorded
def test_every_tpr_node_exists_in_the_tree(recorded: Path) -> None:
    nodes = {str(node["id"]) for node in recorded_json(recorded, "tpr/ontologytree.json")}

    named = {node for rule in load_rules().codes if rule.scheme == "tpr" for node in (rule.code, *rule.less)}

    assert named - nodes == set()


@pytest.mark.recorded
def test_every_tpr_note_is_the_name_of_its_node(recorded: Path) -> None:
    names = {str(node["id"]): node["name_fi"] for node in recorded_json(recorded, "tpr/ontologytree.json")}

    assert [rule.name for rule in load_rules().codes if rule.scheme == "tpr" and rule.note != names[rule.code]] == []


@pytest.mark.recorded
def test_every_ptv_class_exists_and_every_class_but_a_few_has_a_rule(recorded: Path) -> None:
    rows = recorded_json(recorded, "ptv/codes/ptv_classes_2023.json")["results"]
    classes = {row["codeValue"] for row in rows}
    ours = {rule.code for rule in load_rules().codes if rule.scheme == "ptv"}
    starts = tuple(code.removesuffix("*") for code in ours if code.endswith("*"))

    assert {code for code in ours if not code.endswith("*")} - classes == set()
    missing = {code for code in classes - ours if not code.startswith(starts)}
    assert missing == {"P1", "P3", "P8", "P15", "P21", "P22", "P23", "P24"}  # heads of mixed groups


@pytest.mark.recorded
def test_every_linked_events_keyword_is_known_or_named_in_the_data_model(recorded: Path) -> None:
    known = set(recorded_json(recorded, "linkedevents/keyword_labels_fi.json"))
    # Named by the data model, and missing from the recorded lists.
    known |= {"yso:p10727", "yso:p14004", "yso:p19245", "yso:p4357", "yso:p7708"}
    known |= {"matko:liikunta", "matko:musiikki", "matko:tanssi", "matko:elokuva"}  # listed without a label
    schemes = ("yso", "kulke", "kultus", "helmet", "matko", "helfi", "helsinki", "tet")

    named = {f"{rule.scheme}:{rule.code}" for rule in load_rules().codes if rule.scheme in schemes}

    assert named - known == set()


def test_keywords_are_never_strong() -> None:
    schemes = ("yso", "kulke", "kultus", "helmet", "matko", "helfi", "helsinki", "tet")

    assert [rule.name for rule in load_rules().codes if rule.scheme in schemes and rule.weight != "weak"] == []
