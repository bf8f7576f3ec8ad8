"""One pair of the merge queue, both records side by side; after a decision comes the next pair."""

from __future__ import annotations

from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.views.decorators.http import require_http_methods

from tarjotin.sources.decisions import NotComparable, keep_apart, merge
from tarjotin.sources.models import Candidate, CandidateState
from tarjotin.sources.registry import SOURCES
from tarjotin.web.staff import phrases
from tarjotin.web.staff.comparing import compared, distance, sides
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import actor, done, needs, show
from tarjotin.web.staff.queue import chosen_kind, following, open_pairs
from tarjotin.web.staff.words import KINDS, kind_name

SAME, DIFFERENT = "same", "different"


class DecisionForm(forms.Form):
    reason = forms.CharField(label=later("Miksi? (vapaaehtoinen)"), max_length=200, required=False)
    decision = forms.ChoiceField(choices=[(SAME, SAME), (DIFFERENT, DIFFERENT)])


@needs("sources.view_candidate")
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest, candidate_id: int) -> HttpResponse:
    pairs = Candidate.objects.select_related("record_a", "record_b")
    known = {"record_a__source__in": SOURCES, "record_b__source__in": SOURCES, "kind__in": KINDS}
    candidate = get_object_or_404(pairs, pk=candidate_id, **known)
    kind = chosen_kind(request)
    if request.method == "POST":
        return decide(request, candidate, kind)
    a, b = sides(candidate.kind, candidate.record_a, candidate.record_b)
    after = following(candidate, kind)
    return show(
        request,
        "staff/pair.html",
        title=_("Sama asia vai ei? (%(kind)s)") % {"kind": kind_name(candidate.kind)},
        candidate=candidate,
        is_open=candidate.state == CandidateState.OPEN,
        a=a,
        b=b,
        sides=(a, b),
        rows=compared(candidate.kind, a, b),
        metres=distance(a, b),
        rule=phrases.rule(candidate.rule),
        evidence=phrases.evidence(candidate.evidence),
        left=open_pairs(kind).count(),
        skip_to=_address(after, kind) if after else "",
        query=urlencode({"kind": kind}) if kind else "",
        may_decide=request.user.has_perm("sources.change_candidate"),
    )


@needs("sources.change_candidate")
def decide(request: HttpRequest, candidate: Candidate, kind: str) -> HttpResponse:
    form = DecisionForm(request.POST)
    if not form.is_valid() or candidate.state != CandidateState.OPEN:
        messages.error(request, _("Mitään ei päätetty: pari on jo päätetty tai valinta puuttui."))
        return HttpResponseRedirect(_address(candidate, kind))
    after = following(candidate, kind)
    a, b = candidate.record_a, candidate.record_b
    names = {"a": name_of(a), "b": name_of(b)}
    try:
        if form.cleaned_data["decision"] == SAME:
            merge(record_a=a, record_b=b, by=actor(request), now=timezone.now())
            said = _("Yhdistit: %(a)s ja %(b)s.") % names
        else:
            reason = form.cleaned_data["reason"]
            keep_apart(record_a=a, record_b=b, by=actor(request), reason=reason, now=timezone.now())
            said = _("Pidit erillään: %(a)s ja %(b)s.") % names
    except NotComparable:
        messages.error(request, _("Näitä ei voi yhdistää: toinen ei kuvaa mitään, mikä näkyy, tai ne ovat eri lajia."))
        return HttpResponseRedirect(_address(candidate, kind))
    done(request, candidate, said)
    # The decision may have settled the next pair too.
    after = after if after and open_pairs(kind).filter(pk=after.pk).exists() else open_pairs(kind).first()
    return HttpResponseRedirect(_address(after, kind) if after else reverse("admin:merge_queue"))


def _address(candidate: Candidate, kind: str) -> str:
    address = reverse("admin:merge_pair", args=[candidate.pk])
    return f"{address}?{urlencode({'kind': kind})}" if kind else address
