"""Activities of Lähellä.fi, page by page from an address, or at once from a file (`file:///…`)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.lahella.channels import has_place
from tarjotin.sources.lahella.groups import groups_of
from tarjotin.sources.raw import mapping, rows, text
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Gone, Step

PAGE_SIZE = 100
PUBLISHED = "published"
Raw = dict[str, Any]


def fetch(client: Client, request: FetchRequest) -> Iterator[Step]:
    seen: set[tuple[str, str]] = set()
    activities = 0
    for items, checkpoint in _pages(client, request):
        for item in items:
            for step in _steps(item):
                if (key := (step.kind, step.external_id)) in seen:
                    continue  # a group of many activities, or a row that two pages share
                activities += isinstance(step, Delivered) and step.kind == "activity"
                if request.limit is not None and activities > request.limit:
                    return
                seen.add(key)
                yield step
        yield checkpoint


def _steps(item: Raw) -> Iterator[Delivered | Gone]:
    key = text(item.get("_key"))
    if not key:
        return
    if item.get("status") != PUBLISHED:
        yield Gone("activity", key)
        return
    for group in groups_of(item):
        if group_key := text(group.get("_key")):
            yield Delivered("group", group_key, group)
    for channel in rows(mapping(item.get("traits")).get("channels")):
        if has_place(channel) and (channel_id := text(channel.get("id"))):
            yield Delivered("channel", f"{key}:{channel_id}", {"channel": channel, "activity_key": key})
    yield Delivered("activity", key, item)


def _pages(client: Client, request: FetchRequest) -> Iterator[tuple[list[Raw], Checkpoint]]:
    base = client.base_urls["api"]
    if base.startswith("file:"):
        items = _items(_file(base), base)
        yield items, Checkpoint(str(len(items)), "activities", len(items), len(items))
    elif base.strip("/"):
        yield from _asked_pages(client, int(request.resume) if request.resume.isdigit() else 0)
    else:
        raise SourceUnavailable("Lähellä.fi has no open API: its address comes with an agreement")


def _asked_pages(client: Client, skip: int) -> Iterator[tuple[list[Raw], Checkpoint]]:
    while True:
        asked = {"links[groups]": "true", "total": "true", "limit": PAGE_SIZE, "skip": skip}
        answer = client.get("activities", asked)
        items = _items(answer, "activities")
        skip += len(items)
        total = answer.get("total") if isinstance(answer, dict) else None
        has_more = isinstance(answer, dict) and answer.get("hasMore") is True
        if has_more and not items:
            raise SourceUnavailable("activities: an empty page that is not the last")
        if not has_more and isinstance(total, int) and skip < total:
            raise SourceUnavailable(f"activities: {skip} of {total} came")
        yield items, Checkpoint(str(skip), "activities", skip, total if isinstance(total, int) else None)
        if not has_more:
            return


def _file(address: str) -> Any:
    path = Path(unquote(urlsplit(address).path).rstrip("/"))
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SourceUnavailable(f"{path}: {error}") from error


def _items(answer: Any, where: str) -> list[Raw]:
    """The activities of a page, or of a plain list."""
    listed = answer.get("items") if isinstance(answer, dict) else answer
    if not isinstance(listed, list):
        raise SourceUnavailable(f"{where}: no list of activities")
    return rows(listed)
