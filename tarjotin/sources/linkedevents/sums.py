"""Sums of money in free text, and for whom each one is: "10/5 € (eläkeläiset, työttömät)". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from tarjotin.sources.linkedevents.fields import REMEMBERED

HIGHEST_SUM = Decimal(5000)

_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d{1,5}(?:[.,]\d{1,2}(?!\d))?"
_CURRENCY = r"(?:€|eur(?:o[a-zåäö]*|a)?\b|e\b|,-|:-)"
_ONE = rf"(?:€\s?)?(?:{_NUMBER})(?:\s?{_CURRENCY})?"
_SUMS = re.compile(
    rf"(?<![\d.,/])(?:€\s?(?:{_NUMBER})|{_ONE}(?:\s?[-–/]\s?{_ONE})*?\s?{_CURRENCY})(?:\s?[-–/]\s?{_ONE}\s?{_CURRENCY})*",
    re.I,
)
_BARE = re.compile(
    r"\s*\d{1,3}(?:[.,]\d{1,2})?(?:\s?[-–/]\s?\d{1,3}(?:[.,]\d{1,2})?)*\s*\.?\s*"
)  # four digits are a year
_NUMBERS = re.compile(_NUMBER)

_WHO = (
    ("pensioner", r"eläkel|senior|yli 6\d|6\d ?\+|pensionär|retire|pensioner"),
    ("unemployed", r"tyött(?:ömä|öm)|työtön|arbetslös|arbetssökan|unemployed"),
    ("student", r"opiskelij|\bopisk\b|studerande|\bstud\b|student"),
    ("child", r"\blaps|\blaste|alle \d|\d+ ?v\.? ja alle|\bbarn|under 1\d|child|\bkids"),
    ("card", r"kortti|kortill|kortin|\bkortet\b|-kort\b|passi\b|\bcard\b"),
    ("everyone", r"aikui|\bvuxn|adult|normaali|perusliput|\bordinarie|\bregular|\bfull price"),
)
_FREE = re.compile(
    r"\bilmai(?:nen|seksi|set|sta|sella)|\bmaksut(?:on|onta|tomat|toman|tomia|tomasti|tomaan)|"
    r"vapaa (?:sisään)?pääsy|ei (?:osallistumis|pääsy)?maksua|"
    r"\bgratis\b|\bfri(?:tt)? (?:entré|inträde)|kostnadsfri|avgiftsfri|"
    r"(?<![-\w])free\b(?! ?(?:wi-?fi|parking|time))|\bno (?:entrance |admission )?(?:fee|charge)",
    re.I,
)
_NOT_FREE = re.compile(r"ei (?:ole )?(?:ilmai|maksut)|\b(?:inte|ej) gratis|\bnot free", re.I)
_PER = (
    ("donation", r"vapaaehtoi\w+ (?:maksu|kahvi)|lahjoitu|kolehti|frivillig|donation|pay what you"),
    (
        "month",
        r"/ ?kk\b|\bkuukau(?:si|den|dessa|tta)|kuukausimaksu|/ ?mån\b|per månad|i månaden|per month|/ ?month|monthly",
    ),
    ("term", r"kausi|kaude|lukukau|/ ?termin|terminen|per termin|season|per term|semester"),
    ("year", r"/ ?vuosi|vuosimaksu|vuodessa|\bvuosi\b|per år|/ ?år|per year|/ ?year|annual"),
    ("time", r"kerta|kerra|/ ?krt|\bkrt\b|per gång|/ ?gång|per time|per session|/ ?session|per visit|per person"),
    ("once", r"kurssi|kurs(?:en|avgift)\b|course"),
)
_BREAK = re.compile(r"[;\n•]|,(?!\d|-)|\.(?=\s|$)|\s[–-]\s(?=[^\d\s])|\s(?:tai|eller|or)\s")


@dataclass(frozen=True, slots=True)
class Sum:
    """What one group pays, for which period ("" = not told)."""

    who: str
    amount: Decimal
    per: str = ""


@dataclass(frozen=True, slots=True)
class _Segment:
    amounts: tuple[Decimal, ...]
    is_choice: bool  # "10/5 €": normal and reduced, not from–to
    who: tuple[str, ...]
    per: str
    in_brackets: bool


def says_free(text: str) -> bool:
    return bool(_FREE.search(text)) and not _NOT_FREE.search(text)


def is_donation(text: str) -> bool:
    return bool(re.search(_PER[0][1], text, re.I))


def amounts(text: str) -> tuple[Decimal, ...]:
    """All sums in the text; a text that is nothing but numbers needs no currency."""
    found = [match[0] for match in _SUMS.finditer(text)]
    if not found and _BARE.fullmatch(text):
        found = [text]
    return tuple(amount for part in found for amount in _amounts(part))


@lru_cache(REMEMBERED)
def read_sums(text: str) -> tuple[Sum, ...]:
    """The sums by payer: at most one for each payer and period, the lowest of "39–48 €", the normal one of "5/3 €"."""
    read: dict[tuple[str, str], Decimal] = {}
    for found in _sums_of(list(_segments(text))):
        key = (found.who, found.per)
        read[key] = min(read.get(key, found.amount), found.amount)
    return tuple(Sum(who, amount, per) for (who, per), amount in read.items())


def _sums_of(segments: list[_Segment]) -> Iterator[Sum]:
    """Groups named without a sum belong to the sum before them when it has a reduced price, else to the next one."""
    waiting: tuple[str, ...] = ()
    for place, segment in enumerate(segments):
        if not segment.amounts:
            waiting = (*waiting, *segment.who) if not _belongs_before(segments, place) else waiting
            continue
        who = (*waiting, *segment.who)
        waiting = ()
        if segment.is_choice:
            later = _named_after(segments, place)
            reduced = tuple(dict.fromkeys(each for each in (*who, *later) if each != "everyone"))
            yield Sum("everyone", max(segment.amounts), segment.per)
            yield from (Sum(each, min(segment.amounts), segment.per) for each in reduced)
        else:
            later = _named_after(segments, place) if _belongs_before(segments, place + 1) else ()
            for each in dict.fromkeys((*who, *later)) or ("everyone",):
                yield Sum(each, min(segment.amounts), segment.per)


def _belongs_before(segments: list[_Segment], place: int) -> bool:
    """Does a segment without a sum go with the sum before it? In brackets, after "10/5 €", or when none follows."""
    if place >= len(segments) or segments[place].amounts:
        return False
    before = next((segment for segment in reversed(segments[:place]) if segment.amounts), None)
    after = any(segment.amounts for segment in segments[place:])
    return before is not None and (before.is_choice or segments[place].in_brackets or not after)


def _named_after(segments: list[_Segment], place: int) -> tuple[str, ...]:
    found: list[str] = []
    for segment in segments[place + 1 :]:
        if segment.amounts:
            break
        found += segment.who
    return tuple(found)


def _segments(text: str) -> Iterator[_Segment]:
    start, depth = 0, 0
    ends = [match.span() for match in _BREAK.finditer(text)] + [(len(text), len(text))]
    for end, after in ends:
        piece = text[start:end]
        in_brackets = depth > 0
        depth = max(0, depth + piece.count("(") - piece.count(")"))
        start = after
        if piece.strip():
            yield _segment(piece, in_brackets=in_brackets)


def _segment(piece: str, *, in_brackets: bool) -> _Segment:
    matches = list(_SUMS.finditer(piece))
    sums = [match[0] for match in matches] or ([piece] if _BARE.fullmatch(piece) else [])
    found = tuple(amount for part in sums for amount in _amounts(part))
    words = _SUMS.sub(" ", piece)
    if not found and says_free(piece):
        found = (Decimal(0),)
    who = tuple(name for name, pattern in _WHO if re.search(pattern, words, re.I))
    per = next((name for name, pattern in _PER if re.search(pattern, piece, re.I)), "")
    return _Segment(found, any("/" in part for part in sums) and len(found) > 1, who, per, in_brackets)


def _amounts(part: str) -> Iterator[Decimal]:
    for match in _NUMBERS.finditer(part):
        amount = Decimal(re.sub(r"[ \u00a0]", "", match[0]).replace(",", "."))
        if amount <= HIGHEST_SUM:
            yield amount.quantize(Decimal("0.01"))
