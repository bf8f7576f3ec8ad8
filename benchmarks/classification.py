"""How much of each source gets a category, stays outside with a reason, or waits as unclassified.

    python benchmarks/classification.py DIR [--list unclassified|outside|CATEGORY] [--source NAME]

DIR holds payloads as the sources deliver them (the demo folder, or recorded ones). They are served on a local port and
read by the real `fetch` and `parse`. Counts are of single records, before records of one thing are merged.
"""

from __future__ import annotations

import argparse
import os
import sys
import timeit
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarjotin.config.settings")

import django

django.setup()  # before anything that reads settings

from tarjotin.catalogue.records import ConceptRecord, OrganisationRecord, Record  # noqa: E402
from tarjotin.jobs.clients import client_for, readable  # noqa: E402
from tarjotin.sources.classification import Classifier  # noqa: E402
from tarjotin.sources.replay.server import ReplayServer  # noqa: E402
from tarjotin.sources.source import Delivered, FetchRequest, Source  # noqa: E402


@dataclass(frozen=True, slots=True)
class Row:
    source: str
    name: str
    outcome: str
    reason: str


def records(source: Source, server_url: str) -> Iterator[Record]:
    for step in source.fetch(client_for(source, replay=server_url), FetchRequest(now=datetime.now(UTC))):
        if isinstance(step, Delivered):
            parsed = source.parse(step.kind, step.payload)
            if parsed.record is not None:
                yield parsed.record


def everything(folder: Path) -> dict[str, list[Record]]:
    with ReplayServer(folder, ignore_dates=True) as server:
        sources = [source for source in readable(replay=server.url) if source.name != "edits"]
        return {source.name: list(records(source, server.url)) for source in sources}


def classifier_for(found: dict[str, list[Record]]) -> Classifier:
    concepts = [record for group in found.values() for record in group if isinstance(record, ConceptRecord)]
    tree = {concept.code: concept.parents for concept in concepts if concept.scheme == "tpr"}
    national = {concept.code: concept.parents for concept in concepts if concept.scheme == "ptvgd"}
    return Classifier.load(tree, national)


def rows(found: dict[str, list[Record]], classifier: Classifier) -> Iterator[Row]:
    for source, group in found.items():
        for record in group:
            if isinstance(record, ConceptRecord | OrganisationRecord):
                continue
            result = classifier.classify(record)
            main = result.main
            outcome = "outside" if result.outside else main.code if main else "unclassified"
            yield Row(source, str(record.name), outcome, result.outside or (main.reason if main else ""))


def print_shares(all_rows: list[Row]) -> None:
    print(f"{'source':18}{'records':>8}{'category':>10}{'outside':>10}{'unclassified':>14}")
    for source in dict.fromkeys(row.source for row in all_rows):
        counts = Counter(row.outcome for row in all_rows if row.source == source)
        total = counts.total()
        inside = total - counts["outside"] - counts["unclassified"]
        shares = (inside, counts["outside"], counts["unclassified"])
        print(f"{source:18}{total:8}", *(f"{share / total:9.1%}" for share in shares))
        print("   ", ", ".join(f"{name} {count}" for name, count in counts.most_common()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", default="", help="name the records with this outcome")
    parser.add_argument("--source", default="")
    options = parser.parse_args()
    found = everything(options.folder)
    classifier = classifier_for(found)
    all_rows = [row for row in rows(found, classifier) if options.source in ("", row.source)]
    print_shares(all_rows)
    waiting = Counter(row.name for row in all_rows if row.outcome == "unclassified")
    print("\nmost common unclassified:", ", ".join(f"{name} ×{count}" for name, count in waiting.most_common(15)))
    print_speed(found, classifier)
    for row in all_rows:
        if options.list and row.outcome == options.list:
            print(f"{row.source}\t{row.name}\t{row.reason}")


def print_speed(found: dict[str, list[Record]], classifier: Classifier) -> None:
    some = [record for group in found.values() for record in group if not isinstance(record, ConceptRecord)]
    seconds = min(timeit.repeat(lambda: [classifier.classify(record) for record in some], number=1, repeat=7))
    print(f"{seconds / len(some) * 1e6:.0f} µs a record, best of seven rounds ({len(some)} records)")


if __name__ == "__main__":
    main()
