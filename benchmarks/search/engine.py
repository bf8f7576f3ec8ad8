"""The engine alone: whole `search()` calls in this process, from one thread and from eight."""

from __future__ import annotations

import gc
import os
import time
from concurrent.futures import ThreadPoolExecutor

from benchmarks.search.documents import NOW, documents
from benchmarks.search.figures import Times, memory_mb
from benchmarks.search.questions import KINDS, mixed, questions
from tarjotin.search.index import snapshot, store
from tarjotin.search.index.refreshing import fill
from tarjotin.search.queries import search
from tarjotin.search.query import Query

EACH = 300  # questions of a kind
WARM_UP = 40


def measure(entries: int) -> None:
    build(entries)
    everything = Times()
    for kind in KINDS:
        asked = questions(kind, EACH)
        for question in asked[:WARM_UP]:
            timed(question)
        times = Times([timed(question) for question in asked])
        everything.add(times)
        print(f"engine, {kind:<10} 1 client   {times}")
    print(f"engine, all        1 client   {everything}")
    print(f"engine, all        8 clients  {at_once(8)}")
    gc.collect()
    print(f"memory with the index: {memory_mb([os.getpid()])}")


def build(entries: int) -> None:
    """The index from documents, made while they are written."""
    started, cpu = time.perf_counter(), time.process_time()
    made = store.new_build()
    fill(made, documents(entries), total=entries)
    store.switch_to(made)
    seconds, used = time.perf_counter() - started, time.process_time() - cpu
    size = sum(path.stat().st_size for path in made.iterdir()) / 1e6
    print(f"{snapshot().entries} entries built in {seconds:.1f} s ({used:.1f} s of processor time), ", end="")
    print(f"{entries / used:.0f} a second of it, {size:.1f} MB on disk, {memory_mb([os.getpid()])}", flush=True)


def timed(asked: Query) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    started, cpu = time.perf_counter(), time.thread_time()
    search(asked, language="fi", now=NOW)
    return (time.perf_counter() - started) * 1_000, (time.thread_time() - cpu) * 1_000


def at_once(clients: int) -> Times:
    with ThreadPoolExecutor(clients) as pool:
        return Times(list(pool.map(timed, mixed(EACH * 2))))
