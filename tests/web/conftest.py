"""Pages in tests: an index of their own, style sheets straight from the source tree, and a clock that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.cache import cache

from tarjotin.search import index as search_index
from tests import make


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Every test of a page happens at `make.NOW`: a Tuesday, noon in Helsinki."""
    with time_machine.travel(make.NOW, tick=True):
        yield


@pytest.fixture(autouse=True)
def own_surroundings(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.INDEX_DIR = tmp_path / "index"
    settings.PUBLIC_URL = "https://tarjotin.example"
    settings.HELP_PHONE, settings.HELP_HOURS_OPEN = "+358931044556", "mon-fri 9-15"
    search_index.forget()
    cache.clear()
    yield
    search_index.forget()
    cache.clear()


@pytest.fixture
def index() -> Callable[[], None]:
    """Call it when the rows are there: it makes them findable."""

    def build() -> None:
        search_index.rebuild()
        search_index.forget()
        cache.clear()

    return build
