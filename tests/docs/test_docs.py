"""The documents stay true: the map, the links, the commands, the settings they name, and the locks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from tarjotin.sources.registry import SOURCES
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import lock_check

DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "demo" / "README.md"]
    if path.name != "CHANGELOG.md"
)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
PATH = re.compile(r"`((?:tarjotin|tests|scripts|benchmarks|demo|docs)/[\w./-]*\w/?)`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_of_a_document_lead_somewhere(document: Path) -> None:
    text = document.read_text(encoding="utf-8")

    dead = [target for target in LINK.findall(text) if not (document.parent / target).exists()]
    gone = [path for path in PATH.findall(text) if not (ROOT / path).exists()]

    assert (dead, gone) == ([], [])


def test_map_names_the_packages_there_are() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^  (\w+)/ ", text.split("```")[1], re.MULTILINE))

    packages = {path.parent.name for path in (ROOT / "tarjotin").glob("*/__init__.py")}

    assert named == packages


def test_packages_say_in_three_lines_what_they_hold() -> None:
    packages = [*(ROOT / "tarjotin").glob("*/__init__.py"), *(ROOT / "tarjotin" / "sources").glob("*/__init__.py")]
    packages = [path for path in packages if path.parent.name != "migrations"]

    speechless = [
        str(path.relative_to(ROOT)) for path in packages if not path.read_text(encoding="utf-8").startswith('"""')
    ]

    assert (speechless, len(packages) > 10) == ([], True)


def test_contracts_name_every_package_in_order() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    for package in (path.parent.name for path in (ROOT / "tarjotin").glob("*/__init__.py")):
        assert re.search(rf"\b{package}\b", text.split("[[tool.importlinter.contracts]]")[1])


def test_every_source_has_its_page_and_its_place_in_the_list() -> None:
    listed = (ROOT / "docs" / "sources" / "README.md").read_text(encoding="utf-8")

    for name in SOURCES:
        assert (ROOT / "docs" / "sources" / f"{name}.md").exists()
        assert f"[{name}.md]({name}.md)" in listed


def test_commands_named_in_documents_exist_with_their_options() -> None:
    commands = get_commands()
    named: dict[str, set[str]] = {}
    for document in DOCUMENTS:
        for command, rest in re.findall(r"manage\.py (\w+)([^`\n]*)", document.read_text(encoding="utf-8")):
            named.setdefault(command, set()).update(re.findall(r"--[\w-]+", rest))

    assert named.keys() <= commands.keys()
    for command, options in named.items():
        app = commands[command]
        parser = load_command_class(app if isinstance(app, str) else app.__module__.split(".management")[0], command)
        known = parser.create_parser("manage.py", command).format_help()
        assert [option for option in options if option not in known] == [], command


def test_make_targets_named_in_documents_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.MULTILINE))

    named = {
        target for document in DOCUMENTS for target in re.findall(r"`make (\w+)", document.read_text(encoding="utf-8"))
    }

    assert (named <= targets, {"run", "test"} <= named | targets) == (True, True)


def test_settings_read_from_the_environment_are_all_documented() -> None:
    settings = (ROOT / "tarjotin" / "config" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'environment\.\w+\(\s*"(\w+)"', settings))
    told = set(re.findall(r"TARJOTIN_(\w+)", (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")))

    assert sorted(read - told - {"DEBUG"}) == []


def test_decisions_are_all_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")

    assert [path.name for path in folder.glob("0*.md") if path.name not in listed] == []


def test_locks_are_in_step_hashed_and_without_addresses() -> None:
    assert lock_check.problems() == []


def test_lock_check_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "base.in").write_text("django~=5.2\nrequests\n", encoding="utf-8")
    (tmp_path / "base.txt").write_text("-i https://x.example/\ndjango==4.2\n", encoding="utf-8")

    found = lock_check.problems(tmp_path)

    assert [line.split(",")[0] for line in found] == [
        "base.in asks for django~=5.2",
        "base.in asks for requests",
        "base.txt: no hash for django==4.2",
        "base.txt has an address or an option line",
    ]


def test_no_path_of_this_machine_stands_in_the_tree() -> None:
    places = [str(ROOT), f"{Path.home()}/"]
    patterns = [argument for place in places if len(place) > 2 for argument in ("-e", place)]

    found = subprocess.run(
        ["git", "grep", "-nIF", *patterns], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout

    assert found == ""
