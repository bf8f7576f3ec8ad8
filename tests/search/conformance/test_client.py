"""Which servers are asked, and who may read the password on its way."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from tarjotin.search.index.opensearch.client import client


def test_password_over_plain_http_is_refused(settings: Any) -> None:
    settings.OPENSEARCH_URLS = ["https://one.example.org:9200", "http://two.example.org:9200"]
    settings.OPENSEARCH_USER, settings.OPENSEARCH_PASSWORD = "tarjotin", "secret"

    with pytest.raises(ImproperlyConfigured, match="over https only"):
        client()


@pytest.mark.parametrize("url", ["https://one.example.org:9200", "http://localhost:9200", "http://127.0.0.1:9200"])
def test_password_over_https_or_to_this_machine_is_sent(settings: Any, url: str) -> None:
    settings.OPENSEARCH_URLS = [url]
    settings.OPENSEARCH_USER, settings.OPENSEARCH_PASSWORD = "tarjotin", "secret"

    connection = client().transport.get_connection()

    assert connection.host == url
    assert connection.headers["authorization"].startswith("Basic ")


def test_certificates_are_checked(settings: Any) -> None:
    settings.OPENSEARCH_URLS = ["https://one.example.org:9200"]

    pool = client().transport.get_connection().pool

    assert pool.cert_reqs == "CERT_REQUIRED"


def test_connection_is_kept_for_the_process(settings: Any) -> None:
    settings.OPENSEARCH_URLS = ["http://localhost:9200"]

    assert client() is client()
