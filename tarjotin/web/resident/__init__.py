"""The residents' pages: one page is one view and one template, side by side; no script, no cookie.

Addresses are in `addresses.py`, the frame every page shares in `page.py`, the cards in `cards.py`.
"""
