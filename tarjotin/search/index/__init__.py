"""The index: the only code that knows the engines. The database is the truth, this is disposable.

`refresh` brings it up to the catalogue, `snapshot` reads it, `status` tells how it does. The setting SEARCH_BACKEND
says where it lies: on this machine's disk (Tantivy), or in OpenSearch. What an engine answers: `engine.py`.
"""

from datetime import datetime

from django.conf import settings

from tarjotin.search.index import local, opensearch
from tarjotin.search.index.engine import Address, Backend, IndexNotReady, Progress, Snapshot, Status

__all__ = ["Address", "IndexNotReady", "Snapshot", "Status", "forget", "rebuild", "refresh", "snapshot", "status"]

_BACKENDS: dict[str, Backend] = {"tantivy": local, "opensearch": opensearch}


def snapshot() -> Snapshot:
    """The index as it is now, at most a second behind. `IndexNotReady` when there is none."""
    return _backend().snapshot()


def status() -> Status:
    return _backend().status()


def refresh(progress: Progress | None = None, *, now: datetime | None = None) -> int:
    """Take in what changed since; gives how many entries were looked at. Another writer at work is left to it."""
    return _backend().refresh(progress, now=now)


def rebuild(progress: Progress | None = None, *, now: datetime | None = None) -> int:
    """Build the whole index anew beside the one in use, then switch. Gives its entries; 0 when another is at it."""
    return _backend().rebuild(progress, now=now)


def forget() -> None:
    """Look anew before the next answer."""
    _backend().forget()


def _backend() -> Backend:
    return _BACKENDS[settings.SEARCH_BACKEND]
