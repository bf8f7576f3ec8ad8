"""Words: how they are cut and brought to a common form, and what they mean (the thesaurus, in ten languages).

Pure: no database, no framework. Start at `analysis.py` for forms and at `thesaurus/` for meanings.
"""
