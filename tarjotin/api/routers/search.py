"""Search: the same that the pages use."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tarjotin.api.answers import answer
from tarjotin.api.paging import next_page
from tarjotin.api.questions import question, renamed
from tarjotin.api.refusals import problem
from tarjotin.api.schemas import Chip, Problem, Relaxation, SearchAnswer
from tarjotin.api.search_parameters import SearchParameters, name_of
from tarjotin.api.shapes import hits
from tarjotin.api.walks import Walk, walk
from tarjotin.search import unfound
from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import Answer

router = Router(tags=["search"])


@router.get(
    "",
    response={200: SearchAnswer, 304: None, 400: Problem, 422: Problem, 503: Problem},
    operation_id="search",
    summary="Search activities, services and places",
)
def search_all(request: HttpRequest, asked: Query[SearchParameters]) -> HttpResponse:
    """The best first, each with why it was found; and what leaving a criterion out would bring.

    An entry that does not tell a fact you ask for is no match and no miss: those come under `maybe`, after the others;
    with the value `?` of a criterion they come among the others. Repeat a criterion for "or".
    """
    now = timezone.now()
    here, asks = walk(asked, now=now), question(asked)
    try:
        found = search(asks, language=asked.words_in, now=here.begun_at, walked=here.given)
    except IndexNotReady:
        return problem(503, "The search index is being built. The lists answer meanwhile.")
    unfound.note(request, asks.text, found, language=asked.words_in, now=now)
    shown = hits.shape((*found.hits, *found.maybe), now=now)
    sure = {hit.id for hit in found.hits}
    ahead = _ahead(asked, here, found)
    return answer(
        request,
        SearchAnswer(
            total=found.total,
            page=here.page if asked.cursor else found.page,
            pages=max(found.pages, here.page + found.more) if asked.cursor else found.pages,
            next=next_page(request, str(ahead)) if ahead else None,
            corrected=found.corrected or None,
            items=[hit for hit in shown if hit.id in sure],
            maybe_total=found.maybe_total,
            maybe=[hit for hit in shown if hit.id not in sure],
            chips=_chips(found),
            close=hits.shape(found.close, now=now),
            unknown=renamed(found.unknown),
            facets=renamed(found.facets),
            relaxations=_relaxations(found),
        ),
        also=f"{here.begun_at:%H}" if ahead else "",  # an old answer must not send into a walk that has ended
    )


def _ahead(asked: SearchParameters, here: Walk, found: Answer) -> Walk | None:
    """Who asks for pages by number does not say what they were given."""
    if not found.more or (asked.page > 1 and not asked.cursor):
        return None
    return here.after(hit.id for hit in (*found.hits, *found.maybe))


def _chips(found: Answer) -> list[Chip]:
    return [
        Chip(
            group=name_of(chip.group),
            options=list(chip.options),
            negated=chip.negated,
            words=chip.words,
            without=chip.without,
        )
        for chip in found.chips
    ]


def _relaxations(found: Answer) -> list[Relaxation]:
    return [Relaxation(group=name_of(each.group) or None, total=each.total) for each in found.relaxations]
