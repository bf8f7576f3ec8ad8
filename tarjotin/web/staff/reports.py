"""What readers tell us is wrong on a page, the newest first; handled in one tap, and opened again in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.common.languages import base_of, direction
from tarjotin.common.text import LocalisedText
from tarjotin.people.models import Report, ReportState
from tarjotin.people.reports import set_state
from tarjotin.web.formats.languages import language_name
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.staff.page import done, needs, show
from tarjotin.web.staff.words import kind_name

PER_PAGE = 30


@dataclass(frozen=True, slots=True)
class Row:
    """One message. `name` and `url` are of what it is about, as far as that is still there."""

    told: Report
    kind: str
    name: LocalisedText
    url: str
    language_name: str
    html_language: str
    direction: str


@needs("people.view_report")
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    state = ReportState.DONE if request.GET.get("state") == ReportState.DONE else ReportState.OPEN
    told = Report.objects.filter(state=state).order_by("-created_at", "-pk")
    page = Paginator(told, PER_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        "staff/reports.html",
        title=_("Viestit virheistä"),
        page=page,
        rows=_rows(list(page), get_language() or "fi"),
        is_done=state == ReportState.DONE,
        may_handle=request.user.has_perm("people.change_report"),
    )


def _rows(told: list[Report], reader: str) -> list[Row]:
    entities = _entities(told)
    return [_row(each, entities.get(each.entity_id), reader) for each in told]


def _row(told: Report, entity: Any, reader: str) -> Row:
    return Row(
        told=told,
        kind=kind_name(told.entity),
        name=entity.name if entity else LocalisedText(),
        url=entity_address(entity, "fi") if entity else "",
        language_name=language_name(told.language, reader),
        html_language=base_of(told.language),
        direction=direction(told.language),
    )


def _entities(told: Iterable[Report]) -> dict[UUID, Any]:
    """What the messages are about; one query a kind."""
    found: dict[UUID, Any] = {}
    for kind, model in ENTITY_MODELS.items():
        if ids := {each.entity_id for each in told if each.entity == kind}:
            found |= model.objects.in_bulk(ids)
    return found


@needs("people.change_report")
@require_POST
def handle_report(request: HttpRequest, report_id: int) -> HttpResponse:
    told = get_object_or_404(Report, pk=report_id)
    set_state(told, ReportState.DONE)
    done(request, told, _("Merkitsit viestin käsitellyksi. Se on käsiteltyjen listalla."))
    return redirect("admin:reports")


@needs("people.change_report")
@require_POST
def reopen_report(request: HttpRequest, report_id: int) -> HttpResponse:
    told = get_object_or_404(Report, pk=report_id)
    set_state(told, ReportState.OPEN)
    done(request, told, _("Viesti on taas avoin."))
    return redirect("admin:reports")
