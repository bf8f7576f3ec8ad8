"""A held run: someone has looked, and lets it be published."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tarjotin.sources.accepting import NotHeld, accept, can_be_accepted, work_of
from tarjotin.sources.models import Run
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.runs import ImportUnderWay
from tarjotin.web.staff.page import done, needs, show
from tarjotin.web.staff.runs import vanishing

WHILE_ONE_WAITS = 5_000  # records; more are a job for the command line
A_SECOND = 400  # records published in a second, about


@needs("sources.change_run")
@require_http_methods(["GET", "HEAD", "POST"])
def accept_run(request: HttpRequest, run_id: int) -> HttpResponse:
    run = get_object_or_404(Run, pk=run_id, source__in=SOURCES)
    work = work_of(run) if can_be_accepted(run) else 0
    problem = ""
    if request.method == "POST" and work <= WHILE_ONE_WAITS:
        try:
            accept(run, now=timezone.now())
        except (NotHeld, ImportUnderWay):
            problem = _("Tätä tuontia ei voi enää hyväksyä: se on jo julkaistu tai lähteestä on uudempi tuonti.")
        else:
            done(request, run, _("Hyväksyit tuonnin. Se on julkaistu."))
            return redirect("admin:sources_run_change", run.pk)
    return show(
        request,
        "staff/accept.html",
        title=_("Hyväksy ja julkaise tuonti"),
        status=409 if problem else 200,
        run=run,
        source=SOURCES[run.source],
        can_accept=can_be_accepted(run) and not problem,
        problem=problem,
        work=work,
        seconds=work // A_SECOND + 1,
        too_much=work > WHILE_ONE_WAITS,
        **vanishing(run),
    )
