"""Where the catalogue comes from: one folder per open-data API, `edits/` for what people change here, and the pipeline.

Start at `pipeline.py`, which says the way of a record in one short function. A new source is a folder and a line in
`registry.py`.
"""
