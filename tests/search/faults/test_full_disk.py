"""No room to write: the index in use stays as it is, nothing half-done takes room, and with room again it heals."""

from __future__ import annotations

import pytest

from tests.search.faults.conftest import HEALED, NEW, OLD, Workers


@pytest.mark.parametrize("what", ["refresh", "rebuild"])
@pytest.mark.parametrize("most_bytes", [0, 10, 100, 1_000, 2_500])
def test_without_room_answers_are_old_or_new_and_heal_with_room(workers: Workers, what: str, most_bytes: int) -> None:
    folder = workers.index_as_it_was("full")

    ended = workers.call("work_with_small_files", folder, what, most_bytes)

    expected = NEW if ended == "done" else OLD
    assert workers.call("read", folder) == expected or most_bytes > 100
    assert workers.call("heal", folder) == HEALED
