"""Why each value won: for every field the winner with its rule, and what the other sources told. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, time
from typing import Any

from tarjotin.catalogue.records import ActivityRecord, Code, Ref, SessionRecord
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import to_helsinki
from tarjotin.sources.field_rules import RULES, FieldRule, Told, values_told, wordings_told
from tarjotin.sources.meeting_times import ranked_for_sessions
from tarjotin.sources.precedence import EDITS, Part, one_type, ranked, whole_parts


@dataclass(frozen=True, slots=True)
class Candidate:
    """One source's value of a field (`name.fi`, `phone`, `sessions`): whether it won, and by which rule."""

    field: str
    record_id: int
    source: str
    value: str
    won: bool
    reason: str


def why(parts: Sequence[Part], field: str) -> tuple[Candidate, ...]:
    """What every part tells of a field, the winner first; of a text without language, all its languages."""
    name, _, language = field.partition(".")
    return tuple(
        candidate for candidate in _all_candidates(parts, only=name) if not language or candidate.field == field
    )


def why_all(parts: Sequence[Part]) -> tuple[Candidate, ...]:
    """The same for every field that somebody tells, in the order of the record."""
    return tuple(_all_candidates(parts))


def _all_candidates(parts: Sequence[Part], only: str = "") -> Iterator[Candidate]:
    record_type = one_type(parts)
    whole = whole_parts(parts)
    for group, rules in RULES[record_type]:
        order = ranked(whole, group)
        for rule in rules:
            if not only or rule.name == only:
                yield from _candidates(rule, values_told(rule, order))
    if record_type is ActivityRecord and only in ("", "sessions"):
        yield from _session_candidates(parts)


def _candidates(rule: FieldRule, told: Sequence[Told]) -> Iterator[Candidate]:
    if rule.join:
        yield from (_line(rule.name, part, value, True, _joined_reason(rule, told)) for part, value in told)
    elif rule.is_text:
        yield from _text_candidates(rule, told)
    else:
        yield from _compared(rule.name, rule.group, told)


def _text_candidates(rule: FieldRule, told: Sequence[Told]) -> Iterator[Candidate]:
    by_language: dict[str, list[Told]] = {}
    for part, wording in wordings_told(told):
        by_language.setdefault(wording.language, []).append((part, wording))
    for language, wordings in by_language.items():
        yield from _compared(f"{rule.name}.{language}", rule.group, wordings)


def _compared(field: str, group: str, told: Sequence[Told]) -> Iterator[Candidate]:
    if not told:
        return
    winner, others = told[0], told[1:]
    reason = _reason(winner, others[0], group) if others else "nobody else tells it"
    yield _line(field, *winner, True, reason)
    for other in others:
        equal = _comparable(other[1]) == _comparable(winner[1])
        yield _line(field, *other, False, "says the same" if equal else _reason(winner, other, group))


def _comparable(value: Any) -> Any:
    return getattr(value, "text", value)


def _reason(winner: Told, loser: Told, group: str) -> str:
    """The rule by which one value goes before another."""
    (first, value), (second, other) = winner, loser
    if getattr(other, "by", "") == "machine" and getattr(value, "by", "") != "machine":
        return "a written wording goes before a machine translation"
    if first.source == EDITS and second.source != EDITS:
        return "what people change here goes before every source"
    if first.source != second.source:
        return f"{first.source} goes before {second.source} for {group} fields"
    if first.modified_at != second.modified_at:
        return f"of the records of {first.source}, the one changed last"
    return f"of the records of {first.source}, the one with the lowest number"


def _joined_reason(rule: FieldRule, told: Sequence[Told]) -> str:
    if len(told) == 1:
        return "nobody else tells it"
    return f"joined with the others, {told[0][0].source} first"


def _session_candidates(parts: Sequence[Part]) -> Iterator[Candidate]:
    telling = ranked_for_sessions(parts)
    for part in telling:
        assert isinstance(part.record, ActivityRecord)  # noqa: S101  ranked_for_sessions gives only these
        words = _sessions_in_words(part.record.sessions)
        yield _line("sessions", part, words, True, _session_reason(part, telling))


def _sessions_in_words(sessions: Sequence[SessionRecord]) -> str:
    starts = sorted(session.starts_at for session in sessions)
    if len(starts) == 1:
        return in_words(starts[0])
    return f"{len(starts)} sessions, {in_words(starts[0])} – {in_words(starts[-1])}"


def _session_reason(part: Part, telling: Sequence[Part]) -> str:
    if len(telling) == 1:
        return "nobody else tells it"
    if part.source == EDITS:
        return "joined by start; what people change here goes before every source"
    if part.relation == "part_of":
        return "joined by start; the record of a session goes before its series"
    return "joined by start; dated sessions go before those computed from a schedule"


def _line(field: str, part: Part, value: Any, won: bool, reason: str) -> Candidate:
    return Candidate(field, part.record_id, part.source, in_words(value), won, reason)


def in_words(value: Any) -> str:
    """A value for people to read."""
    match value:
        case None | "":
            return ""
        case bool():
            return "yes" if value else "no"
        case LocalisedText():
            return "; ".join(f"{wording.language}: {wording.text}" for wording in value.wordings)
        case datetime():
            return f"{to_helsinki(value):%Y-%m-%d %H:%M}"
        case date() | time():
            return value.isoformat()
        case tuple():
            return "; ".join(filter(None, map(in_words, value)))
        case Ref() | Code():
            return str(value)
    return _told_fields(value) if is_dataclass(value) else str(value)


def _told_fields(value: Any) -> str:
    if text := getattr(value, "text", ""):
        return str(text)
    return ", ".join(filter(None, _field_words(value)))


def _field_words(value: Any) -> Iterable[str]:
    for field in fields(value):
        content = getattr(value, field.name)
        if content is True:
            yield field.name.replace("_", " ")
        elif content is not False:
            yield in_words(content)
