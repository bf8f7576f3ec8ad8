"""From the parameters of a search to a question, and back to their names in the answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from tarjotin.api.refusals import BadRequest
from tarjotin.api.search_parameters import SearchParameters, name_of
from tarjotin.catalogue.geography import districts
from tarjotin.catalogue.models import Concept
from tarjotin.common.distance import Point
from tarjotin.search.query import CRITERIA, Query

T = TypeVar("T")
SCHEMES = ("category", "need", "audience")


def question(asked: SearchParameters) -> Query:
    """What is asked. Raises `BadRequest` for what makes no sense together, and for codes nobody knows."""
    near = _near(asked)
    if asked.sort == "nearest" and near is None:
        raise BadRequest("sort", "nearest needs lat and lon")
    if asked.distance and near is None:
        raise BadRequest("distance", "needs lat and lon")
    if asked.starts_from and asked.until and asked.until < asked.starts_from:
        raise BadRequest("until", "lies before starts_from")
    told = {group: getattr(asked, name_of(group), None) for group in CRITERIA}
    chosen = {group: tuple(dict.fromkeys(options)) for group, options in told.items() if isinstance(options, list)}
    chosen = {group: options for group, options in chosen.items() if options}
    _check_codes(chosen)
    return Query(
        text=_words(asked.q),
        chosen=chosen,
        near=near,
        place=asked.place,
        organisation=asked.organisation,
        age=asked.age,
        starts_from=asked.starts_from,
        until=asked.until,
        sort=asked.sort,
        page=asked.page,
        per_page=asked.limit,
    )


def renamed(by_group: Mapping[str, T]) -> dict[str, T]:
    """Criteria under the names of their parameters."""
    return {name_of(group): value for group, value in by_group.items()}


def _near(asked: SearchParameters) -> Point | None:
    if (asked.lat is None) != (asked.lon is None):
        raise BadRequest("lon" if asked.lon is None else "lat", "lat and lon go together")
    return Point(asked.lat, asked.lon) if asked.lat is not None and asked.lon is not None else None


def _words(written: str) -> str:
    """The words without control characters, which nobody means."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in written).split())


def _check_codes(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Lists that are data are not in the contract, so they are asked for."""
    for scheme in SCHEMES:
        if scheme in chosen:
            known = Concept.objects.filter(scheme=scheme, replaced_by="").order_by("position", "code")
            _check(scheme, chosen[scheme], list(known.values_list("code", flat=True)))
    _check("district", chosen.get("district", ()), districts())


def _check(group: str, asked: tuple[str, ...], known: Collection[str]) -> None:
    unknown = next((code for code in asked if code not in known), None)
    if unknown:
        raise BadRequest(group, f"{unknown} is none of: {', '.join(known)}", detail="A code is not known.")
