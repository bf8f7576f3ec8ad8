"""A refresh or rebuild killed by `kill -9` before any of its steps: answers stay right, and the next refresh heals."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from tests.search.faults.conftest import HEALED, KILLED, NEW, OLD, Workers

NUMBERS = re.compile(r"\d{15,}|[0-9a-f]{32}")


def state(folder: str) -> tuple[object, ...]:
    """What was left on the disk: names, without their random numbers, sizes, and the build in use."""
    names: dict[str, int] = {}

    def named(text: str) -> str:
        return NUMBERS.sub(lambda found: str(names.setdefault(found[0], len(names))), text)

    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    listed = tuple((named(str(path.relative_to(folder))), path.stat().st_size) for path in paths)
    return (listed, *(named(path.read_text()) for path in Path(folder).glob("*/current")))


@pytest.mark.parametrize("what", ["refresh", "rebuild"])
def test_killed_before_any_step_gives_old_or_new_answers_and_heals(workers: Workers, what: str) -> None:
    left: dict[object, object] = {}

    for number in itertools.count():
        folder = workers.index_as_it_was("killed")
        (ended,) = workers.at_once(("work", folder, what, number))
        if (now := state(folder)) not in left:  # else it is known to heal
            left[now] = (workers.call("read", folder), workers.call("heal", folder))
        if ended["code"] != KILLED:
            break

    wrong = [each for each in left.values() if each not in ((OLD, HEALED), (NEW, HEALED))]
    assert (ended["code"], ended["result"]) == (0, number)
    assert wrong == []
    assert next(iter(left.values())) == (OLD, HEALED)
    assert list(left.values())[-1] == (NEW, HEALED)
    assert len(left) > 5


def test_first_build_killed_is_not_ready_until_the_next_refresh(workers: Workers) -> None:
    folder = str(workers.folder / "first")
    answers = []

    for number in (3, 13, 23, 33, 43):
        (ended,) = workers.at_once(("work", folder, "refresh", number))
        answers.append((ended["code"], workers.call("read", folder)))

    assert answers == [(KILLED, "not ready")] * 5
    assert workers.call("heal", folder) == HEALED
