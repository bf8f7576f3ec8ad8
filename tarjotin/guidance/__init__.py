"""What a resident puts together from what was found: so far a list behind a code, with nobody's name in it.

Start at `models.py`; pages call `queries.py` and `actions.py`. Needs, shares and referrals come later.
"""
