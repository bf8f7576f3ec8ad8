"""The index on this machine's own disk, in Tantivy."""

from tarjotin.search.index.reading import forget, snapshot
from tarjotin.search.index.refreshing import rebuild, refresh, status

__all__ = ["forget", "rebuild", "refresh", "snapshot", "status"]
