"""The front page: what would you like today, help with choosing, a human to talk to, and what happens near next."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.common.time import to_helsinki
from tarjotin.web.resident import origin
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.criteria import LONGEST_TEXT
from tarjotin.web.resident.doors import doors, pages, stands
from tarjotin.web.resident.front_choice import NIGHT, doors_at, moment_of
from tarjotin.web.resident.nearby import CENTRE, nearby
from tarjotin.web.resident.page import resident_page, show


@resident_page
def front(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    moment = moment_of(to_helsinki(now))
    start = request.GET.get("from", "").replace("\x00", "").strip()[:LONGEST_TEXT]
    point = origin.point(start) if start else None
    coming = nearby(now, language, point or CENTRE)
    values = {
        "moment": moment,
        "is_night": moment.part == NIGHT,
        "doors": doors(doors_at(moment), language),
        "pages": pages(language),
        "choose": address("choose", language) if stands("choose", language) else "",
        "start": start,
        "start_known": point is not None or not start,
        "coming": coming,
        "all_today": bool(coming) and all(line.on == to_helsinki(now).date() for line in coming),
        "try": address("try", language),
        "soonest": address("results", language, query="kind=activity&sort=soonest"),
        "guidance": address("desks", language)
        if stands("desks", language)
        else address("results", language, query="category=advice&kind=service"),
        "operator": settings.OPERATOR,
    }
    return show("resident/front.html", values, language=language, now=now, same_page=addresses("front"))
