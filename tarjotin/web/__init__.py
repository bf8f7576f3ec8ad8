"""Pages, by who uses them (`resident/`, `staff/`), and the components they are built from.

One page is one view function, one template, one address, side by side. Start at `resident/urls.py`.
"""
