"""Who logs in, and what people tell us is wrong on a page; roles and consent come with the organisers' desk.

Start at `models.py`. Accounts are for staff only: residents need none, and a report holds no name.
"""
