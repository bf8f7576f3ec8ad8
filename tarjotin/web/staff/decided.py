"""What people decided about sameness, the newest first; each decision can be taken back."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tarjotin.sources.decisions import NotComparable
from tarjotin.sources.models import Candidate, CandidateState, Distinct, Link
from tarjotin.sources.undoing import take_back_distinct, take_back_merge
from tarjotin.web.staff import phrases
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import actor, done, needs, show
from tarjotin.web.staff.words import kind_name

PER_PAGE = 30


@needs("sources.view_candidate")
@require_safe
def decided(request: HttpRequest) -> HttpResponse:
    pairs = ("record_a", "record_b")
    same = Candidate.objects.filter(state=CandidateState.SAME).select_related(*pairs).order_by("-pk")
    apart = Distinct.objects.select_related(*pairs).order_by("-decided_at", "-pk")
    same_page = Paginator(same, PER_PAGE).get_page(request.GET.get("yhdistetyt"))
    apart_page = Paginator(apart, PER_PAGE).get_page(request.GET.get("erilliset"))
    return show(
        request,
        "staff/decided.html",
        title=_("Päätetyt parit"),
        same_page=same_page,
        apart_page=apart_page,
        same=_merged(list(same_page)),
        apart=[(pair, name_of(pair.record_a), name_of(pair.record_b)) for pair in apart_page],
        may_decide=request.user.has_perm("sources.change_candidate"),
    )


def _merged(candidates: list[Candidate]) -> list[dict[str, object]]:
    """Each with who merged it and when, which stands at the link that moved."""
    ids = {pk for candidate in candidates for pk in (candidate.record_a_id, candidate.record_b_id)}
    links = {link.record_id: link for link in Link.objects.filter(record__in=ids, rule="person")}
    return [
        {
            "candidate": candidate,
            "kind": kind_name(candidate.kind),
            "a": name_of(candidate.record_a),
            "b": name_of(candidate.record_b),
            "evidence": phrases.evidence(candidate.evidence),
            "link": links.get(candidate.record_b_id) or links.get(candidate.record_a_id),
        }
        for candidate in candidates
    ]


@needs("sources.change_candidate")
@require_POST
def reopen_merged(request: HttpRequest, candidate_id: int) -> HttpResponse:
    candidate = get_object_or_404(Candidate, pk=candidate_id, state=CandidateState.SAME)
    try:
        take_back_merge(candidate, by=actor(request), now=timezone.now())
    except NotComparable:
        messages.error(request, _("Tätä ei voi perua: tietue ei enää kuvaa mitään, mikä näkyy."))
        return redirect("admin:decided")
    done(request, candidate, _("Peruit yhdistämisen. Pari on taas jonossa."))
    return redirect("admin:merge_pair", candidate.pk)


@needs("sources.change_candidate")
@require_POST
def reopen_apart(request: HttpRequest, distinct_id: int) -> HttpResponse:
    distinct = get_object_or_404(Distinct, pk=distinct_id)
    candidate = take_back_distinct(distinct, now=timezone.now())
    done(request, candidate, _("Peruit erottamisen. Pari on taas jonossa."))
    return redirect("admin:merge_pair", candidate.pk)
