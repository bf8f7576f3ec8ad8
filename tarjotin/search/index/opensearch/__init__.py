"""The same index in OpenSearch, for more than one machine holds: docs/opensearch.md.

`compiling` turns trees into its query language, `reading` asks, `refreshing` writes, `store` names its indexes.
"""

from tarjotin.search.index.opensearch.reading import snapshot
from tarjotin.search.index.opensearch.refreshing import rebuild, refresh, status
from tarjotin.search.index.opensearch.store import forget

__all__ = ["forget", "rebuild", "refresh", "snapshot", "status"]
