"""Tarjotin, the tray: low-threshold services and activities, and the guidance around them.

The packages and what may import what: docs/architecture.md. Start reading at `catalogue/models.py`.
"""

__version__ = "0.1.0"
