"""`make bench-relevance`: how many judged queries are answered rightly, by language and kind, and which are not.

Of the check set only totals are told, lest search be tuned to it; `--show-check` tells all, when tuning is over.
"""

# ruff: noqa: T201  printing is its work
from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.search.relevance.judgments import DATA, SETS

if TYPE_CHECKING:
    from tests.search.relevance.running import Outcome, Result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", choices=DATA, help="only these queries")
    parser.add_argument("--show-check", action="store_true", help="tell the failures of the check set too")
    options = parser.parse_args()
    results = _results([options.data] if options.data else list(DATA))
    outcomes = [outcome for result in results for outcome in result.outcomes]
    for name in SETS:
        _print_set(name, [each for each in outcomes if each.judgment.set == name])
    for name in SETS if options.show_check else SETS[:1]:
        _print_failures(name, [each for each in outcomes if each.judgment.set == name and not each.is_good])
    unknown = sorted(name for result in results for name in result.unknown)
    print(f"\nJudged names that the data does not have: {', '.join(unknown)}" if unknown else "")
    return 0


def _results(wanted: list[str]) -> list[Result]:
    """In a database and index of their own, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        _set_up(Path(folder))
        from tests.conftest import ROOT, recorded_folder
        from tests.search.relevance.running import ask_all

        folders = {"demo": ROOT / "demo", "recorded": recorded_folder()}
        at_hand = {data: path for data in wanted if (path := folders[data])}
        if missing := set(wanted) - set(at_hand):
            print(f"Payloads not at hand: {', '.join(missing)} (TARJOTIN_RECORDED_DATA names their folder).")
        return [ask_all(data, path, Path(folder) / f"index-{data}") for data, path in at_hand.items()]


def _set_up(folder: Path) -> None:
    os.environ.update(TARJOTIN_VAR=str(folder), TARJOTIN_DATABASE_URL=f"sqlite:///{folder}/relevance.sqlite3")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarjotin.config.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def _print_set(name: str, outcomes: list[Outcome]) -> None:
    print(f"\n== {name} set ==")
    print(f"{'':<12}{'queries':>8}{'right in 3':>12}{'forbidden':>11}")
    _print_groups(outcomes, lambda outcome: outcome.judgment.data)
    _print_groups(outcomes, lambda outcome: outcome.judgment.language)
    _print_groups(outcomes, lambda outcome: outcome.judgment.kind)
    _print_line("all", outcomes)


def _print_groups(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> None:
    groups = defaultdict(list)
    for outcome in outcomes:
        groups[key(outcome)].append(outcome)
    for name in sorted(groups):
        _print_line(name, groups[name])
    print()


def _print_line(name: str, outcomes: list[Outcome]) -> None:
    found, offended = sum(each.is_found for each in outcomes), sum(bool(each.offending) for each in outcomes)
    share = f"{found / len(outcomes):.0%}" if outcomes else "–"
    print(f"{name:<12}{len(outcomes):>8}{found:>7}{share:>5}{offended:>11}")


def _print_failures(name: str, outcomes: list[Outcome]) -> None:
    print(f"\n== what fails in the {name} set ({len(outcomes)}) ==")
    for outcome in outcomes:
        judgment, offending = outcome.judgment, outcome.offending
        trouble = ("" if outcome.is_found else " nothing right") + (" forbidden" if offending else "")
        print(f"\n{judgment.id} [{judgment.data} {judgment.language} {judgment.kind}] “{judgment.text}”:{trouble}")
        for entry in outcome.first:
            print(f"   {'!' if entry in offending else ' '} {entry.name}")


if __name__ == "__main__":
    sys.exit(main())
