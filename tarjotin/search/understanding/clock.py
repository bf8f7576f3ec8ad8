"""A time of the clock told in a question, as times of day: "klo 17 jälkeen", "after 5 pm", "kl. 18–20"."""

from __future__ import annotations

from tarjotin.search.document import TIMES
from tarjotin.search.understanding.claims import Claim
from tarjotin.search.understanding.reading import Reading
from tarjotin.words.analysis import normalise


def _set(text: str) -> frozenset[str]:
    return frozenset(normalise(text).split())


MARKS = _set("klo kello kl klockan kell kella saacadda الساعة ساعت کاتژمێر سەعات")
HALVES = {"am": 0, "pm": 12}
HOUR_WORDS = _set("ч час часа часов година годині годині clock oclock بعدازظهر")
AFTER = _set(
    "jälkeen alkaen eteenpäin lähtien efter från after from since pärast alates после с після з kadib بعد من از دوای لە"
)
BEFORE = _set("ennen mennessä före innan before until by enne до hor قبل پیش پێش")
FIRST_SURE_HOUR = 13  # without any mark, "after 5" may be anything


def claims(reading: Reading) -> list[Claim]:
    """One time a question: the first."""
    for at, word in enumerate(reading.words):
        if not word.literal and word.key.isdecimal() and int(word.key[:4]) <= 24 and (found := _claim(reading, at)):
            return [found]
    return []


def _claim(reading: Reading, at: int) -> Claim | None:
    keys = reading.keys
    hour, stop, marked = _hour(reading, at)
    until = None
    if reading.between(stop - 1).strip() in ("-", "–", "—") and stop < len(keys) and keys[stop].isdecimal():
        until, stop, marked_until = _hour(reading, stop)
        marked = marked or marked_until
    start = at - 1 if at and keys[at - 1] in MARKS else at
    begin, end, relation = _relation(reading, start, stop)
    if not (marked or start < at or (relation and hour >= FIRST_SURE_HOUR)) or hour > 24:
        return None
    return Claim("time", _times(hour, until, relation), begin, end)


def _hour(reading: Reading, at: int) -> tuple[int, int, bool]:
    """The hour, where its words end, and whether they can be nothing but a time."""
    keys, hour, stop, marked = reading.keys, int(reading.words[at].key[:4]), at + 1, False
    minutes = keys[stop] if stop < len(keys) else ""
    if reading.between(at) in (":", ".") and len(minutes) == 2 and minutes.isdecimal():
        marked, stop = reading.between(at) == ":", stop + 1
    following = keys[stop] if stop < len(keys) else ""
    if following in HALVES and hour <= 12:
        return hour % 12 + HALVES[following], stop + 1, True
    return (hour, stop + 1, True) if following in HOUR_WORDS else (hour, stop, marked)


def _relation(reading: Reading, start: int, stop: int) -> tuple[int, int, str]:
    keys = reading.keys
    before = keys[start - 1] if start else ""
    behind = keys[stop] if stop < len(keys) else ""
    if before in AFTER or before in BEFORE:
        return start - 1, stop, "after" if before in AFTER else "before"
    if behind in AFTER or behind in BEFORE:
        return start, stop + 1, "after" if behind in AFTER else "before"
    return start, stop, ""


def _times(hour: int, until: int | None, relation: str) -> tuple[str, ...]:
    """The times of day that overlap: "after five" is the evening, "after three" also the afternoon."""
    first = 0 if relation == "before" else hour
    last = 24 if relation == "after" else hour if relation == "before" else until or hour + 1
    found = tuple(name for name, (begin, end) in TIMES.items() if begin < last and first < end)
    return found or (("evening",) if hour >= 17 else ("morning",))
