"""The mapping of the index, from the same fields as the local one, and an entry as OpenSearch takes it. Pure.

Words come ready-made: the engine parts them at spaces and knows no language.
"""

from __future__ import annotations

from typing import Any

from tarjotin.search.document import Document
from tarjotin.search.index.schema import CODES, DECIMALS, FACETS, NUMBERS, to_row, word_fields

WORDS = {"type": "text", "analyzer": "whitespace", "index_options": "docs"}
OPTION = {"type": "keyword"}  # counted, so its values stand in columns too
CODE = {"type": "keyword", "doc_values": False}
NUMBER = {"type": "long"}
DECIMAL = {"type": "double"}
STORED = {"type": "keyword", "index": False, "doc_values": False}

# One shard: some millions of entries fit, and counts of options are exact. Readers see what was written when the
# writer says so, never the half of it.
SETTINGS = {"index": {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "-1"}}


def mapping(meta: dict[str, str]) -> dict[str, Any]:
    fields: dict[str, dict[str, Any]] = {"id": OPTION, "stored": STORED}
    fields |= dict.fromkeys(word_fields(), WORDS) | dict.fromkeys(FACETS, OPTION) | dict.fromkeys(CODES, CODE)
    fields |= dict.fromkeys(NUMBERS, NUMBER) | dict.fromkeys(DECIMALS, DECIMAL)
    return {"dynamic": "strict", "_meta": meta, "_source": {"includes": ["stored"]}, "properties": fields}


def to_opensearch(document: Document) -> dict[str, Any]:
    row = to_row(document)
    return {
        "id": row.id,
        "stored": row.stored.decode(),
        **row.words,
        **row.codes,
        **row.numbers,
        **row.decimals,
    }
