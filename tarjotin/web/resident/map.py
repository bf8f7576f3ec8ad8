"""The map: the same result by place. The whole city tells how many there are in each district; a district or the way
around a point shows the places themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.catalogue.geography import districts, stops
from tarjotin.common.distance import Point, walking_metres
from tarjotin.search.momentary import on_foot
from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import Answer
from tarjotin.web.formats.lists import listed
from tarjotin.web.formats.texts import plain_wording
from tarjotin.web.resident import criteria, map_drawing, vocabulary
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.criteria import Asked
from tarjotin.web.resident.errors import no_search
from tarjotin.web.resident.map_drawing import Drawing, Mark, drawing
from tarjotin.web.resident.map_places import Around, Spot, spots
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.results import found_words
from tarjotin.web.resident.steps import Step, page_steps
from tarjotin.web.resident.views import in_words, views

PER_PAGE = 20  # entries, and places at most
STATIONS = 6  # that one may look around
WALKS = ("5min", "10min", "15min", "30min")


@dataclass(frozen=True, slots=True)
class Area:
    """One district of the list, with how many entries it has."""

    name: str
    count: int
    url: str
    point: Point | None


@resident_page
def city_map(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    asked = criteria.read(request.GET)
    try:
        answer = search(replace(asked.query, per_page=PER_PAGE), language=language, now=now)
    except IndexNotReady:
        return no_search(language=language, now=now)
    by_area = _is_by_area(answer)
    shown = _areas(asked, answer, language) if by_area else _places(asked, answer, language, now)
    values = {
        **shown,
        "asked": asked,
        "total": answer.total,
        "found": found_words(answer),
        "maybe": answer.maybe_total,
        "in_words": in_words(asked, language),
        "views": views(asked, language, "map"),
        "list": address("results", language, query=asked.address()),
        "levels": _levels(asked, answer, language),
    }
    same_page = addresses("map", query=criteria.encode(asked))
    return show("resident/map.html", values, language=language, now=now, same_page=same_page)


def _is_by_area(answer: Answer) -> bool:
    """More than a page, and nothing says which neighbourhood is meant."""
    is_near = bool(answer.asked.options("distance")) and answer.asked.near is not None
    narrow = is_near or len(answer.asked.options("district")) == 1 or answer.asked.place is not None
    return answer.total > PER_PAGE and not narrow


def _areas(asked: Asked, answer: Answer, language: str) -> dict[str, Any]:
    counts, chosen = answer.facets.get("district", {}), answer.asked.options("district")
    names = sorted(vocabulary.district_names(language).items(), key=lambda each: each[1].casefold())
    codes = [code for code, _ in names if counts.get(code) and (not chosen or code in chosen)]
    found = [
        Area(plain_wording(districts()[code].name, language), counts[code], _url(asked, language, (code,)), middle)
        for code in codes
        for middle in [districts()[code].middle]
    ]
    marks = [Mark(at, area.name, area.point, area.url) for at, area in enumerate(found, 1) if area.point]
    zoom = {area.name: code for code, area in zip(codes, found, strict=True)}
    return {
        "areas": found,
        "drawing": drawing(
            marks,
            map_drawing.areas,
            lambda members: _url(asked, language, [zoom[mark.name] for mark in members]),
            stations=False,
        )
        if marks
        else None,
    }


def _places(asked: Asked, answer: Answer, language: str, now: datetime) -> dict[str, Any]:
    around = _around(answer)
    found = spots(answer.hits, around, language, now)
    first = (answer.page - 1) * PER_PAGE + 1
    here = found[:PER_PAGE]
    return {
        "spots": here,
        "first": first,
        "left_out": len(found) - len(here),
        "pages": page_steps(answer.page, answer.pages, lambda page: _at(language, asked.address(page=page))),
        "drawing": _drawing(asked, here, around, first, language),
        "near_stations": _stations(asked, answer, language) if answer.pages > 1 else [],
    }


def _drawing(asked: Asked, found: Sequence[Spot], around: Around, first: int, language: str) -> Drawing | None:
    marks = [
        Mark(number, plain_wording(spot.name, language), spot.point, f"#n{number}")
        for number, spot in enumerate(found, first)
        if spot.point
    ]

    def closer(members: Sequence[Mark]) -> str:
        """Around the middle of them, once; who is there already finds them in the list."""
        middle = _middle([mark.point for mark in members])
        far = max(walking_metres(middle, mark.point) for mark in members)
        walk = next((each for each in WALKS if on_foot(each) >= far), None)
        if around.metres is not None or walk is None:
            return members[0].url
        return _near_url(asked, f"{middle.lat},{middle.lon}", walk, language)

    return drawing(marks, map_drawing.places, closer, stations=True) if marks else None


def _middle(points: Sequence[Point]) -> Point:
    lat, lon = (sum(values) / len(points) for values in ([p.lat for p in points], [p.lon for p in points]))
    return Point(round(lat, 4), round(lon, 4))


def _around(answer: Answer) -> Around:
    asked = answer.asked
    walks = asked.options("distance") if asked.near else ()
    metres = max((on_foot(walk) for walk in walks), default=None)
    return Around(asked.options("district"), asked.near if walks else None, metres or None)


def _stations(asked: Asked, answer: Answer, language: str) -> list[Step]:
    """Stations of the district, to look around one of them."""
    here = [districts()[code] for code in answer.asked.options("district") if code in districts()]
    names = dict.fromkeys(stop.name for stop in stops() for each in here if each.contains(stop.point))
    return [Step(name, _near_url(asked, name, "10min", language)) for name in list(names)[:STATIONS]]


def _levels(asked: Asked, answer: Answer, language: str) -> list[Step]:
    """From the whole city down to what is shown."""
    wide = replace(asked, origin="", query=asked.query.choosing("district").choosing("distance"))
    chosen, walks = answer.asked.options("district"), answer.asked.options("distance")
    names = vocabulary.district_names(language)
    steps = [Step("", _at(language, wide.address()), current=not chosen and not walks)]
    if chosen:
        label = listed(names.get(code, code) for code in chosen)
        steps.append(Step(label, _url(asked, language, chosen), current=not walks))
    if walks:
        steps.append(Step(listed(criteria.label("distance", walk, language) for walk in walks), "", current=True))
    return steps


def _url(asked: Asked, language: str, codes: Sequence[str]) -> str:
    """The map of some districts."""
    query = asked.query.choosing("distance").choosing("district", *codes)
    return _at(language, replace(asked, query=query).address())


def _near_url(asked: Asked, origin: str, walk: str, language: str) -> str:
    """The map of what one can walk to from there, across the borders of districts."""
    query = asked.query.choosing("district").choosing("distance", walk)
    return _at(language, replace(asked, query=query, origin=origin).address())


def _at(language: str, query: str) -> str:
    return address("map", language, query=query)
