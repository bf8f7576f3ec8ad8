"""The connection to OpenSearch, one a process, and what its failures mean."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from opensearchpy import OpenSearch
from opensearchpy.exceptions import ConnectionError as NotReachable
from opensearchpy.exceptions import NotFoundError, OpenSearchException

from tarjotin.search.index.engine import IndexNotReady

__all__ = ["NotFoundError", "client", "engine"]

log = logging.getLogger(__name__)

ANSWER_WITHIN_S = 5  # a page that waits longer is worse than one that says it cannot search
WRITE_WITHIN_S = 120
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class ServerAway(IndexNotReady):
    """The server does not answer: the index may be whole, so it is not built anew."""


def client() -> OpenSearch:
    user = (settings.OPENSEARCH_USER, settings.OPENSEARCH_PASSWORD) if settings.OPENSEARCH_USER else None
    return _client(tuple(settings.OPENSEARCH_URLS), user, settings.OPENSEARCH_CA)


@cache
def _client(urls: tuple[str, ...], user: tuple[str, str] | None, ca: str) -> OpenSearch:
    for url in urls:
        if user and urlsplit(url).scheme != "https" and urlsplit(url).hostname not in LOOPBACK:
            raise ImproperlyConfigured("OpenSearch is given its password over https only")
    return OpenSearch(
        hosts=list(urls),
        http_auth=user,
        ca_certs=ca or None,
        timeout=ANSWER_WITHIN_S,
        max_retries=1,  # not after a time-out
        http_compress=True,
    )


@contextmanager
def engine() -> Iterator[None]:
    """Whatever the engine refuses means that the index is not ready."""
    try:
        yield
    except NotReachable as problem:
        log.error("OpenSearch does not answer: %s", type(problem).__name__)
        raise ServerAway("OpenSearch does not answer") from problem
    except OpenSearchException as problem:
        log.error("OpenSearch refused: %s: %.300s", type(problem).__name__, problem)
        raise IndexNotReady(f"OpenSearch refused: {type(problem).__name__}") from problem
