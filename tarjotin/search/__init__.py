"""Finding: the index, the query, the ranking and its reasons. `index.py` alone knows the engine.

Start at `queries.py`; how it works and why: docs/search.md.
"""
