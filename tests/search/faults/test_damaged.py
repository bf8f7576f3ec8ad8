"""Files that are cut short, emptied, lost or have other bytes: the next refresh finds out and builds anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tarjotin.catalogue.actions import note_change
from tarjotin.search.index import reading, store
from tarjotin.search.queries import search
from tarjotin.search.query import Query
from tests import make

NOW = make.NOW
Harm = Callable[[Path], None]
# Nothing of the index is in them.
EMPTY_BY_NATURE = (".lock",)
# Of what it may remove: without it the index is read and written all the same.
NOTES_OF_THE_WRITER = ".managed.json"


def found(text: str) -> list[Any]:
    return sorted(hit.id for hit in search(Query(text=text), language="fi", now=NOW).hits)


def files(folder: Path) -> Iterator[Path]:
    """All of the index in use, and the pointer to it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.endswith(EMPTY_BY_NATURE):
            yield path


def put(path: Path, content: bytes) -> None:
    """As another file: one that is mapped into memory and cut short takes the process with it."""
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def cut_short(path: Path) -> None:
    put(path, path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    put(path, b"")


def lose(path: Path) -> None:
    path.unlink()


def fill_with_noughts(path: Path) -> None:
    put(path, bytes(path.stat().st_size))


def change_a_byte(share: float) -> Harm:
    def change(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[int((len(content) - 1) * share)] ^= 0x10
        put(path, bytes(content))

    change.__name__ = f"change_a_byte_at_{share}"
    return change


HARMS = [cut_short, empty, lose, fill_with_noughts, *map(change_a_byte, (0, 0.3, 0.6, 1))]


@pytest.fixture
def entries(search_index: Any) -> tuple[Any, Any]:
    """Two, in an index that was written twice: so that it has a file of what was deleted, too."""
    unchanged, changed = make.activity(name="Tuolijumppa"), make.activity(name="Shakki")
    search_index.refresh()
    changed.name = make.text("Sauvakävely")
    changed.save()
    note_change("activity", [changed.id], NOW)
    search_index.refresh()
    return unchanged, changed


def is_found_out(build: Path) -> bool:
    if store.current() != build or store.read_seen(build) is None:
        return True
    return not (store.is_whole(build) and reading.opens(build))


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__)
def test_harm_to_any_file_is_found_out(entries: Any, harm: Harm) -> None:
    build = store.current()
    assert build
    assert not is_found_out(build)
    overlooked = []

    for path in files(store.root()):
        content = path.read_bytes()
        harm(path)
        if not is_found_out(build):
            overlooked.append(path.name)
        put(path, content)

    assert {path.suffix for path in files(build)} >= {".json", ".store", ".term", ".idx", ".pos", ".fast", ".del", ""}
    assert [name for name in overlooked if name != NOTES_OF_THE_WRITER] == []


def test_any_file_lost_heals_with_the_next_refresh(entries: Any, search_index: Any, tmp_path: Path) -> None:
    unchanged, changed = entries
    whole, kept = store.root(), tmp_path / "kept"
    shutil.copytree(whole, kept)
    answers = {}

    for path in list(files(whole)):
        shutil.rmtree(whole)
        shutil.copytree(kept, whole)
        lose(path)
        search_index.forget()
        search_index.refresh()
        note_change("activity", [changed.id], NOW)
        answers[path.name] = (search_index.refresh(), found("tuolijumppa"), found("sauvakävely"))

    assert answers == dict.fromkeys(answers, (1, [unchanged.id], [changed.id]))
