"""Figures: how much, never who. So far: how many came by a link from which site (`arrivals.py`), as a total of a day.

Rows hold numbers only; docs/privacy.md says what is counted and why.
"""
