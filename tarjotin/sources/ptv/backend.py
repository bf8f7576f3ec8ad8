"""What the walk through PTV needs of an API version, and which version an address belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from tarjotin.sources.source import Gone

Raw = dict[str, Any]
V11_URL = "https://api.palvelutietovaranto.suomi.fi/api/v11/"
V12_URL = "https://api-gw.palvelutietovaranto.suomi.fi/api/v12/"

# PTV's own name of each list, and the raw kind its things are delivered as.
KINDS = {
    "Service": "service",
    "ServiceChannel": "channel",
    "Organization": "organisation",
    "GeneralDescription": "general_description",
}


@dataclass(frozen=True, slots=True)
class Page:
    """Whole records, and the cursor from which a later run may go on after them."""

    rows: list[Raw]
    cursor: str
    label: str
    number: int
    count: int


class Backend(Protocol):
    """One version of the API. All records come in the shape of v11, so `parse` knows one shape."""

    def codes(self) -> Iterator[tuple[str, Raw]]:
        """Raw kind and concept of the code lists, where the version has any."""

    def general_descriptions(self) -> Iterator[list[Raw]]: ...

    def service_pages(self, municipalities: tuple[str, ...] | None, resume: str) -> Iterator[Page]:
        """The services of these municipalities and of the whole country; all that are published for `None`."""

    def by_ids(self, name: str, ids: Iterable[str]) -> Iterator[list[Raw]]:
        """The published ones of these ids; `name` is one of `KINDS`."""

    def changed_ids(self, name: str, since: datetime | None) -> Iterator[list[str]]:
        """Ids published since then, or all."""

    def gone(self, since: datetime) -> Iterator[Gone]: ...


def is_v12(url: str) -> bool:
    return bool(re.search(r"/v12/?$", url))
