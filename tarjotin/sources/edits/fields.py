"""JSON as a record, by the types of its fields: the other way round than `catalogue/encoding.py`. Pure."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, Union, get_args, get_origin, get_type_hints

from tarjotin.catalogue.records import Code, Ref
from tarjotin.common.text import EMPTY, LocalisedText, Wording
from tarjotin.sources.edits.allowed import ALLOWED
from tarjotin.sources.raw import SANE_YEARS


class BadValue(ValueError):
    """A field that is unknown, or a value that does not fit; the message names the field."""


def record(record_type: type[Any], given: object, path: str = "") -> Any:
    """A record of the given fields; fields that need a value and are not told are empty."""
    if not isinstance(given, dict):
        raise BadValue(f"{path or 'fields'}: an object is expected")
    hints = _hints(record_type)
    if unknown := sorted(str(name) for name in given.keys() - hints.keys()):
        raise BadValue(f"{path}{'.' if path else ''}{unknown[0]}: unknown field")
    values = {name: _field(record_type, name, value, path) for name, value in given.items() if value is not None}
    return record_type(**{**_empty_required(record_type, given, path), **values})


def _field(record_type: type[Any], name: str, value: object, path: str) -> Any:
    where = f"{path}.{name}" if path else name
    made = _value(_hints(record_type)[name], value, where)
    allowed = ALLOWED.get(record_type, {}).get(name)
    for word in made if isinstance(made, tuple) else (made,):
        if allowed is not None and word not in allowed and word != "":
            raise BadValue(f"{where}: {word!r} is not one of {', '.join(sorted(allowed))}")
    return made


def _empty_required(record_type: type[Any], given: dict[str, Any], path: str) -> dict[str, Any]:
    """A partial record may leave out its name; what is nested must be whole, but for what may be unknown."""
    untold = [each.name for each in fields(record_type) if each.default is MISSING and given.get(each.name) is None]
    hints = _hints(record_type)
    unknown = {name: None for name in untold if types.NoneType in get_args(hints[name])}
    missing = [name for name in untold if name not in unknown]
    if path and missing:
        raise BadValue(f"{path}.{missing[0]}: is missing")
    return {**unknown, **{name: EMPTY if hints[name] is LocalisedText else "" for name in missing}}


_HINTS: dict[type[Any], dict[str, Any]] = {}


def _hints(record_type: type[Any]) -> dict[str, Any]:
    """The type of each field; worked out once, as it takes long."""
    if record_type not in _HINTS:
        hints = get_type_hints(record_type)
        _HINTS[record_type] = {field.name: hints[field.name] for field in fields(record_type)}
    return _HINTS[record_type]


def _value(kind: Any, value: object, where: str) -> Any:
    if get_origin(kind) in (Union, types.UnionType):  # "… | None"
        return _value(next(one for one in get_args(kind) if one is not types.NoneType), value, where)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise BadValue(f"{where}: a list is expected")
        return tuple(_value(get_args(kind)[0], item, f"{where}[{index}]") for index, item in enumerate(value))
    if maker := _MAKERS.get(kind):
        try:
            return maker(value)
        except (ValueError, TypeError, InvalidOperation, OverflowError):
            raise BadValue(f"{where}: {str(value)[:60]!r} is not {_EXPECTED[kind]}") from None
    if is_dataclass(kind) and isinstance(kind, type):
        return record(kind, value, where)
    raise BadValue(f"{where}: cannot be edited")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value.strip()


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return float(value)


def _sum(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError
    amount = Decimal(str(value))
    if not amount.is_finite() or amount < 0:
        raise ValueError
    return amount


def localised(value: object) -> LocalisedText:
    """`{"fi": "…"}`; the words are a person's."""
    if not isinstance(value, dict) or not all(isinstance(tag, str) and tag for tag in value):
        raise TypeError
    wordings = ((tag, _text(said)) for tag, said in value.items() if said is not None)
    return LocalisedText.from_wordings(Wording(tag, said, "person") for tag, said in wordings if said)


def moment(value: object) -> datetime:
    """An ISO time; it must say its zone."""
    found = datetime.fromisoformat(_text(value))
    if found.tzinfo is None or found.year not in SANE_YEARS:
        raise ValueError
    return found.astimezone(UTC)


def day(value: object) -> date:
    found = date.fromisoformat(_text(value))
    if found.year not in SANE_YEARS:
        raise ValueError
    return found


def _clock(value: object) -> time:
    found = time.fromisoformat(_text(value))
    if found.tzinfo is not None:
        raise ValueError
    return found


def _ref(value: object) -> Ref:
    source, kind, external_id = _text(value).split("/", 2)
    if not (source and kind and external_id):
        raise ValueError
    return Ref(source, kind, external_id)


def _code(value: object) -> Code:
    scheme, code = _text(value).split(":", 1)
    if not (scheme and code):
        raise ValueError
    return Code(scheme, code)


_MAKERS: dict[Any, Callable[[object], Any]] = {
    str: _text,
    bool: _flag,
    int: _whole,
    float: _number,
    Decimal: _sum,
    LocalisedText: localised,
    datetime: moment,
    date: day,
    time: _clock,
    Ref: _ref,
    Code: _code,
}
_EXPECTED: dict[Any, str] = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    Decimal: "a sum",
    LocalisedText: "a text by language",
    datetime: "a time with its zone",
    date: "a date",
    time: "a time of day",
    Ref: "source/kind/id",
    Code: "scheme:code",
}
