"""What a decision about sameness needs of a record, small enough to be kept beside it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC
from typing import Any

from tarjotin.catalogue.records import (
    ActivityRecord,
    OrganisationRecord,
    PlaceRecord,
    Record,
    Ref,
    ScheduleRecord,
    ServiceRecord,
    SessionRecord,
    entity_kind,
)
from tarjotin.common.distance import Point
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.common.time import to_helsinki
from tarjotin.sources.business_id import valid_business_id
from tarjotin.sources.normalising import (
    activity_name,
    mail_host,
    organisation_name,
    plain_name,
    street_and_number,
    web_host,
)

MOST_STARTS = 60
# A weekly group has now and then a moved session: a time counts when it is at least this often, next to the commonest.
LEAST_SHARE = 0.25

_LANGUAGES_FIRST = {"fi": 0, "sv": 1, "en": 2}
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_ORGANISATION_KINDS = frozenset({"organisation", "organization", "department"})
_WEEKDAYS = {"MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7}
_BY_DAY = re.compile(r"BYDAY=([^;]+)")

# A chapter of a bigger body says so in its name: "Kallion osasto", "Helsingin piiri".
_CHAPTER = re.compile(
    r"\b(?:(?:ala|paikallis|alue)?(?:osasto|piiri)n?|paikallisyhdistys|(?:lokal)?avdelning|lokalförening|distrikt|chapter)\b"
)


@dataclass(frozen=True, slots=True)
class Features:
    """A record as a decision sees it. Names are normalised, Finnish first; `languages` tells theirs.

    `times` holds weekday and Helsinki start time of each regular time, "2 10:00"; an unknown time is "2 ?", and one
    read out of free text ends in "~". `starts` holds the exact starts, UTC. `keys` are ids that name one thing
    whichever source uses them ("tpr:8215"), and `parent` is such a key of the whole this one is a part of.
    """

    kind: str
    source: str
    names: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    business_id: str = ""
    phones: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    point: Point | None = None
    address: str = ""
    municipality: str = ""
    keys: tuple[str, ...] = ()
    organisation: str = ""
    place: str = ""
    organiser_name: str = ""
    times: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    parent: str = ""
    is_chapter: bool = False
    upstream_id: str = ""

    def to_json(self) -> dict[str, Any]:
        """The stored form: only what is told."""
        told = {name: value for name in _FIELDS if (value := getattr(self, name))}
        if self.point:
            told["point"] = [self.point.lat, self.point.lon]
        return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Features:
        told: dict[str, Any] = {name: tuple(item) if isinstance(item, list) else item for name, item in value.items()}
        if "point" in told:
            told["point"] = Point(*told["point"])
        return cls(**told)


_FIELDS = tuple(field.name for field in fields(Features))


def features(
    record: Record,
    *,
    source: str,
    organisation: str = "",
    place: str = "",
    ref: Ref | None = None,
    point: Point | None = None,
    sessions: Sequence[SessionRecord] = (),
) -> Features:
    """The features of a record. The caller knows what the record does not: `organisation` and `place` are entity ids,
    `ref` is the record's own reference, `point` where an activity's place lies, and `sessions` those of a series that
    are told by records of their own."""
    own = (key_of(ref),) if ref else ()
    match record:
        case OrganisationRecord():
            return _organisation(record, source, own)
        case PlaceRecord():
            return _place(record, source, own)
        case ServiceRecord():
            return _service(record, source, own, organisation)
        case ActivityRecord():
            where_and_who = Features("activity", source, organisation=organisation, place=place, point=point, keys=own)
            return _activity(record, where_and_who, (*record.sessions, *sessions))
    return Features(entity_kind(record), source, keys=own)


def key_of(ref: Ref) -> str:
    """One key for one thing: TPR units and GUIDs of organisations mean the same in every source."""
    if ref.source == "linkedevents" and ref.kind == "place" and ref.external_id.startswith("tprek:"):
        return f"tpr:{ref.external_id[6:]}"
    if ref.source == "tpr" and ref.kind == "unit":
        return f"tpr:{ref.external_id}"
    if ref.kind in _ORGANISATION_KINDS and _UUID.fullmatch(ref.external_id):
        return f"guid:{ref.external_id.lower()}"
    return str(ref)


def _organisation(record: OrganisationRecord, source: str, own: tuple[str, ...]) -> Features:
    names, languages = _names(record.name, organisation_name)
    # TPR fills `oid` with words of its own; a true one lies under the Finnish branch of the tree of ids.
    oid = (f"oid:{record.oid}",) if record.oid.startswith("1.2.246.") else ()
    hosts = {web_host(wording.text) for wording in record.website.wordings} | {mail_host(record.email)}
    return Features(
        "organisation",
        source,
        names,
        languages,
        business_id=valid_business_id(record.business_id) if record.business_id else "",
        phones=(record.phone,) if record.phone else (),
        domains=tuple(sorted(host for host in hosts if host)),
        keys=_joined(own, oid),
        parent=key_of(record.parent) if record.parent else "",
        is_chapter=any(_CHAPTER.search(name) for name in names),
    )


def _place(record: PlaceRecord, source: str, own: tuple[str, ...]) -> Features:
    names, languages = _names(record.name, organisation_name)
    ids = (
        ("tpr", record.tpr_unit),
        ("lipas", record.lipas_id),
        ("library", record.library_id),
        ("building", record.building_id),
    )
    street = record.street.in_language("fi")
    return Features(
        "place",
        source,
        names,
        languages,
        point=record.point,
        address=street_and_number(street.text) if street else "",
        municipality=record.municipality,
        keys=_joined(own, (f"{scheme}:{value}" for scheme, value in ids if value)),
        parent=key_of(record.parent) if record.parent else "",
    )


def _service(record: ServiceRecord, source: str, own: tuple[str, ...], organisation: str) -> Features:
    names, languages = _names(record.name, plain_name)
    return Features(
        "service", source, names, languages, keys=own, organisation=organisation, upstream_id=record.upstream_id
    )


def _activity(record: ActivityRecord, known: Features, sessions: tuple[SessionRecord, ...]) -> Features:
    names, languages = _names(record.name, activity_name)
    provider = record.provider.in_language("fi")
    return replace(
        known,
        names=names,
        languages=languages,
        organiser_name=organisation_name(provider.text) if provider else "",
        times=_regular_times(record.schedules, sessions),
        starts=_exact_starts(sessions),
        parent=key_of(record.part_of) if record.part_of else "",
    )


def _names(name: LocalisedText, normalise: Callable[[str], str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if name is EMPTY:
        return (), ()
    wordings = sorted(name.wordings, key=lambda wording: _LANGUAGES_FIRST.get(wording.language, 3))
    pairs = [(text, wording.language) for wording in wordings if (text := normalise(wording.text))]
    return tuple(text for text, _ in pairs), tuple(language for _, language in pairs)


def _joined(own: tuple[str, ...], more: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *more)))


def _regular_times(schedules: tuple[ScheduleRecord, ...], sessions: tuple[SessionRecord, ...]) -> tuple[str, ...]:
    planned = {time for schedule in schedules for time in _schedule_times(schedule)}
    counted = Counter(_session_time(session) for session in sessions[:MOST_STARTS])
    least = LEAST_SHARE * max(counted.values(), default=0)
    return tuple(sorted(planned | {_as_text(*time) for time, count in counted.items() if count >= least}))


def _schedule_times(schedule: ScheduleRecord) -> Iterable[str]:
    days = _BY_DAY.search(schedule.rrule)
    if days:
        weekdays = [_WEEKDAYS[day.strip()[-2:]] for day in days[1].split(",")]
    elif "FREQ=DAILY" in schedule.rrule:
        weekdays = list(_WEEKDAYS.values())
    else:
        weekdays = [schedule.starts_on.isoweekday()]
    end = "" if schedule.certain else "~"
    return (f"{weekday} {schedule.start:%H:%M}{end}" for weekday in weekdays)


def _session_time(session: SessionRecord) -> tuple[int, int, int]:
    local = to_helsinki(session.starts_at)
    return (local.isoweekday(), local.hour, local.minute) if session.time_known else (local.isoweekday(), -1, -1)


def _as_text(weekday: int, hour: int, minute: int) -> str:
    return f"{weekday} {hour:02}:{minute:02}" if hour >= 0 else f"{weekday} ?"


def _exact_starts(sessions: tuple[SessionRecord, ...]) -> tuple[str, ...]:
    known = sorted({session.starts_at for session in sessions if session.time_known})[:MOST_STARTS]
    return tuple(start.astimezone(UTC).isoformat()[:16] + "Z" for start in known)
