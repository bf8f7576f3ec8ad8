from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.web.resident.city import City, build


@pytest.fixture
def city(db: None, index: Callable[[], None]) -> City:
    built = build()
    index()
    return built
