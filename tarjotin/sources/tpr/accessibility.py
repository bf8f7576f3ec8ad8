"""Accessibility of a unit: how it suits each profile, and what is told of the way in. Pure.

`unknown` is not "not accessible": it stays unknown (sources.md § 1.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tarjotin.catalogue.records import AccessRecord
from tarjotin.common.distance import Point
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.cleaning import localised
from tarjotin.sources.points import checked_point
from tarjotin.sources.raw import rows
from tarjotin.sources.wordings import joined

# Viewpoint id → profile and way of arriving (data model § 4, PlaceAccess). "00" is a test entry of the register.
VIEWPOINTS = {
    "11": ("wheelchair", "any"),
    "12": ("wheelchair", "own_car"),
    "13": ("wheelchair", "dropped_off"),
    "21": ("reduced_mobility", "any"),
    "22": ("reduced_mobility", "own_car"),
    "23": ("reduced_mobility", "dropped_off"),
    "31": ("rollator", "any"),
    "32": ("rollator", "own_car"),
    "33": ("rollator", "dropped_off"),
    "41": ("stroller", "any"),
    "51": ("visually_impaired", "any"),
    "52": ("visually_impaired", "dropped_off"),
    "61": ("hearing_aid", "any"),
}
VERDICTS = {"green": "ok", "red": "shortcomings", "unknown": "unknown"}
TEST_VIEWPOINT = "00"
NONE_KNOWN = re.compile(
    r"\s*(ei (tiedettyjä )?puutteita|inga( kända)? brister|no( known)? (shortcomings|shortages))\.?\s*", re.I
)


def access_of(payload: dict[str, Any], flags: list[str]) -> tuple[AccessRecord, ...]:
    """One record a viewpoint, when at least one of them is known."""
    verdicts = _verdicts(payload.get("unit", {}).get("accessibility_viewpoints"), flags)
    shortages = _shortages(rows(payload.get("shortages")), flags)
    counts = payload.get("shortcoming_count")
    records = [
        _record(viewpoint, verdicts.get(viewpoint, "unknown"), shortages.get(viewpoint, []), counts, flags)
        for viewpoint in VIEWPOINTS
        if viewpoint in verdicts or viewpoint in shortages
    ]
    return tuple(records) if any(record.verdict != "unknown" or record.shortcomings for record in records) else ()


def _record(
    viewpoint: str, verdict: str, shortages: list[LocalisedText], counts: object, flags: list[str]
) -> AccessRecord:
    profile, arrival = VIEWPOINTS[viewpoint]
    if verdict == "ok" and shortages:
        flags.append(f"viewpoint {viewpoint} is green with shortages listed: taken as shortcomings")
        verdict = "shortcomings"
    counted = counts.get(profile) if isinstance(counts, dict) and arrival == "any" else None
    count = counted if isinstance(counted, int) and not isinstance(counted, bool) else len(shortages) or None
    return AccessRecord(profile, arrival, verdict, joined(shortages, "\n"), count)


def _verdicts(text: object, flags: list[str]) -> dict[str, str]:
    """`"11:red,21:green"` by viewpoint."""
    found = {}
    for part in text.split(",") if isinstance(text, str) else ():
        viewpoint, _, colour = part.strip().partition(":")
        if viewpoint in VIEWPOINTS and colour in VERDICTS:
            found[viewpoint] = VERDICTS[colour]
        elif viewpoint not in ("", TEST_VIEWPOINT):
            flags.append(f"accessibility viewpoint not known: {part.strip()[:40]}")
    return found


def _shortages(listed: list[dict[str, Any]], flags: list[str]) -> dict[str, list[LocalisedText]]:
    """The real shortages by viewpoint: "Ei puutteita." is none."""
    found: dict[str, list[LocalisedText]] = {}
    for row in listed:
        viewpoint = str(row.get("viewpoint_id", "")).zfill(2)
        shortage = localised(row, "shortage").map(lambda text: "" if NONE_KNOWN.fullmatch(text) else text)
        if viewpoint not in VIEWPOINTS and viewpoint != TEST_VIEWPOINT:
            flags.append(f"accessibility viewpoint not known: {viewpoint[:40]}")
        elif shortage and viewpoint != TEST_VIEWPOINT:
            found.setdefault(viewpoint, []).append(shortage)
    return found


@dataclass(frozen=True, slots=True)
class WayIn:
    """What is told of getting there and in."""

    point: Point | None = None
    entrance: LocalisedText = EMPTY
    arrival: LocalisedText = EMPTY
    parking: LocalisedText = EMPTY
    accessible_parking: bool | None = None


# `sentence_group_name` is the finer of the two groupings; the sentences of rooms further in have no home yet.
_ENTRANCE_GROUPS = frozenset({"Pääsisäänkäynti"})
_ARRIVAL_GROUPS = frozenset({"Kulkureitti pääsisäänkäynnille", "Saattoliikenne"})
_PARKING_GROUPS = frozenset({"Esteettömät autopaikat"})
_PARKING_SPACES = re.compile(
    r"\b(\d+|yksi|kaksi|kolme|useita|runsaasti)?\s*esteet(ön|öntä|tömiä|tömät|tömän)\s+"
    r"(auto|parkki|pysäköinti)paik",
    re.I,
)
_NO_SPACES = re.compile(r"\bei ole\b|\bei sijaitse\b|\bpuuttu", re.I)


def way_in(payload: dict[str, Any], flags: list[str]) -> WayIn:
    sentences = rows(payload.get("sentences"))
    parking = _sentences(sentences, _PARKING_GROUPS)
    return WayIn(
        point=_main_entrance(rows(payload.get("entrances")), flags),
        entrance=_sentences(sentences, _ENTRANCE_GROUPS),
        arrival=_sentences(sentences, _ARRIVAL_GROUPS),
        parking=parking,
        accessible_parking=_has_accessible_parking(parking.get("fi")),
    )


def _sentences(listed: Iterable[dict[str, Any]], groups: frozenset[str]) -> LocalisedText:
    return joined((localised(row, "sentence") for row in listed if row.get("sentence_group_name") in groups), " ")


def _has_accessible_parking(finnish: str) -> bool | None:
    if not _PARKING_SPACES.search(finnish):
        return None
    return not _NO_SPACES.search(finnish)


def _main_entrance(entrances: list[dict[str, Any]], flags: list[str]) -> Point | None:
    """The point of the main entrance; v4 writes its numbers as texts."""
    main = next((row for row in entrances if row.get("is_main_entrance") == "Y"), None)
    if main is None:
        return None
    point, problem = checked_point(main.get("latitude"), main.get("longitude"))
    if problem:
        flags.append(f"main entrance: {problem}")
    return point
