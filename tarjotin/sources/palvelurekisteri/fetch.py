"""Palvelurekisteri over HTTP: one language and one municipality a call, no pages, no "changed since".

The register now and then gives no text for ids it lists. An empty answer means "not told this time", never "deleted":
such ids are asked for one by one, and those still without a text are passed on as `Untold`, so that what is stored of
them stands. A whole language without texts ends the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tarjotin.common.languages import CONTENT_LANGUAGES
from tarjotin.sources.http import NotThere, SourceUnavailable
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Joined, Step, Untold

if TYPE_CHECKING:
    from tarjotin.sources.http import Client

Row = dict[str, Any]
ByLanguage = dict[str, Row]

KIND = "description"
LANGUAGES = CONTENT_LANGUAGES
HOME = "091"
# The register writes numbers: 91 Helsinki, 49 Espoo, 92 Vantaa, 235 Kauniainen. Helsinki must have texts, others may.
MUNICIPALITIES = {HOME: 91, "049": 49, "092": 92, "235": 235}
# 87 % of the Finnish texts had a Swedish one when recorded; a list under half of the Finnish one was cut off.
SMALLEST_TRANSLATED_SHARE = 0.5
RECORDS_A_CHECKPOINT = 100
FAILURES_IN_A_ROW = 3  # then the rest of the single requests would fail as well


def fetch(client: Client, request: FetchRequest) -> Iterator[Step]:
    """Each description with its wordings, the errand services that lead to it, and the municipalities it serves."""
    descriptions, areas = _all(client, "description/")
    in_finnish = {record_id for record_id, wordings in descriptions.items() if "fi" in wordings}
    untold = _ask_alone(client, (_listed_ids(client, areas) | descriptions.keys()) - in_finnish, descriptions)
    errands, _ = _all(client, "errandservice/")
    errands_of = _by_description(errands, descriptions)
    joined = {errand_id for ids in errands_of.values() for errand_id in ids}
    yield Joined("errandservice/", len(errands), len(joined))
    yield from (Untold(KIND, str(record_id)) for record_id in sorted(untold))
    yield from _delivered(request, descriptions, areas, {i: [errands[e] for e in of] for i, of in errands_of.items()})


def _delivered(
    request: FetchRequest,
    descriptions: dict[int, ByLanguage],
    areas: dict[int, list[str]],
    errands_of: dict[int, list[ByLanguage]],
) -> Iterator[Step]:
    after = _resumed_after(request.resume)
    chosen = sorted(descriptions)[: request.limit]
    for done, record_id in enumerate(chosen, start=1):
        if record_id <= after:
            continue
        payload = {
            **descriptions[record_id],
            "errands": errands_of.get(record_id, []),
            "municipalities": areas.get(record_id, []),
        }
        yield Delivered(KIND, str(record_id), payload)
        if done % RECORDS_A_CHECKPOINT == 0:
            yield Checkpoint(f"{KIND}:{record_id}", "description/", done=done, total=len(chosen))


def _resumed_after(cursor: str) -> int:
    number = cursor.partition(":")[2]
    return int(number) if number.isdigit() else -1


def _all(client: Client, path: str) -> tuple[dict[int, ByLanguage], dict[int, list[str]]]:
    """The records by id and language, and the municipalities that list each."""
    found: dict[int, ByLanguage] = {}
    areas: dict[int, list[str]] = {}
    for code, number in MUNICIPALITIES.items():
        sizes = {}
        for language in LANGUAGES:
            params = {"alldata": "yes", "language": language, "municipality": number}
            rows = [row for row in _list(client, path, params) if _id(row, path)]
            sizes[language] = len(rows)
            for row in rows:
                found.setdefault(_id(row, path), {})[language] = row
                if code not in areas.setdefault(_id(row, path), []):
                    areas[_id(row, path)].append(code)
        _check_sizes(path, code, sizes)
    return found, areas


def _check_sizes(path: str, code: str, sizes: dict[str, int]) -> None:
    """A language that is empty or cut off would wipe its wordings off every service: better no run at all."""
    if code == HOME and not sizes["fi"]:
        raise SourceUnavailable(f"{path} in fi is empty")
    for language, size in sizes.items():
        if code == HOME and size < sizes["fi"] * SMALLEST_TRANSLATED_SHARE:
            raise SourceUnavailable(f"{path} in {language} has {size} records beside {sizes['fi']} in fi: cut off")


def _listed_ids(client: Client, areas: dict[int, list[str]]) -> set[int]:
    """All ids the register lists, also those without a text just now; notes the municipality of each."""
    listed: set[int] = set()
    for code, number in MUNICIPALITIES.items():
        for entry in _answer(client, "description/", {"municipality": number}):
            record_id = _id(entry, "description/") if isinstance(entry, dict) else _whole(entry)
            listed.add(record_id)
            if code not in areas.setdefault(record_id, []):
                areas[record_id].append(code)
    return listed


def _ask_alone(client: Client, missing: Iterable[int], descriptions: dict[int, ByLanguage]) -> set[int]:
    """Ask for the texts of each id by itself; the ids that still have no Finnish one, which all have (docs)."""
    untold: set[int] = set()
    failures = 0
    for record_id in sorted(missing):
        wordings = {}
        if failures < FAILURES_IN_A_ROW:
            try:
                wordings = _alone(client, record_id)
                failures = 0
            except SourceUnavailable:
                failures += 1
        if wordings:
            descriptions[record_id] = wordings
        else:
            descriptions.pop(record_id, None)
            untold.add(record_id)
    return untold


def _alone(client: Client, record_id: int) -> ByLanguage:
    """The wordings of one description; nothing when there is no Finnish one."""
    found: ByLanguage = {}
    for language in LANGUAGES:
        try:
            answer = client.get(f"description/{record_id}", {"language": language})
        except NotThere:
            answer = None
        row = answer[0] if isinstance(answer, list) and answer else answer
        if isinstance(row, dict) and row.get("id") and row.get("title"):
            found[language] = row
        elif language == "fi":
            break
    return found


def _by_description(errands: dict[int, ByLanguage], descriptions: dict[int, ByLanguage]) -> dict[int, list[int]]:
    """Description → its errand services, told from either side, in the order of the description."""
    found: dict[int, dict[int, None]] = {}
    for record_id, wordings in descriptions.items():
        for row in wordings.values():
            told = [*_ids(row.get("exact_errand_services")), *_ids(row.get("errand_services"))]
            found.setdefault(record_id, {}).update((errand, None) for errand in told if errand in errands)
    for errand_id, wordings in errands.items():
        for row in wordings.values():
            for record_id in _ids(row.get("exact_descriptions")):
                if record_id in descriptions:
                    found.setdefault(record_id, {})[errand_id] = None
    return {record_id: list(ids) for record_id, ids in found.items() if ids}


def _list(client: Client, path: str, params: dict[str, Any]) -> list[Row]:
    rows = _answer(client, path, params)
    if not all(isinstance(row, dict) for row in rows):
        raise SourceUnavailable(f"{path} is not a list of objects")
    return rows


def _answer(client: Client, path: str, params: dict[str, Any]) -> list[Any]:
    try:
        answer = client.get(path, params)
    except NotThere as error:
        raise SourceUnavailable(str(error)) from error
    if not isinstance(answer, list):
        raise SourceUnavailable(f"{path} is not a list")
    return answer


def _id(row: Row, path: str) -> int:
    record_id = _whole(row.get("id"))
    if not record_id:
        raise SourceUnavailable(f"{path} has a row without a usable id")
    return record_id


def _ids(value: object) -> list[int]:
    return [number for each in value if (number := _whole(each))] if isinstance(value, list) else []


def _whole(value: object) -> int:
    text = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return int(text) if text.isascii() and text.isdigit() else 0
