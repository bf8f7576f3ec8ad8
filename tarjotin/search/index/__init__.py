"""The index on disk: the only code that knows the engine (Tantivy). The database is the truth, this is disposable.

`refresh` brings it up to the catalogue, `snapshot` reads it, `status` tells how it does.
"""

from tarjotin.search.index.engine import Address, IndexNotReady, Snapshot, Status
from tarjotin.search.index.reading import forget, snapshot
from tarjotin.search.index.refreshing import rebuild, refresh, status

__all__ = ["Address", "IndexNotReady", "Snapshot", "Status", "forget", "rebuild", "refresh", "snapshot", "status"]
