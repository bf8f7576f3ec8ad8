"""Walking a list of Linked Events page by page, and asking for single things. Knows the paging, no meaning of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from tarjotin.sources.http import SourceUnavailable
from tarjotin.sources.linkedevents.fields import word

if TYPE_CHECKING:
    from tarjotin.sources.http import Client

PAGE_SIZE = 100  # the most the API gives; a bigger number is cut without a word
MAY_MOVE = 10  # rows that may come or go while we walk


@dataclass(frozen=True, slots=True)
class Page:
    rows: list[dict[str, Any]]
    total: int
    next: str  # address of the next page, from the base address on


def first_page(path: str, **params: str) -> str:
    return f"{path}?{urlencode({**params, 'page_size': str(PAGE_SIZE)}, safe=':,')}"


def pages(client: Client, address: str) -> Iterator[Page]:
    """All pages from this one on. Raises `SourceUnavailable` for a page that is none, half one, or comes again."""
    seen, walked, whole, skipped = {address}, 0, 0, _page_number(address) - 1
    while address:
        page = _page(client.get(address), address)
        whole = whole or len(page.rows)
        if page.next and len(page.rows) != whole:
            raise SourceUnavailable(f"{address}: {len(page.rows)} rows on a page of {whole}")
        if page.next in seen:
            raise SourceUnavailable(f"{address}: the next page is one we had, {page.next}")
        walked += len(page.rows)
        yield page
        if not page.next and skipped * PAGE_SIZE + walked + MAY_MOVE < page.total:
            raise SourceUnavailable(f"{address}: the last page, and {walked} of {page.total} rows came")
        seen.add(page.next)
        address = page.next


def rows_of(client: Client, address: str, limit: int | None = None) -> Iterator[dict[str, Any]]:
    """The rows of all pages, at most `limit`."""
    count = 0
    for page in pages(client, address):
        for row in page.rows:
            if limit is not None and count >= limit:
                return
            count += 1
            yield row


def things(client: Client, kind: str, ids: Iterable[str]) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Each asked id with the answer; `None` where it is gone. A replaced thing answers with its successor's id."""
    asked = list(ids)
    answers = client.get_many((f"{kind}/{quote(each, safe=':')}/", None) for each in asked)
    for each, answer in zip(asked, answers, strict=True):
        if answer is not None and (not isinstance(answer, dict) or not word(answer.get("id"))):
            raise SourceUnavailable(f"{kind}/{each}/: an answer without an id")
        yield each, answer


def _page(answer: object, address: str) -> Page:
    meta = answer.get("meta") if isinstance(answer, dict) else None
    rows = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(meta, dict) or not isinstance(rows, list):
        raise SourceUnavailable(f"{address}: not a page, it has no meta or no data")
    if not all(isinstance(row, dict) and word(row.get("id")) for row in rows):
        raise SourceUnavailable(f"{address}: a row without an id")
    total = meta.get("count")
    following = meta.get("next")
    if not isinstance(total, int) or not (following is None or isinstance(following, str)):
        raise SourceUnavailable(f"{address}: its meta cannot be read")
    return Page(rows, total, _own_address(following or "", address))


def _page_number(address: str) -> int:
    number = parse_qs(urlsplit(address).query).get("page", ["1"])[0]
    return int(number) if number.isdigit() else 1


def _own_address(following: str, address: str) -> str:
    """The next page at our base address: behind a proxy the API may name another scheme or host."""
    query = urlsplit(following).query
    return f"{address.partition('?')[0]}?{query}" if query else ""
