"""The tray's own settings, and one address more: a view that does nothing, to compare with."""

from __future__ import annotations

from tarjotin.config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.search.urls"
