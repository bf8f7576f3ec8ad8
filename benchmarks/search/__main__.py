"""Search on a made-up catalogue: the engine, the API and the results page, beside an empty view.

    .venv/bin/python -m benchmarks.search                              both parts with 20 000 entries
    .venv/bin/python -m benchmarks.search engine --entries 500000      the engine alone
    .venv/bin/python -m benchmarks.search web                          API and page, over HTTP

The engine's documents go straight into an index in a temporary folder. For the web part a database is filled and the
server of `make run` started. "Processor" is what a request costs whatever else the machine is doing.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

import django


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", choices=("engine", "web"))
    parser.add_argument("--entries", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"TARJOTIN_VAR": folder, "TARJOTIN_INDEX_DIR": str(Path(folder) / "index")}
        os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.search.settings"
        os.environ.setdefault("TARJOTIN_LOG_LEVEL", "WARNING")
        django.setup()
        run(options.part, options.entries)


def run(part: str | None, entries: int) -> None:
    from benchmarks.search import engine, web

    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}", flush=True)
    if part != "web":
        engine.measure(entries)
    if part != "engine":
        web.measure(entries)


if __name__ == "__main__":
    main()
