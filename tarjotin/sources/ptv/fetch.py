"""The walk through PTV: national descriptions, then services page by page with what they refer to.

Each page stands for itself (its organisations, places and codes come before its services), so a run that broke off goes
on at the next page. An incremental run takes what changed, and the services that use a changed channel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from tarjotin.sources.http import Client
from tarjotin.sources.ptv.backend import Backend, Page, Raw, is_v12
from tarjotin.sources.ptv.channels import LOCATION
from tarjotin.sources.ptv.texts import code_of
from tarjotin.sources.ptv.v11 import V11
from tarjotin.sources.ptv.v12 import V12
from tarjotin.sources.raw import mapping, moment, rows, text
from tarjotin.sources.source import Checkpoint, Delivered, Fetch, FetchRequest, Joined, Step

OVERLAP = timedelta(minutes=10)  # our clock and the source's may differ
WHOLE_COUNTRY = frozenset({"Nationwide", "NationwideExceptAlandIslands"})
CODE_FIELDS = {"serviceClasses": "service_class", "targetGroups": "target_group", "lifeEvents": "life_event"}
# A channel inside a service is kept without these: they are large, change often, and say nothing about the way in.
NOT_BUNDLED = frozenset({"services", "ontologyTerms", "areas", "serviceCollections"})


def fetcher(municipalities: tuple[str, ...] | None) -> Fetch:
    """The fetch for these municipalities, or for everything that is published."""

    def fetch(client: Client, request: FetchRequest) -> Iterator[Step]:
        walk = _Walk(backend_for(client), municipalities)
        steps = walk.changes(request.since - OVERLAP) if request.since else walk.whole(request.resume)
        return _limited(steps, request.limit)

    return fetch


def backend_for(client: Client) -> Backend:
    return V12(client) if is_v12(client.base_urls["api"]) else V11(client)


def _limited(steps: Iterator[Step], limit: int | None) -> Iterator[Step]:
    """At most so many things a kind; ends when the services are full, as they come last."""
    counts: dict[str, int] = {}
    for step in steps:
        if isinstance(step, Delivered):
            counts[step.kind] = counts.get(step.kind, 0) + 1
            if limit is not None and counts[step.kind] > limit:
                if step.kind == "service":
                    return
                continue
        yield step


class _Walk:
    """One run. Remembers what came already, and the channels that are told with their services."""

    def __init__(self, backend: Backend, municipalities: tuple[str, ...] | None) -> None:
        self._backend, self._municipalities = backend, municipalities
        self._general: dict[str, Raw] = {}
        self._bundled: dict[str, Raw] = {}
        self._locations: set[str] = set()
        self._asked: dict[str, set[str]] = {"Service": set(), "ServiceChannel": set(), "Organization": set()}
        self._codes: set[tuple[str, str]] = set()
        self._joined = 0

    def whole(self, resume: str) -> Iterator[Step]:
        yield from self._national()
        for page in self._backend.service_pages(self._municipalities, resume):
            yield from self._page(page)
        if self._municipalities is None:
            yield from self._not_yet_seen()
        yield Joined("channels told with a service", len(self._bundled), self._joined)

    def changes(self, since: datetime) -> Iterator[Step]:
        yield from self._national()
        services = [each for page in self._backend.changed_ids("Service", since) for each in page]
        for channels in self._changed("ServiceChannel", since):
            yield from self._channels([row for row in channels if self._is_near(row)])
            services += [each for row in channels for each in _service_ids(row)]
        for organisations in self._changed("Organization", since):
            yield from self._organisations([row for row in organisations if self._is_near(row)])
        for found in self._backend.by_ids("Service", dict.fromkeys(services)):
            yield from self._services([row for row in found if self._is_near(row)])
        yield from self._backend.gone(since)

    def _changed(self, name: str, since: datetime) -> Iterator[list[Raw]]:
        for ids in self._backend.changed_ids(name, since):
            yield from self._backend.by_ids(name, ids)

    def _national(self) -> Iterator[Step]:
        for kind, concept in self._backend.codes():
            yield from self._code(kind, concept)
        for found in self._backend.general_descriptions():
            for row in found:
                if (general_id := text(row.get("id"))) and general_id not in self._general:
                    self._general[general_id] = row
                    yield from self._codes_of(row)
                    yield _delivered("general_description", general_id, row, row)

    def _page(self, page: Page) -> Iterator[Step]:
        yield from self._services(page.rows)
        yield Checkpoint(page.cursor, page.label, done=page.number, total=page.count)

    def _services(self, found: list[Raw]) -> Iterator[Step]:
        new = self._unseen("Service", found)
        yield from self._organisations_by_ids(each for row in new for each in _organisation_ids(row))
        yield from self._channels_by_ids(each for row in new for each in _channel_ids(row))
        for row in new:
            yield from self._codes_of(row)
            yield _delivered("service", text(row["id"]), self._bundle(row), row)

    def _bundle(self, service: Raw) -> Raw:
        ids = _channel_ids(service)
        bundled = [self._bundled[each] for each in ids if each in self._bundled]
        self._joined += len(bundled)
        return {
            "service": service,
            "channels": bundled,
            "locations": [each for each in ids if each in self._locations],
            "general_description": self._general.get(text(service.get("generalDescriptionId"))),
        }

    def _channels_by_ids(self, ids: Iterable[str]) -> Iterator[Step]:
        for found in self._backend.by_ids("ServiceChannel", self._not_asked("ServiceChannel", ids)):
            yield from self._channels(found)

    def _channels(self, found: list[Raw]) -> Iterator[Step]:
        """Places are delivered; the other channels wait for the services they belong to."""
        for row in found:
            channel_id = text(row.get("id"))
            self._asked["ServiceChannel"].add(channel_id)
            if row.get("serviceChannelType") == LOCATION:
                if channel_id not in self._locations:
                    self._locations.add(channel_id)
                    yield from self._organisations_by_ids(_organisation_ids(row))
                    yield _delivered("channel", channel_id, row, row)
            else:
                self._bundled[channel_id] = {key: value for key, value in row.items() if key not in NOT_BUNDLED}

    def _organisations_by_ids(self, ids: Iterable[str]) -> Iterator[Step]:
        wanted = self._not_asked("Organization", ids)
        while wanted:  # and their parents, up to the top
            found = [row for page in self._backend.by_ids("Organization", wanted) for row in page]
            yield from (_delivered("organisation", text(row.get("id")), row, row) for row in found)
            wanted = self._not_asked("Organization", (text(row.get("parentOrganizationId")) for row in found))

    def _organisations(self, found: list[Raw]) -> Iterator[Step]:
        for row in self._unseen("Organization", found):
            yield _delivered("organisation", text(row.get("id")), row, row)

    def _not_yet_seen(self) -> Iterator[Step]:
        """Places and organisations that no service refers to."""
        for page in self._backend.changed_ids("Organization", None):
            yield from self._organisations_by_ids(page)
        for page in self._backend.changed_ids("ServiceChannel", None):
            yield from self._channels_by_ids(page)

    def _codes_of(self, row: Raw) -> Iterator[Step]:
        for field, kind in CODE_FIELDS.items():
            for concept in rows(row.get(field)):
                yield from self._code(kind, concept)

    def _code(self, kind: str, concept: Raw) -> Iterator[Step]:
        """A code is delivered when first met, with its names in one order: the same words make the same payload."""
        code = code_of(concept)
        if code and (kind, code) not in self._codes and rows(concept.get("name")):
            self._codes.add((kind, code))
            names = sorted(rows(concept.get("name")), key=lambda name: text(name.get("language")))
            yield Delivered(kind, code, {"code": code, "name": names, **_addresses(concept)})

    def _unseen(self, name: str, found: list[Raw]) -> list[Raw]:
        """Records not met before: pages may repeat some."""
        asked = self._asked[name]
        new = {each: row for row in found if (each := text(row.get("id"))) and each not in asked}
        asked.update(new)
        return list(new.values())

    def _not_asked(self, name: str, ids: Iterable[str]) -> list[str]:
        asked = self._asked[name]
        wanted = [each for each in dict.fromkeys(ids) if each and each not in asked]
        asked.update(wanted)
        return wanted

    def _is_near(self, row: Raw) -> bool:
        """Does it concern the municipalities we show? Lists of changes are of the whole country."""
        if self._municipalities is None or row.get("areaType") in WHOLE_COUNTRY:
            return True
        towns = [mapping(row.get("municipality"))]
        towns += [town for area in rows(row.get("areas")) for town in rows(area.get("municipalities"))]
        streets = (mapping(address.get("streetAddress")) for address in rows(row.get("addresses")))
        towns += [mapping(street.get("municipality")) for street in streets]
        return any(text(town.get("code")) in self._municipalities for town in towns)


def _delivered(kind: str, external_id: str, payload: Raw, dated: Raw) -> Delivered:
    return Delivered(kind, external_id, payload, moment(dated.get("modified")))


def _channel_ids(service: Raw) -> list[str]:
    found = (text(mapping(row.get("serviceChannel")).get("id")) for row in rows(service.get("serviceChannels")))
    return [each for each in dict.fromkeys(found) if each]


def _service_ids(channel: Raw) -> list[str]:
    return [each for row in rows(channel.get("services")) if (each := text(mapping(row.get("service")).get("id")))]


def _organisation_ids(row: Raw) -> list[str]:
    """A channel has one owner; of a service those who answer for it."""
    linked = (one for one in rows(row.get("organizations")) if one.get("roleType") == "Responsible")
    return [text(row.get("organizationId")), *(text(mapping(one.get("organization")).get("id")) for one in linked)]


def _addresses(concept: Raw) -> Raw:
    """The newer of the addresses, and the code of the parent where an address tells it."""
    uri = text(concept.get("newUri")) or text(concept.get("uri"))
    parent = code_of({"newUri": concept.get("newParentUri"), "uri": concept.get("parentUri")})
    return {"uri": uri, "parent": text(concept.get("parent")) or parent}
