"""A plain estimate of how long the way from one thing to the next takes. Pure.

No timetable is asked. Short ways are walked; for longer ones we count a quarter of an hour for walking and waiting, and
then 15 km/h as the crow flies, about what the region's journey planner gives in daytime.
"""

from __future__ import annotations

import math

from tarjotin.common.distance import Point, metres_between, walking_metres, walking_minutes

SAME_PLACE_M = 100
WAITING_MIN = 15
METRES_A_MINUTE = 250
ROUND_TO_MIN = 5


def minutes_between(a: Point | None, b: Point | None) -> int | None:
    """Minutes from door to door, in fives; none when it is not known where they are."""
    if a is None or b is None:
        return None
    metres = metres_between(a, b)
    if metres <= SAME_PLACE_M:
        return 0
    riding = WAITING_MIN + metres / METRES_A_MINUTE
    return math.ceil(min(walking_minutes(walking_metres(a, b)), riding) / ROUND_TO_MIN) * ROUND_TO_MIN
