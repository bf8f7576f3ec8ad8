"""TPR over HTTP: whole lists, no pages and no "changed since", so each run reads all and joins it by unit.

A helper list that cannot be read ends the run: taken as empty, it would wipe hours and accessibility off every place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tarjotin.common.time import helsinki_to_utc
from tarjotin.sources.http import NotThere, SourceUnavailable
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Joined, Step
from tarjotin.sources.tpr.accessibility import VIEWPOINTS

if TYPE_CHECKING:
    from tarjotin.sources.http import Client

Row = dict[str, Any]

# Raw kind → the endpoint that lists it, in the order of processing.
LISTS = {"node": "ontologytree/", "word": "ontologyword/", "organisation": "organization/", "department": "department/"}

# Name in the joined payload → the endpoint whose rows carry a `unit_id`.
HELPERS = {
    "sentences": "accessibility_sentence/",
    "connections": "connection/",
    "shortages": "accessibility_shortage/",
    "entrances": "entrance/",
    "details": "ontologyword_details/",
}
UNITS_A_CHECKPOINT = 500
SERVICEMAP_PAGE = {"page_size": 1000, "only": "accessibility_shortcoming_count"}
NOT_STORED = frozenset({"contact_person"})  # people's names: read nowhere, so not kept either


def fetch(client: Client, request: FetchRequest) -> Iterator[Step]:
    """Vocabulary and owners, then units with all that the helper lists tell of them. `since` has no meaning here."""
    resumed_kind, _, resumed_after = request.resume.partition(":")
    departments: set[str] = set()
    for kind, path in LISTS.items():
        rows = _by_id(_list(client, path), path)
        if kind == "department":
            departments = set(rows)
        if resumed_kind != "unit":
            yield from (Delivered(kind, row_id, row) for row_id, row in _limited(rows, request))
            yield Checkpoint(f"{kind}:", path, done=len(rows), total=len(rows))
    yield from _units(client, request, departments, resumed_after if resumed_kind == "unit" else "")


def _units(client: Client, request: FetchRequest, departments: set[str], resumed_after: str) -> Iterator[Step]:
    params = {"official": "yes", "newfeatures": "yes"}
    units = _by_id(_list(client, "unit/", params), "unit/")
    if not units:
        raise SourceUnavailable("unit/ is empty, which it never is")
    helpers: dict[str, dict[str, list[Row]]] = {}
    for name, path in HELPERS.items():
        rows = _by_unit(_list(client, path))
        helpers[name] = rows
        yield Joined(path, _count(rows), _count({unit_id: rows[unit_id] for unit_id in rows.keys() & units.keys()}))
    viewpoints = _by_id(_list(client, "accessibility_viewpoint/"), "accessibility_viewpoint/")
    yield Joined("accessibility_viewpoint/", len(viewpoints), len(viewpoints.keys() & (VIEWPOINTS.keys() | {"00"})))
    counts = dict(_shortcoming_counts(client))
    yield Joined("servicemap unit/", len(counts), len(counts.keys() & units.keys()))
    yield from _delivered(_limited(units, request), helpers, counts, departments, resumed_after)


def _delivered(
    units: list[tuple[str, Row]],
    helpers: dict[str, dict[str, list[Row]]],
    counts: dict[str, Row],
    departments: set[str],
    resumed_after: str,
) -> Iterator[Step]:
    after = int(resumed_after) if resumed_after.isdigit() else -1
    for done, (unit_id, unit) in enumerate(units, start=1):
        if int(unit_id) > after:
            yield Delivered("unit", unit_id, _joined(unit_id, unit, helpers, counts, departments), _modified_at(unit))
            if done % UNITS_A_CHECKPOINT == 0:
                yield Checkpoint(f"unit:{unit_id}", "unit/", done=done, total=len(units))


def _joined(
    unit_id: str,
    unit: Row,
    helpers: dict[str, dict[str, list[Row]]],
    counts: dict[str, Row],
    departments: set[str],
) -> Row:
    """One payload of all that is told of the unit; parts with nothing in them are left out."""
    payload: Row = {"unit": unit, **{name: rows[unit_id] for name, rows in helpers.items() if unit_id in rows}}
    if counts.get(unit_id):
        payload["shortcoming_count"] = counts[unit_id]
    if (department := unit.get("dept_id")) and str(department) not in departments:
        payload["department_unlisted"] = True
    return payload


def _answer(client: Client, path: str, params: dict[str, Any] | None, base: str = "api") -> Any:
    try:
        return client.get(path, params, base=base)
    except NotThere as error:
        raise SourceUnavailable(str(error)) from error


def _list(client: Client, path: str, params: dict[str, Any] | None = None) -> list[Row]:
    answer = _answer(client, path, params)
    if not isinstance(answer, list) or not all(isinstance(row, dict) for row in answer):
        raise SourceUnavailable(f"{path} is not a list of objects")
    return answer


def _by_id(rows: list[Row], path: str) -> dict[str, Row]:
    """The rows by id, in the order of ids; of a doubled id the first row counts."""
    found: dict[str, Row] = {}
    for row in rows:
        if not row.get("id") or (path == "unit/" and not str(row["id"]).isdigit()):
            raise SourceUnavailable(f"{path} has a row without a usable id")
        found.setdefault(str(row["id"]), row)
    return dict(sorted(found.items(), key=lambda item: (len(item[0]), item[0])))


def _by_unit(rows: list[Row]) -> dict[str, list[Row]]:
    """The rows of each unit. Equal texts are kept once: the accessibility sentences of 20 000 units repeat a lot."""
    texts: dict[str, str] = {}
    grouped: dict[str, list[Row]] = defaultdict(list)
    rows.reverse()
    while rows:  # taken from the end, so that the list as it was read can go while the groups grow
        for row in _spread(rows.pop()):
            kept = {
                key: texts.setdefault(value, value) if isinstance(value, str) else value for key, value in row.items()
            }
            grouped[str(row.get("unit_id", ""))].append({k: v for k, v in kept.items() if k not in NOT_STORED})
    return dict(grouped)


def _spread(row: Row) -> list[Row]:
    """`ontologyword_details/` has been seen with the details of many units inside one word's row."""
    if "unit_id" not in row and isinstance(row.get("details"), list):
        return [detail for detail in row["details"] if isinstance(detail, dict)]
    return [row]


def _count(grouped: dict[str, list[Row]]) -> int:
    return sum(map(len, grouped.values()))


def _shortcoming_counts(client: Client) -> Iterator[tuple[str, Row]]:
    """How many shortcomings each unit has for each profile; the only list with pages."""
    path, params, seen = "unit/", SERVICEMAP_PAGE, set[str]()
    while path and path not in seen:
        seen.add(path)
        answer = _answer(client, path, params, "servicemap")
        if not isinstance(answer, dict) or not isinstance(answer.get("results"), list):
            raise SourceUnavailable(f"servicemap {path} is not a page of results")
        for row in answer["results"]:
            yield str(row.get("id", "")), row.get("accessibility_shortcoming_count") or {}
        path, params = answer.get("next") or "", {}


def _limited(rows: dict[str, Row], request: FetchRequest) -> list[tuple[str, Row]]:
    return list(rows.items())[: request.limit]


def _modified_at(unit: Row) -> datetime | None:
    """`modified_time` is Helsinki wall time without a zone; of the hour doubled in autumn, the first is taken."""
    try:
        wall = datetime.fromisoformat(str(unit.get("modified_time", "")))
    except ValueError:
        return None
    return helsinki_to_utc(wall.date(), wall.time()) if wall.tzinfo is None else wall
