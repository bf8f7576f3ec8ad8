"""Finding: what the index holds, how a question becomes a query, the ranking and its reasons. `index/` alone knows
the engine.

Start at `queries.py`, which answers a `query.Query`; how it works and why: docs/search.md.
"""
