"""Does search find what serves people: queries of real style, judged by reading the data before search was tuned.

`judgments.toml` holds the queries, `judgments.py` reads them, `running.py` asks them of the imported data, `report.py`
prints the result (`make bench-relevance`). Two thirds of the queries are for tuning; look at the failures of these.
The check third tells whether tuning has gone further than the queries it was made with: look at its totals only.
"""
