"""How facts are written for a reader: dates, hours, prices, distances, phone numbers, texts in another language.

Plain functions that take the language; templates reach them through `templatetags/tarjotin.py`.
"""
