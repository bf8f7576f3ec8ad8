"""The staff pages' frame: Django's admin under our own name, with every address of the staff pages."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext_lazy as _

from tarjotin.catalogue.models import Activity, Organisation, Place, Service
from tarjotin.impact.models import ArrivalDay
from tarjotin.sources.models import Run, SourceRecord
from tarjotin.web.staff.accepting import accept_run
from tarjotin.web.staff.arrivals import ArrivalAdmin
from tarjotin.web.staff.classifying import classify_record, unclassified
from tarjotin.web.staff.decided import decided, reopen_apart, reopen_merged
from tarjotin.web.staff.editing import edit_record, edits, take_back_edit
from tarjotin.web.staff.entities import EntityAdmin
from tarjotin.web.staff.overview import overview
from tarjotin.web.staff.pair import pair
from tarjotin.web.staff.queue import queue
from tarjotin.web.staff.records import RecordAdmin, raw
from tarjotin.web.staff.reports import handle_report, reopen_report, reports
from tarjotin.web.staff.runs import RunAdmin
from tarjotin.web.staff.searching import search
from tarjotin.web.staff.splitting import split_record
from tarjotin.web.staff.suggesting import suggest
from tarjotin.web.staff.unfound import silence_word, unfound

PAGES = (
    ("haku/", search, "staff_search"),
    ("ehdotukset/", suggest, "staff_suggestions"),
    ("tuonnit/<int:run_id>/hyvaksy/", accept_run, "accept_run"),
    ("tietueet/<int:record_id>/raaka/", raw, "raw_record"),
    ("tietueet/<int:record_id>/erota/", split_record, "split_record"),
    ("tietueet/<int:record_id>/muokkaa/", edit_record, "edit_record"),
    ("tietueet/<int:record_id>/luokittele/", classify_record, "classify_record"),
    ("jono/", queue, "merge_queue"),
    ("jono/<int:candidate_id>/", pair, "merge_pair"),
    ("jono/paatetyt/", decided, "decided"),
    ("jono/paatetyt/<int:candidate_id>/avaa/", reopen_merged, "reopen_merged"),
    ("jono/erilliset/<int:distinct_id>/avaa/", reopen_apart, "reopen_apart"),
    ("luokittelematta/", unclassified, "unclassified"),
    ("loytymatta/", unfound, "unfound"),
    ("loytymatta/<int:word_id>/pois/", silence_word, "silence_word"),
    ("virheet/", reports, "reports"),
    ("virheet/<int:report_id>/valmis/", handle_report, "handle_report"),
    ("virheet/<int:report_id>/avaa/", reopen_report, "reopen_report"),
    ("muutokset/", edits, "edits"),
    ("muutokset/<int:edit_id>/peru/", take_back_edit, "take_back_edit"),
)


class StaffSite(admin.AdminSite):
    site_header = _("Tarjotin – ylläpito")
    site_title = _("Tarjotin")
    index_title = _("Lähteet ja jonot")
    index_template = "staff/overview.html"
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.register(Run, RunAdmin)
        self.register(SourceRecord, RecordAdmin)
        self.register(ArrivalDay, ArrivalAdmin)
        self.register([Organisation, Place, Service, Activity], EntityAdmin)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Each of our pages asks for a login first; which right it needs stands at the page."""
        own = [path(route, self.admin_view(view), name=name) for route, view, name in PAGES]
        return [*own, *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        return super().index(request, {**overview(request), **(extra_context or {})})
