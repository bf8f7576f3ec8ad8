"""What the city offers: organisations, places, services, activities, sessions, and how they are classified.

Public data only. Start at `records.py` (what a source may tell) and `models.py` (what is kept).
"""
