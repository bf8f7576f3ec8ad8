"""Fixtures for the whole suite. Data comes from plain functions in `tests/make.py`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, settings

# A busy machine makes up its input slowly; that is no finding.
settings.register_profile("suite", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

ROOT = Path(__file__).resolve().parent.parent


def recorded_folder() -> Path | None:
    """The folder of recorded payloads, or `None` where it is not at hand."""
    folder = Path(os.environ.get("TARJOTIN_RECORDED_DATA", ROOT.parent / "shared" / "data"))
    return folder if (folder / "tpr").is_dir() else None


@pytest.fixture(scope="session")
def recorded() -> Path:
    """Recorded payloads of the four sources; they are not part of the repository."""
    folder = recorded_folder()
    if folder is None:
        pytest.skip("recorded payloads not at hand: set TARJOTIN_RECORDED_DATA")
    return folder


@pytest.fixture(scope="session")
def demo() -> Path:
    return ROOT / "demo"


@pytest.fixture
def search_index(tmp_path: Path, settings: Any, db: None) -> Iterator[Any]:
    """An index of the test's own: call `search_index.refresh()` after making rows."""
    from tarjotin.search import index

    settings.INDEX_DIR = tmp_path / "index"
    yield index
    index.forget()


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    """What one test remembered must not answer another."""
    cache.clear()


@pytest.fixture(autouse=True)
def plain_static_files(settings: Any) -> None:
    """Style sheets straight from the source tree: a fresh clone has collected none."""
    storage = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": storage}
