"""What the sources delivered: a list to search, and a page that lays a record beside what is shown of it."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from tarjotin.common.text import LocalisedText
from tarjotin.sources.edits.fetch import ENTITY_OF
from tarjotin.sources.explaining import in_words
from tarjotin.sources.field_rules import RULES
from tarjotin.sources.models import Link, Outcome, SourceRecord
from tarjotin.sources.parts import parsed
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.source import Parsed
from tarjotin.web.staff import phrases
from tarjotin.web.staff.filters import FlagFilter, KindFilter, ReasonFilter, SourceFilter, titled
from tarjotin.web.staff.listing import ReadOnlyAdmin, json_holds, moment
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import needs, show
from tarjotin.web.staff.values import explained
from tarjotin.web.staff.words import all_languages, choice_name, field_name, source_title


class RecordAdmin(ReadOnlyAdmin):
    list_display = ("name", "source_name", "source_kind", "number", "ended", "reason_in_words", "changed")
    list_display_links = ("name",)
    list_filter = (
        SourceFilter,
        KindFilter,
        ("outcome", titled(_("miten kävi"))),
        ReasonFilter,
        FlagFilter,
        ("state", titled(_("tila"))),
    )
    list_title = _("Tietueet")
    search_fields = ("external_id",)
    search_help_text = _("Hae tunnuksella tai nimellä.")
    ordering = ("-fetched_at", "pk")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).filter(source__in=SOURCES)

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        if not search_term.strip():
            return queryset, False
        text, name_holds = json_holds("features", search_term.strip().lower())
        by_id = Q(external_id__icontains=search_term.strip())
        return queryset.annotate(**text).filter(by_id | name_holds), False

    @admin.display(description=_("Nimi"))
    def name(self, record: SourceRecord) -> str:
        return name_of(record) or record.external_id

    @admin.display(description=_("Lähde"), ordering="source")
    def source_name(self, record: SourceRecord) -> str:
        return source_title(record.source)

    @admin.display(description=_("Lähteen laji"), ordering="kind")
    def source_kind(self, record: SourceRecord) -> str:
        return record.kind

    @admin.display(description=_("Tunnus"), ordering="external_id")
    def number(self, record: SourceRecord) -> str:
        return record.external_id

    @admin.display(description=_("Muuttui viimeksi"), ordering="fetched_at")
    def changed(self, record: SourceRecord) -> str:
        return moment(record.fetched_at)

    @admin.display(description=_("Miten kävi"), ordering="outcome")
    def ended(self, record: SourceRecord) -> str:
        return record.get_outcome_display()

    @admin.display(description=_("Miksi"))
    def reason_in_words(self, record: SourceRecord) -> str:
        return phrases.outcome(record.reason)[:120]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        record = SourceRecord.objects.filter(pk=object_id).first() if object_id.isdecimal() else None
        if record is None or record.source not in SOURCES:
            raise Http404
        return show_record(request, record)


def show_record(request: HttpRequest, record: SourceRecord) -> HttpResponse:
    told, link, may = parsed(record), same_link(record), request.user.has_perm
    return show(
        request,
        "staff/record.html",
        title=name_of(record) or record.external_id,
        record=record,
        source=source_title(record.source),
        outcome=phrases.outcome(record.reason),
        payload=json.dumps(record.payload or record.incoming, ensure_ascii=False, indent=2, sort_keys=True),
        fields=_fields(told),
        link=link,
        explained=explained(link.entity, link.entity_id, timezone.now()) if link else None,
        can_edit=may("sources.change_sourcerecord") and (record.source, record.kind) in ENTITY_OF,
        can_classify=may("sources.change_sourcerecord") and can_be_classified(record),
        can_split=may("sources.change_candidate") and link is not None and _has_company(record, link),
        is_waiting=record.outcome == Outcome.WAITING,
        is_edit=record.source == "edits",
    )


def same_link(record: SourceRecord) -> Link | None:
    """The entity the record describes, or is a session of."""
    return Link.objects.filter(record=record).order_by("relation").last()


def can_be_classified(record: SourceRecord) -> bool:
    return ENTITY_OF.get((record.source, record.kind)) in ("place", "service", "activity")


def _has_company(record: SourceRecord, link: Link) -> bool:
    of_entity = Link.objects.filter(entity=link.entity, entity_id=link.entity_id, relation="same")
    return link.relation == "same" and of_entity.exclude(record=record).exclude(record__source="edits").exists()


def _fields(told: Parsed) -> list[tuple[str, str]]:
    """The parsed record, field by field, without what it does not tell."""
    if told.record is None:
        return []
    lines = []
    for _group, rules in RULES[type(told.record)]:
        for rule in rules:
            value = getattr(told.record, rule.name)
            if value is not None and value != rule.default:
                lines.append((rule.name, value))
    if sessions := getattr(told.record, "sessions", ()):
        lines.append(("sessions", sessions))
    kind = _kind_of(told)
    return [(field_name(name), _in_words(kind, name, value)) for name, value in lines]


def _in_words(kind: str, name: str, value: Any) -> str:
    if isinstance(value, LocalisedText):
        return all_languages(value)
    return phrases.value(choice_name(kind, name, in_words(value)))


def _kind_of(told: Parsed) -> str:
    return type(told.record).__name__.removesuffix("Record").lower()


@needs("sources.view_sourcerecord")
@require_safe
def raw(request: HttpRequest, record_id: int) -> HttpResponse:
    """The payload as the source delivered it."""
    record = get_object_or_404(SourceRecord, pk=record_id)
    payload = record.payload if record.payload is not None else record.incoming
    return JsonResponse(payload, safe=False, json_dumps_params={"ensure_ascii": False, "indent": 2})
