"""Criteria in the address: read from it, written to it (ux.md § 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from tarjotin.search.query import CRITERIA, LAST_PAGE, MOMENTARY, ON_FOOT, SORTS, Query
from tarjotin.web.resident import origin
from tarjotin.web.resident.criterion_words import label, labels, name_of

__all__ = ["Asked", "encode", "label", "labels", "name_of", "read"]

LONGEST_TEXT = 120
MOST_OPTIONS = 20  # of one group in one address


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the address has it. `origin` is the place to start from, as written."""

    query: Query
    origin: str = ""
    origin_known: bool = True

    def address(self, **changes: object) -> str:
        """The query string of this question, with some of it changed; from its first page."""
        return encode(replace(self, query=replace(self.query, **{"page": 1} | changes)))  # type: ignore[arg-type]


def read(get: QueryDict) -> Asked:
    """The question of an address. What nobody offers is left out: an old or odd link still answers."""
    text = get.get("q", "").replace("\x00", "").strip()[:LONGEST_TEXT]
    written = get.get("from", "").replace("\x00", "").strip()[:LONGEST_TEXT]
    asked = [group for group in CRITERIA if group != "age" and group in get]
    chosen = {group: options for group in asked if (options := _known(group, get.getlist(group)))}
    near = origin.point(written) if written else origin.of_districts(chosen.get("district", ()))
    sort = get.get("sort", "relevance")
    query = Query(
        text=text,
        chosen=chosen,
        near=near,
        age=_age(get.get("age", "")),
        starts_from=_date(get.get("starts_from", "")),
        until=_date(get.get("until", "")),
        place=_uuid(get.get("place", "")),
        organisation=_uuid(get.get("organisation", "")),
        sort=sort if sort in SORTS and (sort != "nearest" or near) else "relevance",
        page=_page(get.get("page", "1")),
    )
    return Asked(query, written, origin_known=near is not None or not written)


def encode(asked: Asked) -> str:
    """The query string: only what is asked, always in the same order."""
    query = asked.query
    pairs = [("q", query.text)] if query.text else []
    pairs += [(group, option) for group in CRITERIA for option in query.chosen.get(group, ())]
    told = (("starts_from", query.starts_from), ("until", query.until), ("age", query.age))
    narrow = (("place", query.place), ("organisation", query.organisation), ("from", asked.origin or None))
    pairs += [(name, str(value)) for name, value in (*told, *narrow) if value is not None]
    pairs += [("sort", query.sort)] if query.sort != "relevance" else []
    pairs += [("page", str(query.page))] if query.page > 1 else []
    return urlencode(pairs)


def _known(group: str, options: list[str]) -> tuple[str, ...]:
    unique = dict.fromkeys(option for option in options if option)
    if not unique:
        return ()
    if group == "language":
        known = [tag for tag in unique if tag.replace("-", "").isalnum() and len(tag) <= 12]
    elif group in ("when", "distance"):
        known = [option for option in unique if option in MOMENTARY[group] or _is_written(group, option)]
    else:
        offered = labels(group, "fi")
        known = [option for option in unique if option in offered]
    return tuple(known[:MOST_OPTIONS])


def _is_written(group: str, option: str) -> bool:
    """Whether it says days, or a way on foot."""
    if group == "distance":
        return ON_FOOT.fullmatch(option) is not None
    ends = [end for end in option.split("..") if end]
    return ".." in option and len(ends) in (1, 2) and all(map(_date, ends))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-24") else None
    except ValueError:
        return None


def _age(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _page(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1
