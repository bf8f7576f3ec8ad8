"""Suggestions for needs: what is asked, what an entry is worth to them and why, and which few are chosen. Pure.

Start at `needs.py` and `suggestion.py`, then `weights.py`; `search/recommend.py` asks the index and calls these.
"""
