"""A process with a database of its own, in which each call runs in a child that may be killed.

`conftest.py` sends calls, a line of them at once, and gets a line of results. Being warm, it starts children at once;
what these wrap around the program's steps is gone with them.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import django
from django.conf import settings

from tests.search.faults import stepping

Answer = list[str] | str  # the names found, or why there are none
WORDS = {"tuolijumppa", "sauvakävely", "shakki", "kuoro"}


def set_up(folder: Path) -> None:
    """An empty database beside the one of the suite, on the same server."""
    django.setup()
    from django.db import connection

    on_file = connection.vendor == "sqlite"
    name = str(folder / "faults.sqlite3") if on_file else f"test_faults_{os.getpid()}"
    connection.settings_dict["TEST"]["NAME"] = name
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    settings.DATABASES["default"]["NAME"] = name
    warm_up()
    connection.close()
    if connection.vendor == "postgresql":
        connection.close_pool()  # children must not speak through the same socket


def warm_up() -> None:
    """Load dictionaries once, for all children. The engine's own threads would not outlive a fork, so none is begun."""
    from django.db import transaction

    from tarjotin.search import loading
    from tarjotin.search.index.schema import to_engine
    from tests import make

    with transaction.atomic():
        make.activity(name="Tuolijumppa")
        for documents in loading.all_documents(now=make.NOW):
            for document in documents:
                to_engine(document)
        transaction.set_rollback(True)


def tear_down() -> None:
    from django.db import connection

    connection.creation.destroy_test_db("no such database", verbosity=0)


# What can be called. Each begins by saying which index is meant.


def begin(folder: str) -> None:
    """The catalogue as it was, and its index."""
    from tests import make

    use(folder)
    make.activity(name="Tuolijumppa")
    make.activity(name="Shakki")
    index().refresh()


def change() -> None:
    """One renamed, one withdrawn, one new: whoever sees only some of it is wrong."""
    from tarjotin.catalogue import actions
    from tarjotin.catalogue.models import Activity
    from tests import make

    for activity in Activity.objects.all():
        if activity.name.in_language("fi").text == "Shakki":
            actions.withdraw("activity", [activity.pk], reason="x", now=make.NOW, actor="test", cause="test")
        else:
            activity.name = make.text("Sauvakävely")
            activity.save()
            actions.note_change("activity", [activity.pk], make.NOW)
    actions.note_change("activity", [make.activity(name="Kuoro").pk], make.NOW)


def work(folder: str, what: str, killed_at: int | None = None) -> int:
    """Refresh or rebuild; killed before its step of this number. Gives how many steps it had."""
    use(folder)
    steps = 0

    def step() -> None:
        nonlocal steps
        if steps == killed_at:
            os.kill(os.getpid(), signal.SIGKILL)
        steps += 1

    leave_an_old_row()
    stepping.instrument(step)
    getattr(index(), what)()
    return steps


def work_with_small_files(folder: str, what: str, most_bytes: int) -> str:
    """As on a disk that is full: no file may grow beyond this. (The database lives elsewhere.)"""
    from django.utils import timezone

    from tarjotin.search.index import following

    use(folder)
    following.forget_old(timezone.now())
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
    try:
        getattr(index(), what)()
    except (OSError, ValueError) as problem:
        return type(problem).__name__
    return "done"


def read(folder: str) -> Answer:
    use(folder)
    from tarjotin.search.index import IndexNotReady, snapshot
    from tarjotin.search.tree import Everything

    try:
        now = snapshot()
        rows = now.stored(now.best(Everything(), 0, 10))
    except IndexNotReady:
        return "not ready"
    found = sorted(word for row in rows for word in WORDS.intersection(row.surfaces))
    return found if len(rows) == now.entries else f"{found} of {now.entries}"


def watch(folder: str, until: str) -> list[Answer]:
    """All different answers until a file is there."""
    from tarjotin.search.index import reading

    reading.CHECK_EVERY_S = 0.0
    answers: list[Answer] = []
    while not Path(until).exists():
        answer = read(folder)
        if answer not in answers:
            answers.append(answer)
    return answers


def work_again_and_again(folder: str, times: int, done: str) -> None:
    use(folder)
    for _ in range(times):
        index().refresh()
        index().rebuild()
    Path(done).touch()


def heal(folder: str) -> dict[str, Any]:
    """What the next refresh makes of it, and how things stand afterwards."""
    use(folder)
    index().refresh()
    builds = len(list(Path(folder).glob("*/build-*")))
    return {"found": read(folder), "behind": index().status().behind, "builds": builds}


def use(folder: str) -> None:
    settings.INDEX_DIR = Path(folder)


def index() -> Any:
    from tarjotin.search import index

    return index


def leave_an_old_row() -> None:
    """So that there is one to be removed."""
    from tarjotin.catalogue.models import Activity, Change
    from tarjotin.search.index.following import KEPT

    long_ago = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0) - KEPT - timedelta(days=1)
    if not Change.objects.filter(written_at=long_ago).exists():
        some = Activity.objects.order_by("pk")[0].pk
        Change.objects.create(entity="activity", entity_id=some, changed_at=long_ago, written_at=long_ago)


CALLS: dict[str, Callable[..., Any]] = {
    call.__name__: call
    for call in (begin, change, work, work_with_small_files, read, watch, work_again_and_again, heal)
}


def main() -> None:
    set_up(Path(sys.argv[1]))
    say("ready")
    for line in sys.stdin:
        children = [start(name, args) for name, *args in json.loads(line)]
        say([ended(*child) for child in children])
    tear_down()


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def start(name: str, args: list[Any]) -> tuple[int, int]:
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        return child, reading
    code = 1
    try:
        os.write(writing, json.dumps(CALLS[name](*args)).encode())
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def ended(child: int, reading: int) -> dict[str, Any]:
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return {"code": code, "result": json.loads(said) if said else None}


if __name__ == "__main__":
    main()
