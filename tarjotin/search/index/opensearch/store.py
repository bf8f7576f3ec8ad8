"""Which indexes there are: one a build, an alias a version that points to the build in use.

What a build has taken in of the change rows stands in the `_meta` of its mapping.
"""

from __future__ import annotations

import re
import threading
import time

from django.conf import settings

from tarjotin.search.index import following
from tarjotin.search.index import store as local
from tarjotin.search.index.engine import IndexNotReady
from tarjotin.search.index.following import Seen
from tarjotin.search.index.opensearch.client import WRITE_WITHIN_S, NotFoundError, ServerAway, client, engine
from tarjotin.search.index.opensearch.schema import SETTINGS, mapping

CHECK_EVERY_S = 1.0

_lock = threading.Lock()
_known: dict[str, tuple[str | None, bool, float]] = {}  # alias → build, whether the server answered, and when


def alias() -> str:
    """Another one whenever the same catalogue would give another index; two versions may run side by side."""
    return f"{settings.OPENSEARCH_INDEX}-{re.sub(r'[^a-z0-9.-]+', '-', local.version().lower())}"


def current() -> str:
    """The build in use, asked at most once a second; `IndexNotReady` when there is none."""
    name, now = alias(), time.monotonic()
    with _lock:
        build, answered, checked_at = _known.get(name, (None, True, -CHECK_EVERY_S))
        if now - checked_at >= CHECK_EVERY_S:
            build, answered = _asked(name)
            _known[name] = (build, answered, now)
    if not answered:
        raise ServerAway("OpenSearch does not answer")
    if build is None:
        raise IndexNotReady("there is no index yet")
    return build


def forget() -> None:
    """Ask the server before the next answer."""
    with _lock:
        _known.clear()


def _asked(name: str) -> tuple[str | None, bool]:
    try:
        return pointed_to(name), True
    except ServerAway:
        return None, False


def pointed_to(name: str) -> str | None:
    with engine():
        try:
            return max(client().indices.get_alias(name=name), default=None)
        except NotFoundError:
            return None


def new_build() -> str:
    name = f"{alias()}-{time.time_ns()}"
    with engine():
        client().indices.create(index=name, body={"settings": SETTINGS, "mappings": mapping({})})
    return name


def switch_to(build: str) -> None:
    """From now on readers ask this build: one step for the server."""
    name = alias()
    with engine():
        try:
            old = [each for each in client().indices.get_alias(name=name) if each != build]
        except NotFoundError:
            old = []
        actions = [{"remove": {"index": each, "alias": name}} for each in old]
        client().indices.update_aliases(body={"actions": [*actions, {"add": {"index": build, "alias": name}}]})
    forget()


def clear_away(*kept: str) -> None:
    """Remove builds that were left half-way or are no longer read, and versions nobody runs any more."""
    own, now = alias(), time.time()
    with engine():
        for name, made_at in _builds(f"{settings.OPENSEARCH_INDEX}-schema"):
            old = now - made_at > local.OLD_VERSIONS_KEPT_S
            if name not in kept and (name.rpartition("-")[0] == own or old):
                remove(name)


def remove(build: str) -> None:
    with engine():
        client().indices.delete(index=build, ignore_unavailable=True)


def _builds(beginning: str) -> list[tuple[str, float]]:
    """Every build whose name begins so, and when it was made."""
    found = client().indices.get_settings(index=f"{beginning}*", expand_wildcards="all")
    return [(name, int(each["settings"]["index"]["creation_date"]) / 1_000) for name, each in found.items()]


def write_seen(build: str, seen: Seen) -> None:
    """After the commit it tells of. Killed in between, the next refresh writes the same entries once more."""
    with engine():
        body = {"_meta": {"seen": following.dump(seen).decode("ascii")}}
        client().indices.put_mapping(index=build, body=body, request_timeout=WRITE_WITHIN_S)


def read_seen(build: str) -> Seen | None:
    """What the build has taken in; `None` when that cannot be told."""
    with engine():
        try:
            told = client().indices.get_mapping(index=build)
        except NotFoundError:
            return None
    try:
        mappings = told[build]["mappings"]
        is_ours = mappings["dynamic"] == "strict"  # else the server made it up for an entry sent to a removed build
        return following.load(mappings["_meta"]["seen"].encode()) if is_ours else None
    except (KeyError, ValueError, TypeError, IndexError, AttributeError):
        return None
