"""Faults on request: what goes wrong at a source, for tests and by hand. Paths are matched by their beginning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

Query = Mapping[str, str]


@dataclass(slots=True)
class Failure:
    """An answer that goes wrong: `times` of them (`None`: for good), after `after` good ones."""

    path: str
    status: int = 500
    times: int | None = 1
    after: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    truncate: bool = False  # half the body, under the length of the whole
    invalid_json: bool = False  # half the body, under its own length
    hang: bool = False  # nothing is said until the client gives up
    query: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reshaping:
    """A list answer that is whole by its form and wrong in what it holds."""

    path: str
    keep: float = 1.0
    repeat_at_borders: bool = False
    query: dict[str, str] = field(default_factory=dict)


class Faults:
    """The faults now in force. Requests come from many threads, so counting down is guarded."""

    def __init__(self) -> None:
        self._failures: list[Failure] = []
        self._reshapings: list[Reshaping] = []
        self._lock = Lock()

    def add(self, fault: Failure | Reshaping) -> None:
        with self._lock:
            (self._failures if isinstance(fault, Failure) else self._reshapings).append(fault)  # type: ignore[arg-type]

    def clear(self) -> None:
        with self._lock:
            self._failures.clear()
            self._reshapings.clear()

    def failure(self, path: str, query: Query) -> Failure | None:
        """The failure this request meets, counted down."""
        with self._lock:
            return next((each for each in self._failures if _meets(each, path, query) and _comes_up(each)), None)

    def reshape(self, rows: list[Any], path: str, query: Query) -> list[Any]:
        for reshaping in self._reshapings:
            if _meets(reshaping, path, query):
                rows = rows[: round(len(rows) * reshaping.keep)]
        return rows

    def repeats_at_borders(self, path: str, query: Query) -> bool:
        return any(each.repeat_at_borders and _meets(each, path, query) for each in self._reshapings)


def _meets(fault: Failure | Reshaping, path: str, query: Query) -> bool:
    return path.startswith(fault.path) and all(query.get(name) == value for name, value in fault.query.items())


def _comes_up(failure: Failure) -> bool:
    if failure.after > 0:
        failure.after -= 1
        return False
    if failure.times is None:
        return True
    failure.times -= 1
    return failure.times >= 0


def repeated_at_borders(rows: list[Any], size: int) -> list[Any]:
    """Each page's last row comes again as the next page's first, as in a list that moves while one walks it."""
    repeated: list[Any] = []
    for row in rows:
        if repeated and len(repeated) % size == 0:
            repeated.append(repeated[-1])
        repeated.append(row)
    return repeated
