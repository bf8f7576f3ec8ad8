"""PTV v12, as far as its published draft tells: searches, single records, removals.

Records are converted to the shape of v11 in `v12_shape.py`. A search may need a key: the client's header `x-api-key`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.ptv import v12_shape
from tarjotin.sources.ptv.backend import KINDS, Page, Raw
from tarjotin.sources.raw import rows, text
from tarjotin.sources.source import Gone

PAGE_SIZE = 100
MOST_ORGANISATIONS = 20  # in one search
PATHS = {
    "Service": "service",
    "ServiceChannel": "service-channel",
    "Organization": "organization",
    "GeneralDescription": "general-description",
}
CODE_LISTS = {"service-classes": "service_class", "target-groups": "target_group", "life-events": "life_event"}
WHOLE_COUNTRY = "WholeCountry,WholeCountryExceptAland"


class V12:
    def __init__(self, client: Client) -> None:
        self._client = client
        self._connections: dict[str, list[Raw]] = {}  # by service
        self._organisations_asked: set[str] = set()

    def codes(self) -> Iterator[tuple[str, Raw]]:
        for path, kind in CODE_LISTS.items():
            answer = self._client.get(path)
            for item in rows(answer.get("items") if isinstance(answer, dict) else answer):
                yield kind, v12_shape.code(item)

    def general_descriptions(self) -> Iterator[list[Raw]]:
        for page in self._search("general-description", {}):
            yield [v12_shape.general_description(item) for item in page["items"]]

    def service_pages(self, municipalities: tuple[str, ...] | None, resume: str) -> Iterator[Page]:
        name, _, number = resume.partition(" ")
        for each, params in _searches(municipalities).items():
            if name and each != name:
                continue  # walked before the run broke off
            start = int(number) + 1 if name and number.isdigit() else 1
            name = ""
            for page in self._search("service", params, start):
                yield Page(
                    self._services(page["items"]),
                    f"{each} {page['page']}",
                    f"services, {each}",
                    page["page"],
                    page["totalPages"],
                )

    def by_ids(self, name: str, ids: Iterable[str]) -> Iterator[list[Raw]]:
        convert = v12_shape.CONVERTERS[name]
        found = self._client.get_many([(f"{PATHS[name]}/{each}", None) for each in ids])
        items = [item for item in found if isinstance(item, dict)]
        yield self._services(items) if name == "Service" else [convert(item) for item in items]

    def changed_ids(self, name: str, since: datetime | None) -> Iterator[list[str]]:
        params = {"publishedAtOrAfter": _written(since)} if since else {}
        for page in self._search(PATHS[name], params):
            yield [text(item.get("contentId")) for item in page["items"]]

    def gone(self, since: datetime) -> Iterator[Gone]:
        for name, kind in KINDS.items():
            answer = self._client.get(f"{PATHS[name]}/archived", {"archivedAtOrAfter": _written(since)})
            if not isinstance(answer, dict) or not isinstance(answer.get("items"), list):
                raise SourceUnavailable(f"{PATHS[name]}/archived: not a list of PTV v12")
            yield from (Gone(kind, each) for item in rows(answer["items"]) if (each := text(item.get("contentId"))))

    def _services(self, items: list[Raw]) -> list[Raw]:
        self._read_connections(text(item.get("organizationContentId")) for item in items)
        return [v12_shape.service(item, self._connections.get(text(item.get("contentId")), [])) for item in items]

    def _read_connections(self, organisations: Iterable[str]) -> None:
        """Links between services and channels are records of their own: read them for each organisation once."""
        new = [each for each in dict.fromkeys(organisations) if each and each not in self._organisations_asked]
        self._organisations_asked.update(new)
        for start in range(0, len(new), MOST_ORGANISATIONS):
            asked = ",".join(new[start : start + MOST_ORGANISATIONS])
            for page in self._search("connection", {"organizationContentIds": asked}):
                for item in page["items"]:
                    links = self._connections.setdefault(text(item.get("serviceContentId")), [])
                    if item not in links:
                        links.append(item)

    def _search(self, path: str, params: Raw, start: int = 1) -> Iterator[Raw]:
        number, count = start, start
        while number <= count:
            answer = self._client.get(f"{path}/search", {**params, "page": number, "pageSize": PAGE_SIZE})
            count = _page_count(answer, path)
            yield {**answer, "items": rows(answer["items"]), "page": number}
            number += 1


def _searches(municipalities: tuple[str, ...] | None) -> dict[str, Raw]:
    """The searches that together find all: by name, for the cursor."""
    if municipalities is None:
        return {"everywhere": {}}
    return {
        "municipalities": {"municipalities": ",".join(municipalities), "municipalitiesMatch": "any"},
        "country": {"areaType": WHOLE_COUNTRY},
    }


def _page_count(answer: Any, path: str) -> int:
    if not isinstance(answer, dict) or not isinstance(answer.get("items"), list):
        raise SourceUnavailable(f"{path}/search: not a page of PTV v12")
    if not isinstance(answer.get("totalPages"), int):
        raise SourceUnavailable(f"{path}/search: without its number of pages")
    return int(answer["totalPages"])


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
