"""What an API module gets and gives: a request with its query read safely, pages, and answers other than plain JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlencode

from tarjotin.sources.replay.faults import Faults, repeated_at_borders
from tarjotin.sources.replay.folder import Data

JSON = "application/json; charset=utf-8"


class OtherAnswer(Exception):
    """An answer that is not "200, here is the JSON": an error, or a redirect."""

    def __init__(
        self, status: int, body: Any, *, headers: dict[str, str] | None = None, content_type: str = JSON
    ) -> None:
        super().__init__(status, body)
        self.status, self.body, self.headers, self.content_type = status, body, headers or {}, content_type


def bad_request(detail: str) -> OtherAnswer:
    return OtherAnswer(400, {"detail": detail})


def not_found(detail: str = "Not found.") -> OtherAnswer:
    return OtherAnswer(404, {"detail": detail})


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[Any]
    number: int
    size: int
    total: int

    @property
    def count(self) -> int:
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True)
class Request:
    """One GET, as the module of its API sees it. `parts` is the path below the API's prefix."""

    path: str
    parts: list[str]
    query_string: str
    url: str
    data: Data
    faults: Faults
    now: datetime
    ignore_dates: bool = False
    page_cap: int | None = None
    query: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        every = parse_qs(self.query_string)
        object.__setattr__(self, "query", {name: ",".join(values) for name, values in every.items()})

    def text(self, name: str, default: str = "") -> str:
        return self.query.get(name, default)

    def values(self, name: str) -> list[str]:
        """A comma list; the same name given twice adds to it."""
        return [value.strip() for value in self.text(name).split(",") if value.strip()]

    def is_on(self, name: str) -> bool:
        return self.text(name).lower() in ("true", "1", "yes")

    def number(self, name: str, default: int, *, least: int = 1) -> int:
        text = self.query.get(name)
        try:
            number = default if text is None else int(text)
        except ValueError:
            raise bad_request(f"{name} is not a whole number") from None
        if number < least:
            raise bad_request(f"{name} is smaller than {least}")
        return number

    def one_of(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.text(name, default)
        if value not in allowed:
            raise bad_request(f"{name} is one of {', '.join(allowed)}")
        return value

    def listed(self, rows: list[Any]) -> list[Any]:
        """The rows of a list answer, after the faults that reshape it."""
        return self.faults.reshape(rows, self.path, self.query)

    def capped(self, size: int) -> int:
        return size if self.page_cap is None else min(size, self.page_cap)

    def page(self, rows: list[Any], *, size: int, number_name: str = "page") -> Page:
        size, rows = self.capped(size), self.listed(rows)
        if self.faults.repeats_at_borders(self.path, self.query):
            rows = repeated_at_borders(rows, size)
        number = self.number(number_name, 1)
        return Page(rows[(number - 1) * size : number * size], number, size, len(rows))

    def url_of_page(self, number: int) -> str:
        return f"{self.url}{self.path}?{urlencode({**self.query, 'page': number})}"

    def neighbours(self, page: Page) -> dict[str, str | None]:
        """`next` and `previous`, on this server's own address."""
        return {
            "next": self.url_of_page(page.number + 1) if page.number < page.count else None,
            "previous": self.url_of_page(page.number - 1) if page.number > 1 else None,
        }


def reference(value: Any) -> str:
    """The id in a reference: `{"@id": ".../place/tprek:8254/?format=json"}`, an address or the id itself."""
    text = value.get("@id") or value.get("id") if isinstance(value, dict) else value
    return str(text or "").partition("?")[0].rstrip("/").rpartition("/")[2]
