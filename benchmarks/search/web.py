"""The API and the results page over HTTP, beside an empty view of the same run."""

from __future__ import annotations

import http.client
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import local

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks.search import catalogue
from benchmarks.search.figures import cuts, memory_mb, processor_ms
from benchmarks.search.questions import api_query, mixed, page_query
from benchmarks.search.server import Server, running
from tarjotin.search import index

REQUESTS = 400
WARM_UP = 60


def measure(entries: int) -> None:
    prepare(entries)
    asked = mixed(REQUESTS)
    rows = {
        "empty view": ["/empty"] * REQUESTS,
        "API": [f"/api/v1/search?{api_query(each)}" for each in asked],
        "page": [f"/fi/haku/?{page_query(each)}" for each in asked],
    }
    print(
        f"queries of the page, from cold: {statistics.mean(map(queries, rows['page'][:20])):.1f} on average, ", end=""
    )
    print(f"{max(map(queries, rows['page'][:40]))} at most", flush=True)
    with running() as server:
        for name, addresses in rows.items():
            asked_by(1, server, addresses[:WARM_UP])
            for clients in (1, 8):
                print(
                    f"{name:<10} {clients} client{'s' if clients > 1 else ' '}  {asked_by(clients, server, addresses)}"
                )
        print(f"{len(server.workers)} workers with index and database: {memory_mb(server.workers)}")


def prepare(entries: int) -> None:
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    started = time.perf_counter()
    catalogue.fill(entries)
    print(f"{entries} activities in {time.perf_counter() - started:.0f} s, {index.refresh()} indexed", flush=True)


def queries(address: str) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(address).status_code == 200
    return len(asked)


def asked_by(clients: int, server: Server, addresses: Sequence[str]) -> str:
    """What so many clients at once see, and what the workers spend on a request."""
    before = processor_ms(server.workers)
    with ThreadPoolExecutor(clients) as pool:
        clock = list(pool.map(lambda address: ask(server.port, address), addresses))
    used = processor_ms(server.workers) - before
    return f"clock {cuts(clock)}   processor {used / len(addresses):6.2f} ms a request"


def ask(port: int, address: str) -> float:
    """Milliseconds until the whole answer is there. Each client keeps its connection."""
    if not hasattr(_mine, "connection"):
        _mine.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    started = time.perf_counter()
    _mine.connection.request("GET", address, headers={"Accept-Encoding": "gzip"})  # as browsers do
    answer = _mine.connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{answer.status} at {address}")
    return (time.perf_counter() - started) * 1_000


_mine = local()
