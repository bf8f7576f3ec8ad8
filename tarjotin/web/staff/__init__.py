"""Staff pages on Django's admin: sources and their runs, records and why each value is shown, decisions, edits.

`site.py` has every address; a page is a view and a template side by side. docs/staff.md is for editors.
"""
