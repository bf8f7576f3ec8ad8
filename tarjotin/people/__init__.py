"""Who logs in: accounts; roles, memberships and consent come with the organisers' desk.

Start at `models.py`. For now staff only: residents need no account.
"""
