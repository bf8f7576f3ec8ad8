"""Reading a folder of payloads: which files an endpoint is made of, merged, with date tokens resolved.

The first file that has an id wins, so hand-kept records come before generated ones in an endpoint's patterns. Patterns
are relative to the folder; one that begins with "!" leaves files out. A file may be an API page, a list or one record.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tarjotin.sources.replay import dates

Record = dict[str, Any]
Key = tuple[str, str]  # source and kind, such as ("tpr", "unit")
FOR_THE_SERVER = frozenset({"_from", "_note", "_repeat"})
REMEMBERED_LISTS = 16
PAGE_KEYS = ("data", "items", "results", "itemList")


def _alone(record: Record) -> list[Record]:
    return [record]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One list of an API. Rows without a `key` are all kept: connections, for one, have no id of their own."""

    patterns: tuple[str, ...]
    style: dates.Style
    key: str | None = "id"
    expand: Callable[[Record], list[Record]] = _alone


class Data:
    """All records that are served, by source and kind; tests change them to play what happens at a source."""

    def __init__(self, lists: Mapping[Key, dict[str, Record]], documents: Mapping[str, Any]) -> None:
        self._lists = dict(lists)
        self.documents = dict(documents)
        self._remembered: dict[Hashable, list[Record]] = {}

    def rows(self, source: str, kind: str) -> list[Record]:
        return list(self._lists[source, kind].values())

    def find(self, source: str, kind: str, record_id: object) -> Record | None:
        return self._lists[source, kind].get(str(record_id))

    def remembered(self, key: Hashable, make: Callable[[], list[Record]]) -> list[Record]:
        """The same list for each page of a walk, made once; forgotten when a record changes."""
        rows = self._remembered.get(key)
        if rows is None:
            rows = make()
            if len(self._remembered) >= REMEMBERED_LISTS:
                self._remembered.clear()
            self._remembered[key] = rows
        return rows

    def counts(self) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for (source, kind), rows in self._lists.items():
            counts.setdefault(source, {})[kind] = len(rows)
        return counts

    def put(self, source: str, kind: str, record_id: object, record: Record) -> None:
        self._lists[source, kind][str(record_id)] = record
        self._remembered.clear()

    def remove(self, source: str, kind: str, record_id: object) -> None:
        """Take a record away; raises `KeyError` when there is none, for a test that removes nothing shows nothing."""
        del self._lists[source, kind][str(record_id)]
        self._remembered.clear()

    def change(self, source: str, kind: str, record_id: object, **fields: Any) -> None:
        self.put(source, kind, record_id, self._lists[source, kind][str(record_id)] | fields)


def load(folder: Path, endpoints: Mapping[Key, Endpoint], documents: Iterable[str], now: datetime) -> Data:
    lists = {key: _records(folder, endpoint, now) for key, endpoint in endpoints.items()}
    files = _files(folder, tuple(documents))
    return Data(lists, {path.relative_to(folder).as_posix(): _json(path) for path in files})


def _records(folder: Path, endpoint: Endpoint, now: datetime) -> dict[str, Record]:
    records: dict[str, Record] = {}
    for path in _files(folder, endpoint.patterns):
        try:
            raw = [made for record in _rows(_json(path)) for made in endpoint.expand(record)]
            for record in (prepared(record, endpoint.style, now) for record in raw):
                records.setdefault(_id(record, endpoint.key) or f"#{len(records)}", record)
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from error
    return records


def _files(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    left_out = {path for pattern in patterns if pattern[0] == "!" for path in folder.glob(pattern[1:])}
    found = (path for pattern in patterns if pattern[0] != "!" for path in sorted(folder.glob(pattern)))
    return [path for path in dict.fromkeys(found) if path not in left_out]


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from error


def _rows(content: Any) -> Iterator[Record]:
    if isinstance(content, dict):
        listed = next((content[key] for key in PAGE_KEYS if isinstance(content.get(key), list)), None)
        content = [content] if listed is None else listed
    for row in content:
        if not isinstance(row, dict):
            raise ValueError(f"a record is expected, not {row!r}")
        yield row


def _id(record: Record, key: str | None) -> str | None:
    return None if key is None or record.get(key) is None else str(record[key])


def prepared(value: Any, style: dates.Style, now: datetime) -> Any:
    """A value as it is served: date tokens resolved, the keys that are for this server taken away."""
    if isinstance(value, str):
        return dates.resolve(value, style, now) if "@" in value else value
    if isinstance(value, list):
        return [prepared(item, style, now) for item in value]
    if isinstance(value, dict):
        return {key: prepared(item, style, now) for key, item in value.items() if key not in FOR_THE_SERVER}
    return value
