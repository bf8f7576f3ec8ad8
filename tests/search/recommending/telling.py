"""Whether what is said of an entry is true of it, looked up anew: slow, and easy to believe."""

from __future__ import annotations

from datetime import datetime

from tarjotin.common.distance import Point, walking_metres
from tarjotin.search.document import UNKNOWN
from tarjotin.search.index.schema import Stored
from tarjotin.search.recommending.needs import Needs
from tarjotin.search.recommending.suggestion import Fact
from tarjotin.words.thesaurus import Criterion, ancestors

# What is told of these says nothing of what is not.
OPEN = ("limit", "access", "companion", "discount")


def is_true(fact: Fact, entry: Stored, near: Point | None) -> bool:
    topics = {*entry.topics, *entry.options.get("need", ())}
    wide = {*topics, *(each for code in entry.topics for each in ancestors(code))}
    match fact.code:
        case "about":
            return set(fact.values) <= topics
        case "narrower":
            return fact.values[0] in wide and set(fact.values[1:]) <= topics
        case "helps" | "akin":
            return len(fact.values) > 1 and set(fact.values[1:]) <= wide
        case "mentions":
            return set(fact.values) <= set(entry.mentions)
        case "for":
            return len(fact.values) > 1 and set(fact.values[1:]) <= set(entry.options["audience"])
        case "distance":
            return near is not None and int(fact.values[0]) in {round(walking_metres(near, p)) for p in entry.points}
        case "when":
            return bool(fact.values) and set(fact.values) <= set(entry.slots)
        case "soon":
            return int(datetime.fromisoformat(fact.values[0]).timestamp()) in entry.starts
        case _:
            return bool(fact.values) and set(fact.values) <= told(entry, fact.code) - {UNKNOWN}


def told(entry: Stored, group: str) -> set[str]:
    return {entry.kind} if group == "kind" else set(entry.options.get(group, ()))


def holds(asked: Criterion, entry: Stored) -> bool:
    return bool(set(asked.options) & told(entry, asked.group))


def denies(asked: Criterion, entry: Stored) -> bool:
    has = told(entry, asked.group)
    return bool(has) and asked.group not in OPEN and not {*asked.options, UNKNOWN} & has


def is_within(needs: Needs, entry: Stored) -> bool:
    return not any(denies(each, entry) for each in needs.must_not_be_denied) and all(
        holds(each, entry) for each in needs.must_hold
    )
