"""Every import: when, how long, how it ended and what it counted; a held one waits here for an eye."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from tarjotin.sources import checks
from tarjotin.sources.accepting import can_be_accepted
from tarjotin.sources.models import Run, RunState, SourceRecord
from tarjotin.sources.registry import SOURCES
from tarjotin.web.staff import phrases
from tarjotin.web.staff.filters import SourceFilter, titled
from tarjotin.web.staff.listing import ReadOnlyAdmin, moment
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import show
from tarjotin.web.staff.words import source_title

VANISHING_SHOWN = 100
FIRST_COUNTED = ("fetched", "new", "changed")


class RunAdmin(ReadOnlyAdmin):
    list_display = ("started", "source_name", "result", "duration", "counted", "told_problem")
    list_display_links = ("started",)
    list_filter = (SourceFilter, ("verdict", titled(_("tulos"))))
    list_title = _("Tuonnit")
    ordering = ("-started_at", "-pk")

    @admin.display(description=_("Alkoi"), ordering="started_at")
    def started(self, run: Run) -> str:
        return moment(run.started_at)

    @admin.display(description=_("Lähde"), ordering="source")
    def source_name(self, run: Run) -> str:
        return source_title(run.source)

    @admin.display(description=_("Tulos"), ordering="verdict")
    def result(self, run: Run) -> str:
        return run.get_verdict_display()

    @admin.display(description=_("Kesto"))
    def duration(self, run: Run) -> str:
        return duration(run)

    @admin.display(description=_("Haettu / uusia / muuttuneita"))
    def counted(self, run: Run) -> str:
        staged = run.counts.get("staged", {})
        return " / ".join(str(staged.get(name, 0)) for name in FIRST_COUNTED)

    @admin.display(description=_("Mikä vialla"))
    def told_problem(self, run: Run) -> str:
        return phrases.problem(run.problem)[:120]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        run = Run.objects.filter(pk=object_id).first() if object_id.isdecimal() else None
        if run is None or run.source not in SOURCES:
            raise Http404
        return show_run(request, run)


@dataclass(frozen=True, slots=True)
class Counts:
    """A group of numbers a run left."""

    title: str
    lines: list[tuple[str, int]]


def show_run(request: HttpRequest, run: Run) -> HttpResponse:
    return show(
        request,
        "staff/run.html",
        title=f"{source_title(run.source)} {run.get_verdict_display()}",
        run=run,
        source=SOURCES[run.source],
        duration=duration(run),
        problem=phrases.problem(run.problem),
        groups=_groups(run),
        is_held=run.verdict == RunState.HELD,
        can_accept=can_be_accepted(run),
        may_accept=request.user.has_perm("sources.change_run"),
        **vanishing(run),
    )


def vanishing(run: Run) -> dict[str, Any]:
    """What would go out of sight if a held run were accepted."""
    if not can_be_accepted(run):
        return {}
    absent = checks.absent(SOURCES[run.source], run).order_by("kind", "external_id")
    first: list[tuple[SourceRecord, str]] = [(record, name_of(record)) for record in absent[:VANISHING_SHOWN]]
    return {"vanishing": first, "vanishing_count": absent.count()}


def duration(run: Run) -> str:
    if run.ended_at is None:
        return ""
    minutes, seconds = divmod(round((run.ended_at - run.started_at).total_seconds()), 60)
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"


def _groups(run: Run) -> list[Counts]:
    processed = run.counts.get("processed", {})
    simple = {name: run.counts[name] for name in ("gone", "over") if name in run.counts}
    titles = (
        (_("Toimitettu"), run.counts.get("staged", {})),
        (_("Kadonneet ja päättyneet"), simple),
        (_("Julkaistu"), processed.get("counts", {})),
        (_("Kentät, joita kukaan ei lue"), processed.get("unread", {})),
        (_("Oudot kohdat"), processed.get("flags", {})),
        (_("Liian isot vertailuryhmät"), processed.get("oversized", {})),
    )
    groups = [Counts(str(title), sorted((name, n) for name, n in lines.items() if n)) for title, lines in titles]
    return [group for group in groups if group.lines]
