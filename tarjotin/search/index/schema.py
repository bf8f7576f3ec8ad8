"""The fields of the index. Their names are part of its version; raise SCHEMA_VERSION when their content changes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

import tantivy

from tarjotin.common.distance import Point
from tarjotin.search import circle, ranking
from tarjotin.search.document import MAYBE_GROUPS, UNKNOWN, Document, day_code, hour_code
from tarjotin.search.query import GROUPS
from tarjotin.words import analysis
from tarjotin.words.thesaurus import ancestors

SCHEMA_VERSION = 6
PARTS = ("title", "keywords", "names", "summary", "body")
# Groups whose options are counted; "kind" is one of them.
FACETS = (*GROUPS, "slot", "spot", "spots")
CODES = (
    "named",
    "topic",
    "under",
    "mention",
    "place",
    "organisation",
    "wording",
    "welcoming",
    "windowed",
    "open",
    "square",
    "hour",
    "untimed",
    "day",
    "told",
)
NUMBERS = (
    *("starts", "free_until", "full_until", "last_end", "cents", "checked", "due"),
    *("visible_from", "visible_until", "min_age", "max_age"),
)
DECIMALS = ("lat", "lon")
MOST_SURFACES = 120
UNTOLD: dict[str, tuple[str, ...]] = dict.fromkeys(MAYBE_GROUPS, (UNKNOWN,))
FIELDS_MARK = zlib.crc32(repr((PARTS, tuple(analysis.STEMMED), FACETS, CODES, NUMBERS, DECIMALS)).encode()) & 0xFFFF


@cache
def schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for name in word_fields():
        option = "basic" if name == "title_heads" else "freq"
        builder.add_text_field(name, tokenizer_name="whitespace", index_option=option)
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in CODES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in NUMBERS:
        builder.add_integer_field(name, fast=True)
    for name in DECIMALS:
        builder.add_float_field(name, fast=True)
    builder.add_bytes_field("stored", stored=True)
    return builder.build()


@dataclass(frozen=True, slots=True)
class Stored:
    """What comes back with a hit."""

    kind: str
    id: UUID
    organisation: str
    options: dict[str, tuple[str, ...]]
    slots: tuple[str, ...]
    points: tuple[Point, ...]
    starts: tuple[int, ...]
    surfaces: tuple[str, ...]
    topics: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A document as fields and their values, the same for every engine."""

    id: str
    words: dict[str, str]  # ready-made tokens, parted by spaces
    codes: dict[str, tuple[str, ...]]
    numbers: dict[str, tuple[int, ...]]
    decimals: dict[str, tuple[float, ...]]
    stored: bytes


def word_fields() -> tuple[str, ...]:
    endings = (*analysis.STEMMED, "plain", "parts")
    return (*(f"{part}_{ending}" for part in PARTS for ending in endings), "title_heads")


def to_row(document: Document) -> Row:
    codes = {name: tuple(map(analysis.clean, values)) for name, values in _codes(document).items() if values}
    lats, lons = (tuple(getattr(point, name) for point in document.points) for name in DECIMALS)
    return Row(
        id=str(document.id),
        words=_words(document),
        codes=codes,
        numbers={name: values for name, values in _numbers(document).items() if values},
        decimals={"lat": lats, "lon": lons} if lats else {},
        stored=_stored(document),
    )


def to_engine(document: Document) -> tantivy.Document:
    row, written = to_row(document), tantivy.Document()
    written.add_text("id", row.id)
    for name, text in row.words.items():
        written.add_text(name, text)
    for name, values in row.codes.items():
        for value in values:
            written.add_text(name, value)
    for name, numbers in row.numbers.items():
        for number in numbers:
            written.add_integer(name, number)
    for name, decimals in row.decimals.items():
        for decimal in decimals:
            written.add_float(name, decimal)
    written.add_bytes("stored", row.stored)
    return written


def _words(document: Document) -> dict[str, str]:
    title = (document.title,)
    found = {"title_heads": list(analysis.heads(document.title, *document.keywords))}
    for part, texts in zip(
        PARTS, (title, document.keywords, document.names, document.summary, document.body), strict=True
    ):
        tokens = analysis.tokens(*texts)
        parts = [part for held in tokens.parts.values() for part in held]
        found |= {f"{part}_{e}": list(h) for e, h in {**tokens.stems, "plain": tokens.plain, "parts": parts}.items()}
    return {name: " ".join(held) for name, held in found.items() if held}


def _codes(document: Document) -> dict[str, tuple[str, ...]]:
    starts, untimed = ([datetime.fromtimestamp(at, UTC) for at in told] for told in (document.starts, document.untimed))
    windowed = document.visible_from is not None or document.visible_until is not None
    return {
        **{group: tuple(dict.fromkeys(options)) for group, options in document.options.items()},
        "kind": (document.kind,),
        "slot": document.slots,
        "named": document.topics.named,
        "topic": document.topics.about,
        "under": tuple({above for code in document.topics.all for above in ancestors(code)}),
        "mention": document.topics.mentions,
        "place": tuple(str(place) for place in document.places),
        "organisation": (str(document.organisation),) if document.organisation else (),
        "wording": document.title.languages,
        "welcoming": ("yes",) if document.for_newcomers else (),
        "windowed": ("yes",) if windowed else (),
        "open": document.open,
        "spot": tuple(dict.fromkeys(map(circle.spot, document.points))),
        "spots": circle.together(document.points),
        "square": tuple({square for point in document.points for square in circle.squares(point)}),
        "hour": tuple({hour_code(start) for start in starts if start not in untimed}),
        "day": tuple({day_code(start) for start in starts}),
        "untimed": tuple({day_code(start) for start in untimed}),
        "told": tuple(str(least) for least in ranking.TOLD if document.told >= least),
    }


def _numbers(document: Document) -> dict[str, tuple[int, ...]]:
    single = {
        "last_end": document.last_end,
        "cents": document.lowest_cents,
        "checked": document.checked,
        "due": document.due,
        "visible_from": document.visible_from,
        "visible_until": document.visible_until,
        "min_age": document.min_age,
        "max_age": document.max_age,
    }
    several = {name: getattr(document, name) for name in ("starts", "free_until", "full_until")}
    return several | {name: (value,) for name, value in single.items() if value is not None}


def _stored(document: Document) -> bytes:
    told: dict[str, Any] = {
        "k": document.kind,
        "i": document.id.hex,
        "o": document.organisation.hex if document.organisation else "",
        # What is not told is most of it, and is left out.
        "g": {group: options for group, options in document.options.items() if options and options != (UNKNOWN,)},
        "n": [group for group in MAYBE_GROUPS if not document.options.get(group)],  # makes no sense for its kind
        "s": document.slots,
        "p": [[round(point.lat, 6), round(point.lon, 6)] for point in document.points],
        "t": document.starts,
        "c": document.topics.all,
        "m": document.topics.mentions,
        "w": analysis.surfaces(document.title, *document.keywords, *document.names, *document.summary)[:MOST_SURFACES],
    }
    return json.dumps(told, separators=(",", ":")).encode()


def _untold(senseless: Collection[str]) -> dict[str, tuple[str, ...]]:
    return {group: UNTOLD[group] for group in UNTOLD if group not in senseless} if senseless else UNTOLD


def read_stored(stored: bytes) -> Stored:
    told = json.loads(stored)
    return Stored(
        kind=told["k"],
        id=UUID(hex=told["i"]),
        organisation=told["o"],
        options=_untold(told["n"]) | {group: tuple(options) for group, options in told["g"].items()},
        slots=tuple(told["s"]),
        points=tuple(Point(lat, lon) for lat, lon in told["p"]),
        starts=tuple(told["t"]),
        surfaces=tuple(told["w"]),
        topics=tuple(told["c"]),
        mentions=tuple(told["m"]),
    )
