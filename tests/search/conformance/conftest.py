from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings

from tarjotin.search import index
from tarjotin.search.document import Document
from tarjotin.search.index import opensearch, refreshing, store
from tests.search.conformance import catalogue
from tests.search.conformance.by_hand import ByHand

ENGINES = ("tantivy", "opensearch")
Using = Callable[[str], AbstractContextManager[None]]


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    return catalogue.documents()


@pytest.fixture(scope="session")
def hand(documents: list[Document]) -> ByHand:
    return ByHand(documents)


@pytest.fixture(scope="session")
def using(osmem_server: Any, documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Using]:
    """Both engines, filled with the same documents: `with using("opensearch"): …` asks that one."""
    folder = tmp_path_factory.mktemp("conformance")
    with osmem_server.clone() as server:
        answering = partial(_settings, folder, server.url)
        with answering("tantivy"):
            build = store.new_build()
            refreshing.fill(build, [documents], total=len(documents))
            store.switch_to(build)
        with answering("opensearch"):
            name = opensearch.store.new_build()
            opensearch.refreshing.fill(name, [documents], total=len(documents))
            opensearch.store.switch_to(name)
        yield answering
        for engine in ENGINES:
            with answering(engine):
                index.forget()


def _settings(folder: Path, url: str, engine: str) -> AbstractContextManager[None]:
    return override_settings(INDEX_DIR=folder, OPENSEARCH_URLS=[url], SEARCH_BACKEND=engine)


@pytest.fixture
def opensearch_index(osmem_clone: Any, tmp_path: Path, settings: Any, db: None) -> Iterator[Any]:
    """An empty server of the test's own."""
    settings.SEARCH_BACKEND, settings.OPENSEARCH_URLS = "opensearch", [osmem_clone.url]
    settings.INDEX_DIR = tmp_path / "index"  # holds the writer's lock
    index.forget()
    yield index
    index.forget()
