"""An easy beginning: somebody to ask, or something one can look at without promising anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tarjotin.search.index.schema import Stored

DESK, PHONE, ONLINE, OUTDOORS = "desk", "phone", "online", "outdoors"
FIRST_STEPS = (DESK, PHONE, ONLINE, OUTDOORS)
BY_PHONE = ("phone_company", "crisis_phone", "chat_help")
# Desks that help with whatever it is; others only with what was wanted.
GENERAL = (
    *("city_info", "senior_info", "social_advice", "immigrant_advice", "youth_guidance", "health_advice"),
    *("lifestyle_advice", "exercise_counselling", "community_house", "outreach_youth_work", "mental_health_point"),
)


def first_step(row: Stored) -> str:
    """Why it is one, or nothing."""
    if "paid" in row.options.get("price", ()):
        return ""
    if is_by_phone(row):
        return PHONE
    if is_online(row):
        return ONLINE
    if row.kind != "activity" and _is_desk(row):
        return DESK
    return OUTDOORS if _is_open_air(row) else ""


def is_by_phone(row: Stored) -> bool:
    return not row.points and bool(set(BY_PHONE) & set(row.topics))


def is_online(row: Stored) -> bool:
    return "online" in row.options.get("setting", ())


def is_general(row: Stored) -> bool:
    return bool(set(GENERAL) & set(row.topics))


def _is_desk(row: Stored) -> bool:
    """An advice service; a building only when advice is what it is for."""
    return "advice" in row.options.get("category", ()) and (row.kind == "service" or is_general(row))


def _is_open_air(row: Stored) -> bool:
    wanted = (("setting", "outdoor"), ("price", "free"), ("entry", "drop_in"))
    return all(option in row.options.get(group, ()) for group, option in wanted)
