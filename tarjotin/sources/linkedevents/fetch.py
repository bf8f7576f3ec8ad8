"""Fetching from Linked Events: helper lists first, then events page by page, each page with all it refers to.

A page is complete in itself (parents, places, keywords, publishers, then its events), so that a run which broke off
goes on from its last checkpoint. What we join into an event is written in docs/sources/linkedevents.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tarjotin.sources.linkedevents.fields import moment, reference, references, rows_or_values, word
from tarjotin.sources.linkedevents.places import ONLINE_PLACE
from tarjotin.sources.linkedevents.walking import Page, first_page, pages, rows_of, things
from tarjotin.sources.raw import mapping
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Gone, Joined, Step

if TYPE_CHECKING:
    from tarjotin.sources.http import Client

HORIZON = "+180d"
OVERLAP = timedelta(minutes=10)
ALL_TYPES = "General,Course,Volunteering"  # without it the API leaves out courses and volunteering
KEYWORD_SETS = ("helsinki:topics", "helsinki:audiences")
MOST_PARENTS_AT_ONCE = 40
LONGEST_CHAIN = 5  # of publishers above each other

# These two count the events of a place or keyword. They change each day and would make every record look changed.
COUNTERS = frozenset({"n_events", "has_upcoming_events"})


def fetch(client: Client, request: FetchRequest) -> Iterator[Step]:
    """All events of the next 180 days, or what changed since; with the places, keywords and publishers they name."""
    walk = _Walk(client, request)
    address = request.resume or _first_address(request)
    if not request.resume and request.since is None:
        yield from walk.lists()
        yield Checkpoint(address, "lists")
    yield from walk.events(address)


def _first_address(request: FetchRequest) -> str:
    if request.since is None:
        return first_page(
            "event/",
            start="today",
            end=HORIZON,
            event_type=ALL_TYPES,
            super_event_type="none",
            include="registration",
            sort="start_time",
        )
    since = (request.since - OVERLAP).strftime("%Y-%m-%dT%H:%M:%SZ")
    return first_page(
        "event/",
        last_modified_since=since,
        show_deleted="true",
        event_type=ALL_TYPES,
        include="registration",
        sort="start_time",
    )


@dataclass
class _Walk:
    """One run: what it delivered already, by kind, and which ids turned out to be replaced."""

    client: Client
    request: FetchRequest
    done: dict[str, set[str]] = field(default_factory=dict)
    successors: dict[str, str] = field(default_factory=dict)
    changed_at: dict[str, str] = field(default_factory=dict)  # events of this run, with their last change
    rows_seen: set[str] = field(default_factory=set)
    missing: set[tuple[str, str]] = field(default_factory=set)  # kind and id of what is not there
    parent_types: dict[str, str | None] = field(default_factory=dict)  # `None`: the parent is not there
    parent_sign_ups: dict[str, Any] = field(default_factory=dict)
    parent_ends: dict[str, datetime | None] = field(default_factory=dict)
    outlived: set[str] = field(default_factory=set)  # parents with a session after their own end

    def lists(self) -> Iterator[Step]:
        """Languages, keywords and places in use, and the sets of topic and audience words."""
        yield from self._list("language", "language/")
        yield from self._list("keyword", "keyword/", has_upcoming_events="true")
        yield from self._list("place", "place/", has_upcoming_events="true")
        yield from self._keyword_sets()

    def events(self, address: str) -> Iterator[Step]:
        walked, totals = 0, []
        for page in pages(self.client, address):
            yield from self._page(page)
            walked += len(page.rows)
            totals.append(page.total)
            if self._is_full("event"):
                return
            yield Checkpoint(page.next, "events", walked, page.total)
        if not self.request.resume and self._moved_meanwhile(totals):
            for page in pages(self.client, address):
                yield from self._page(page)

    def _moved_meanwhile(self, totals: list[int]) -> bool:
        """Did the list change while we walked it? A row that leaves a page we had pulls another one past us, unseen."""
        return len(set(totals)) > 1 or len(self.rows_seen) < totals[-1]

    def _page(self, page: Page) -> Iterator[Step]:
        yield from (_gone(row) for row in page.rows if row.get("deleted") is True)
        self.rows_seen.update(row["id"] for row in page.rows)
        rows = [row for row in page.rows if row.get("deleted") is not True and self._is_news(row)]
        parents = [parent for parent in self._parents(rows) if not self._is_full("event")]
        everything = [*parents, *rows]
        places = (reference(row.get("location")) for row in everything)
        yield from self._things("place", (place for place in places if place != ONLINE_PLACE))
        yield from self._things("keyword", (word_ for row in everything for word_ in _keywords(row)))
        yield from self._publishers(reference(row.get("publisher")) for row in everything)
        self._note_late_parts(rows)
        for row in everything:
            if not self._is_full("event"):
                self._take("event", row["id"])
                yield _delivered("event", self._joined(row))

    def _is_news(self, row: dict[str, Any]) -> bool:
        """Not had in this run, or changed since: pages shift while they are walked, and rows come twice."""
        changed_at, had = word(row.get("last_modified_time")), self.changed_at.get(row["id"])
        if had is not None and changed_at <= had:
            return False
        self.changed_at[row["id"]] = changed_at
        return True

    def _parents(self, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """The series and festivals the rows belong to, asked for many at a time."""
        for row in rows:
            if word(row.get("super_event_type")):
                self._learn_parent(row)
        wanted = dict.fromkeys(reference(row.get("super_event")) for row in rows)
        unknown = [each for each in wanted if each and each not in self.parent_types]
        for start in range(0, len(unknown), MOST_PARENTS_AT_ONCE):
            asked = unknown[start : start + MOST_PARENTS_AT_ONCE]
            self.parent_types.update(dict.fromkeys(asked))
            address = first_page("event/", ids=",".join(asked), event_type=ALL_TYPES, include="registration")
            for parent in rows_of(self.client, address):
                self._learn_parent(parent)
                if self._is_news(parent):
                    yield parent

    def _learn_parent(self, row: dict[str, Any]) -> None:
        self.parent_types[row["id"]] = word(row.get("super_event_type"))
        self.parent_sign_ups[row["id"]] = row.get("registration")
        self.parent_ends[row["id"]] = moment(row.get("end_time"))

    def _joined(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row, its references marked with what became of the things they name."""
        joined = dict(row)
        if row["id"] in self.outlived:
            joined["has_later_parts"] = True
        parent = reference(row.get("super_event"))
        if parent in self.parent_types:
            joined["super_event"] = {"@id": parent, **mapping(row["super_event"]), **self._about_parent(parent)}
        if location := row.get("location"):
            joined["location"] = self._with_successor(location)
        for name in ("keywords", "audience"):
            joined[name] = [self._with_successor(each) for each in rows_or_values(row.get(name))]
        return joined

    def _note_late_parts(self, rows: list[dict[str, Any]]) -> None:
        """A session after the end of its series: that end is not kept up, and must not end the series for us."""
        for row in rows:
            parent = reference(row.get("super_event"))
            starts_at, series_end = moment(row.get("start_time")), self.parent_ends.get(parent)
            if starts_at and series_end and starts_at > series_end:
                self.outlived.add(parent)

    def _about_parent(self, parent: str) -> dict[str, Any]:
        """Its type, and its sign-up: one signs up for the whole series, the sessions do not say so."""
        kind = self.parent_types[parent]
        if kind is None:
            return {"gone": True}
        sign_up = self.parent_sign_ups.get(parent) if kind == "recurring" else None
        return {"super_event_type": kind, **({"registration": sign_up} if sign_up else {})}

    def _with_successor(self, value: Any) -> Any:
        successor = _end_of_chain(self.successors, reference(value))
        return {**mapping(value), "replaced_by": successor} if successor else value

    def _list(self, kind: str, path: str, **params: str) -> Iterator[Step]:
        for row in rows_of(self.client, first_page(path, **params), self.request.limit):
            yield from self._deliver(kind, row)

    def _keyword_sets(self) -> Iterator[Step]:
        read, members, known = 0, 0, 0
        for row in rows_of(self.client, first_page("keyword_set/", include="keywords")):
            if row["id"] in KEYWORD_SETS:
                words = references(row.get("keywords"))
                yield from self._things("keyword", words)
                read, members = read + 1, members + len(words)
                known += sum(("keyword", each) not in self.missing for each in words)
        yield Joined("keyword_set", members, known)

    def _publishers(self, ids: Iterable[str]) -> Iterator[Step]:
        """Publishers and those above them: `parent_organization` is an address."""
        wanted = list(ids)
        for _ in range(LONGEST_CHAIN):
            above: list[str] = []
            for step in self._things("organization", wanted):
                if isinstance(step, Delivered):
                    above.append(reference(step.payload.get("parent_organization")))
                yield step
            wanted = above

    def _things(self, kind: str, ids: Iterable[str]) -> Iterator[Step]:
        """What this run has not had yet. Gone things are said to be gone, replaced ones come as their successor."""
        had = self.done.setdefault(kind, set())
        wanted = [each for each in dict.fromkeys(ids) if each and each not in had and each not in self.successors]
        if self.request.limit is not None:
            wanted = wanted[: max(0, self.request.limit - len(had))]
        for asked, answer in things(self.client, kind, wanted):
            if answer is None:
                self._take(kind, asked)
                self.missing.add((kind, asked))
                yield Gone(kind, asked)
            else:
                yield from self._answered(kind, asked, answer)

    def _answered(self, kind: str, asked: str, answer: dict[str, Any]) -> Iterator[Step]:
        successor = answer["id"] if answer["id"] != asked else reference(answer.get("replaced_by"))
        if successor:
            self.successors[asked] = successor
            yield Gone(kind, asked, successor)
        if answer["id"] == asked and successor:
            yield from self._things(kind, [successor])
        else:
            yield from self._deliver(kind, answer)

    def _deliver(self, kind: str, row: dict[str, Any]) -> Iterator[Step]:
        if row["id"] not in self.done.setdefault(kind, set()):
            self._take(kind, row["id"])
            yield _delivered(kind, {name: value for name, value in row.items() if name not in COUNTERS})

    def _take(self, kind: str, external_id: str) -> None:
        self.done.setdefault(kind, set()).add(external_id)

    def _is_full(self, kind: str) -> bool:
        return self.request.limit is not None and len(self.done.get(kind, ())) >= self.request.limit


def _end_of_chain(successors: dict[str, str], external_id: str) -> str:
    """The last successor of a thing, or nothing; a chain that bites its tail ends where it began."""
    followed = [external_id]
    while (following := successors.get(followed[-1], "")) and following not in followed:
        followed.append(following)
    return followed[-1] if len(followed) > 1 else ""


def _keywords(row: dict[str, Any]) -> tuple[str, ...]:
    return (*references(row.get("keywords")), *references(row.get("audience")))


def _delivered(kind: str, payload: dict[str, Any]) -> Delivered:
    series = reference(payload.get("super_event")) if kind == "event" else ""
    return Delivered(kind, payload["id"], payload, moment(payload.get("last_modified_time")), series)


def _gone(row: dict[str, Any]) -> Gone:
    return Gone("event", row["id"], reference(row.get("replaced_by")))
