"""Several processes at the same index."""

from __future__ import annotations

from tests.search.faults.conftest import HEALED, NEW, OLD, Workers


def test_writers_at_once_give_one_right_index(workers: Workers) -> None:
    folder = workers.index_as_it_was("writers")

    ended = workers.at_once(*[("work", folder, what) for what in ("refresh", "rebuild", "refresh", "rebuild")])

    assert [each["code"] for each in ended] == [0] * 4
    assert workers.call("heal", folder) == HEALED


def test_readers_in_other_processes_get_whole_answers_while_builds_are_switched(workers: Workers) -> None:
    folder = workers.index_as_it_was("readers")
    done = str(workers.folder / "readers-done")

    readers = [("watch", folder, done)] * 2
    *answers, writer = workers.at_once(*readers, ("work_again_and_again", folder, 8, done))

    assert writer["code"] == 0
    for each in answers:
        assert [answer for answer in each["result"] if answer not in (OLD, NEW)] == []
        assert each["result"][-1] == NEW
    assert workers.call("heal", folder) == HEALED
