"""PTV v11: pages of ids, and lists of whole records by id or by area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.ptv.backend import KINDS, Page, Raw
from tarjotin.sources.raw import rows, text
from tarjotin.sources.source import Gone

MOST_IDS = 100
REMOVED_STATUSES = ("Archived", "Withdrawn")
EVERYWHERE = "everywhere"


class V11:
    def __init__(self, client: Client) -> None:
        self._client = client

    def codes(self) -> Iterator[tuple[str, Raw]]:
        """v11 has no code lists: the walk picks the codes out of the records."""
        return iter(())

    def general_descriptions(self) -> Iterator[list[Raw]]:
        for ids in self.changed_ids("GeneralDescription", None):
            yield from self.by_ids("GeneralDescription", ids)

    def service_pages(self, municipalities: tuple[str, ...] | None, resume: str) -> Iterator[Page]:
        if municipalities is None:
            yield from self._all_services(resume)
            return
        area, _, number = resume.partition(" ")
        walked = municipalities.index(area) if area in municipalities else 0
        for index, code in enumerate(municipalities[walked:], walked):
            start = int(number) + 1 if code == area and number.isdigit() else 1
            # The whole country's services come with the first municipality alone, or each would bring them again.
            params = {"includeWholeCountry": "true" if index == 0 else "false"}
            for answer in self._pages(f"Service/list/area/Municipality/code/{code}", params, start):
                page = int(answer["pageNumber"])
                count = int(answer["pageCount"])
                yield Page(rows(answer["itemList"]), f"{code} {page}", f"services of {code}", page, count)

    def _all_services(self, resume: str) -> Iterator[Page]:
        ids = [each for page in self.changed_ids("Service", None) for each in page]
        done = int(resume.removeprefix(EVERYWHERE) or 0) if resume.startswith(EVERYWHERE) else 0
        chunks = list(_chunks(ids, MOST_IDS))
        for number, chunk in enumerate(chunks[done:], done + 1):
            found = [row for page in self.by_ids("Service", chunk) for row in page]
            yield Page(found, f"{EVERYWHERE} {number}", "services", number, len(chunks))

    def by_ids(self, name: str, ids: Iterable[str]) -> Iterator[list[Raw]]:
        calls = [(f"{name}/list", {"guids": ",".join(chunk)}) for chunk in _chunks(list(ids), MOST_IDS)]
        for answer in self._client.get_many(calls):
            if not isinstance(answer, list | None):  # nothing: none of them is published
                raise SourceUnavailable(f"{name}/list: not a list of PTV")
            yield rows(answer)

    def changed_ids(self, name: str, since: datetime | None) -> Iterator[list[str]]:
        yield from self._ids(name, {"date": _written(since)} if since else {})

    def gone(self, since: datetime) -> Iterator[Gone]:
        for name, kind in KINDS.items():
            for status in REMOVED_STATUSES:
                for page in self._ids(name, {"status": status, "date": _written(since)}):
                    yield from (Gone(kind, each) for each in page)

    def _ids(self, name: str, params: Raw) -> Iterator[list[str]]:
        for answer in self._pages(name, params):
            yield [each for row in rows(answer["itemList"]) if (each := text(row.get("id")))]

    def _pages(self, path: str, params: Raw, start: int = 1) -> Iterator[Raw]:
        """All pages of a list; an answer without its list is no empty list but a broken answer."""
        number, count = start, start
        while number <= count:
            answer = self._client.get(path, {**params, "page": number})
            count = _page_count(answer, path)
            yield {**answer, "itemList": answer["itemList"] or [], "pageNumber": number}
            number += 1


def _page_count(answer: Any, path: str) -> int:
    whole = isinstance(answer, dict) and isinstance(answer.get("itemList"), list | None)
    if not whole or "itemList" not in answer or not isinstance(answer.get("pageCount"), int):
        raise SourceUnavailable(f"{path}: not a page of PTV")
    return int(answer["pageCount"])


def _chunks(ids: list[str], size: int) -> Iterator[list[str]]:
    yield from (ids[start : start + size] for start in range(0, len(ids), size))


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
