"""What the index knows of one entry. Pure; knows no engine and no framework."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import to_helsinki

UNKNOWN = "?"  # the option of a group whose fact nobody tells
HORIZON = timedelta(days=60)  # how far ahead sessions are known
FAR = 253_370_764_800  # the year 9999: no end in sight
# The groups in which an untold fact is "maybe", not "no".
MAYBE_GROUPS = (
    *("price", "language", "entry", "weekday", "time", "rhythm"),
    *("discount", "gender", "children", "group_size", "peer_support", "beginners", "fitness", "seated", "limit"),
    *("setting", "trial", "led_by", "companion", "alone_ok", "quiet_ok", "safe_space", "substance_free"),
    *("anonymous", "no_id", "discreet_ticket", "food", "equipment", "newcomers"),
    *("rail", "parking", "accessible_parking", "access"),
)
WEEKDAYS = ("1", "2", "3", "4", "5", "6", "7")
# Time of day → hours from and until (query.GROUPS).
TIMES: dict[str, tuple[int, int]] = {"morning": (0, 10), "day": (10, 14), "afternoon": (14, 17), "evening": (17, 24)}


@dataclass(frozen=True, slots=True)
class Topics:
    """Concepts of the thesaurus, the surest first: those its name or a code says, what else it is about, what it only
    mentions."""

    named: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """All but what it only mentions."""
        return self.named + self.about


@dataclass(frozen=True, slots=True)
class Document:
    """`options` holds group → options, `slots` weekday and time of day together ("3-evening"), `starts` the coming
    sessions as seconds; `last_end` says until when it goes on, and `due` when these facts are no longer true."""

    kind: str
    id: UUID
    title: LocalisedText
    keywords: tuple[LocalisedText, ...] = ()
    names: tuple[LocalisedText, ...] = ()
    summary: tuple[LocalisedText, ...] = ()
    body: tuple[LocalisedText, ...] = ()
    options: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slots: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    places: tuple[UUID, ...] = ()
    organisation: UUID | None = None
    open: tuple[str, ...] = ()  # opening hours, as words (`open_hours.py`)
    starts: tuple[int, ...] = ()
    untimed: tuple[int, ...] = ()  # those of them of which nobody tells the time
    free_until: tuple[int, ...] = ()  # of coming sessions with free places: how long that is known
    full_until: tuple[int, ...] = ()  # of those without
    last_end: int = FAR
    lowest_cents: int | None = None
    topics: Topics = Topics()
    min_age: int | None = None
    max_age: int | None = None
    told: int = 0  # how many facts
    for_newcomers: bool = False
    checked: int = 0
    due: int | None = None
    visible_from: int | None = None
    visible_until: int | None = None


def hour_code(moment: datetime) -> str:
    """The hour of a start, in coordinated time."""
    return moment.astimezone(UTC).strftime("%Y%m%d%H")


def day_code(moment: datetime) -> str:
    """The day of a start, in Helsinki."""
    return to_helsinki(moment).strftime("%Y%m%d")


def slot(moment: datetime, *, time_known: bool = True) -> str:
    """Weekday and time of day in Helsinki: "3-evening"; "3-?" when nobody tells the time."""
    local = to_helsinki(moment)
    return f"{local.isoweekday()}-{time_of(local.hour) if time_known else UNKNOWN}"


def time_of(hour: int) -> str:
    return next(name for name, (begin, end) in TIMES.items() if begin <= hour < end)


def split_slots(slots: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """The options of the groups weekday and time that these slots give; untold when there are none."""
    pairs = [each.split("-", 1) for each in slots] or [[UNKNOWN, UNKNOWN]]
    return {
        "weekday": tuple(sorted({weekday for weekday, _ in pairs})),
        "time": tuple(sorted({time for _, time in pairs})),
    }
