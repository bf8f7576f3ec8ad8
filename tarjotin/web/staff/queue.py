"""The merge queue: pairs of records that may be the same thing, the likeliest first."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tarjotin.sources.models import Candidate, CandidateState
from tarjotin.sources.registry import SOURCES
from tarjotin.web.staff import phrases
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import needs, show
from tarjotin.web.staff.words import KINDS, kind_name, source_title

PER_PAGE = 30


def open_pairs(kind: str = "") -> QuerySet[Candidate]:
    known = Q(record_a__source__in=SOURCES, record_b__source__in=SOURCES, kind__in=KINDS)
    pairs = Candidate.objects.filter(known, state=CandidateState.OPEN).order_by("-score", "pk")
    return pairs.filter(kind=kind) if kind else pairs


def following(candidate: Candidate, kind: str) -> Candidate | None:
    """The next pair of the queue after this one, or the first when this was the last."""
    others = open_pairs(kind).exclude(pk=candidate.pk)
    later = others.filter(Q(score__lt=candidate.score) | Q(score=candidate.score, pk__gt=candidate.pk))
    return later.first() or others.first()


def chosen_kind(request: HttpRequest) -> str:
    kind = request.GET.get("kind", "")
    return kind if kind in KINDS else ""


@needs("sources.view_candidate")
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    kind = chosen_kind(request)
    counts = open_pairs().order_by().values_list("kind").annotate(n=Count("pk"))
    page = Paginator(open_pairs(kind).select_related("record_a", "record_b"), PER_PAGE).get_page(
        request.GET.get("page")
    )
    return show(
        request,
        "staff/queue.html",
        title=_("Ovatko nämä sama asia?"),
        counts=[(code, kind_name(code), count) for code, count in counts],
        total=sum(count for _code, count in counts),
        kind=kind,
        page=page,
        rows=[_row(candidate) for candidate in page],
    )


def _row(candidate: Candidate) -> dict[str, object]:
    a, b = candidate.record_a, candidate.record_b
    return {
        "candidate": candidate,
        "kind": kind_name(candidate.kind),
        "a": (name_of(a), source_title(a.source)),
        "b": (name_of(b), source_title(b.source)),
        "evidence": phrases.evidence(candidate.evidence),
    }
