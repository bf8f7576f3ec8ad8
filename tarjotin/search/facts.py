"""The criteria that decide beside category, time and price (mission D1): what an entry tells of each. Rows come loaded.

An option is a value of the data model (data-model.md § 4). What nobody tells is `UNKNOWN`, never "no".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tarjotin.catalogue.models import Activity, Place, Price, Service
from tarjotin.search.document import UNKNOWN

Options = dict[str, tuple[str, ...]]
UNTOLD = (UNKNOWN,)
SMALL_GROUP, LARGE_GROUP = 8, 20  # people: at most, at least
NEAR_RAIL_M = 500  # on foot
RAIL = ("metro", "train")
# Three-valued columns of an activity that are groups of their own: group → column.
YES_OR_NO: dict[str, str] = {
    "peer_support": "peer_support",
    "beginners": "beginners",
    "seated": "seated_option",
    "safe_space": "safe_space",
    "substance_free": "substance_free",
    "anonymous": "anonymous_ok",
    "discreet_ticket": "discreet_ticket",
    "alone_ok": "alone_ok",
    "quiet_ok": "quiet_ok",
}
# Columns with one code each: the code is the option.
CODED: tuple[str, ...] = ("gender", "fitness", "led_by", "food", "equipment")
# What one chooses → what an entry may say to fit it.
CHILDREN: dict[str, tuple[str, ...]] = {
    "no": ("no",),
    "welcome": ("welcome",),
    "own_activity": ("welcome", "own_activity"),
    "childcare": ("welcome", "childcare"),
}
SETTINGS: dict[str, tuple[str, ...]] = {"hybrid": ("indoor", "online")}
NEWCOMERS: dict[str, tuple[str, ...]] = {"open": ("yes",), "waiting_list": ("no",), "closed": ("no",)}


def of_activity(row: Activity, prices: Iterable[Price], places: Sequence[Place]) -> Options:
    told = {group: yes_or_no(getattr(row, column)) for group, column in YES_OR_NO.items()}
    coded = {group: _code(getattr(row, group)) for group in CODED}
    return {
        **told,
        **coded,
        "no_id": yes_or_no(None if row.id_needed is None else not row.id_needed),
        "discount": _discounts(prices),
        "children": CHILDREN.get(row.children, UNTOLD),
        "group_size": _group_size(row),
        "limit": _limits(row),
        "setting": SETTINGS.get(row.setting, _code(row.setting)),
        "trial": _trial(row.trial),
        "companion": tuple(sorted(row.companion)) or UNTOLD,
        "newcomers": NEWCOMERS.get(row.referral_capacity, UNTOLD),
        **of_places(places),
    }


def of_service(row: Service, places: Sequence[Place]) -> Options:
    return {
        "anonymous": yes_or_no(row.anonymous_ok),
        "no_id": yes_or_no(None if row.id_needed is None else not row.id_needed),
        **of_places(places),
    }


def of_places(places: Sequence[Place]) -> Options:
    """What the places say of getting there and in: one that suits is enough."""
    return {
        "rail": _rail(places),
        "parking": _parking(places),
        "accessible_parking": _best([yes_or_no(place.accessible_parking) for place in places]),
        "access": _access(places),
    }


def yes_or_no(told: bool | None) -> tuple[str, ...]:
    return UNTOLD if told is None else ("yes",) if told else ("no",)


def _code(code: str) -> tuple[str, ...]:
    return (code,) if code else UNTOLD


def _best(told: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    found = {option for options in told for option in options}
    return next(((option,) for option in ("yes", UNKNOWN, "no") if option in found), UNTOLD)


def _discounts(prices: Iterable[Price]) -> tuple[str, ...]:
    """For whom there is a price of its own."""
    return tuple(sorted({price.who for price in prices if price.who != "everyone"})) or UNTOLD


def _group_size(row: Activity) -> tuple[str, ...]:
    size = row.group_typical or row.group_max
    if not size:
        return UNTOLD
    return ("small",) if size <= SMALL_GROUP else ("large",) if size >= LARGE_GROUP else ("medium",)


def _limits(row: Activity) -> tuple[str, ...]:
    """The limits with which one can join, as a named person says; "ask first" stays unknown."""
    verdicts = {each.limit: each.verdict for each in row.suitability.all()}
    fits = sorted(limit for limit, verdict in verdicts.items() if verdict in ("suits", "adapted"))
    return tuple(fits) or UNTOLD


def _trial(trial: str) -> tuple[str, ...]:
    return UNTOLD if not trial else ("no",) if trial == "none" else ("yes",)


def _rail(places: Sequence[Place]) -> tuple[str, ...]:
    """Stops are computed from the point, so a place with a point and no stop near is not near."""
    located = [place for place in places if place.point]
    stops = [stop for place in located for stop in place.transit.all() if stop.mode in RAIL]
    near = any(stop.walk_m <= NEAR_RAIL_M for stop in stops)
    return ("near",) if near else ("far",) if located else UNTOLD


def _parking(places: Sequence[Place]) -> tuple[str, ...]:
    """Places tell of parking in words: that they do says there is some."""
    return ("yes",) if any(place.parking for place in places) else UNTOLD


def _access(places: Sequence[Place]) -> tuple[str, ...]:
    told: list[Any] = [row for place in places for row in place.access.all()]
    return tuple(sorted({row.profile for row in told if row.verdict == "ok"})) or UNTOLD
