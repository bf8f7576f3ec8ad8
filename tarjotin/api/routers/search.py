"""Search: the same that the pages use."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tarjotin.api.answers import answer
from tarjotin.api.parameters import SearchParameters
from tarjotin.api.refusals import BadRequest, problem
from tarjotin.api.schemas import Chip, Problem, Relaxation, SearchAnswer
from tarjotin.api.shapes import hits
from tarjotin.common.distance import Point
from tarjotin.search import unfound
from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import GROUPS, Answer
from tarjotin.search.query import Query as Question

router = Router(tags=["search"])


@router.get(
    "",
    response={200: SearchAnswer, 304: None, 400: Problem, 422: Problem, 503: Problem},
    operation_id="search",
    summary="Search activities, services and places",
)
def search_all(request: HttpRequest, asked: Query[SearchParameters]) -> HttpResponse:
    """The best first, each with why it was found; and what leaving a criterion out would bring.

    An entry that does not tell a fact you ask for is no match and no miss: those come under `maybe`, after the others.
    """
    question, now = _question(asked), timezone.now()
    try:
        found = search(question, language=asked.words_in, now=now)
    except IndexNotReady:
        return problem(503, "The search index is being built. The lists answer meanwhile.")
    unfound.note(request, question.text, found, language=asked.words_in, now=now)
    shown = hits.shape((*found.hits, *found.maybe), now=now)
    sure = {hit.id for hit in found.hits}
    return answer(
        request,
        SearchAnswer(
            total=found.total,
            page=found.page,
            pages=found.pages,
            corrected=found.corrected or None,
            items=[hit for hit in shown if hit.id in sure],
            maybe_total=found.maybe_total,
            maybe=[hit for hit in shown if hit.id not in sure],
            chips=_chips(found),
            close=hits.shape(found.close, now=now),
            unknown=found.unknown,
            facets=found.facets,
            relaxations=_relaxations(found),
        ),
    )


def _chips(found: Answer) -> list[Chip]:
    return [
        Chip(
            group=chip.group,
            options=list(chip.options),
            negated=chip.negated,
            words=chip.words,
            without=chip.without,
        )
        for chip in found.chips
    ]


def _relaxations(found: Answer) -> list[Relaxation]:
    return [Relaxation(group=each.group or None, total=each.total) for each in found.relaxations]


def _question(asked: SearchParameters) -> Question:
    near = _near(asked)
    if asked.sort == "nearest" and near is None:
        raise BadRequest("sort", "nearest needs lat and lon")
    told = {group: options for group in GROUPS if isinstance(options := getattr(asked, group, None), list)}
    chosen = {group: tuple(dict.fromkeys(options)) for group, options in told.items() if options}
    return Question(
        text=_words(asked.q),
        chosen=chosen,
        near=near,
        place=asked.place,
        organisation=asked.organisation,
        sort=asked.sort,
        page=asked.page,
        per_page=asked.limit,
    )


def _near(asked: SearchParameters) -> Point | None:
    if (asked.lat is None) != (asked.lon is None):
        raise BadRequest("lon" if asked.lon is None else "lat", "lat and lon go together")
    return Point(asked.lat, asked.lon) if asked.lat is not None and asked.lon is not None else None


def _words(written: str) -> str:
    """The words without control characters, which nobody means."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in written).split())
