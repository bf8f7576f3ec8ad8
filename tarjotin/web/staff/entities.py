"""What is shown to residents: lists of organisations, places, services and activities, and the story of each."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from tarjotin.catalogue.models import Entity, Revision
from tarjotin.web.staff.filters import SourceFilter, titled
from tarjotin.web.staff.listing import ReadOnlyAdmin, json_holds, moment
from tarjotin.web.staff.page import show
from tarjotin.web.staff.values import explained, public_url
from tarjotin.web.staff.words import field_name, in_readers_language, in_words, source_title

REVISIONS_SHOWN = 50
LONGEST = 600
LISTS = {
    "organisation": _("Järjestäjät"),
    "place": _("Paikat"),
    "service": _("Palvelut"),
    "activity": _("Toiminta"),
}


class EntityAdmin(ReadOnlyAdmin):
    list_display = ("shown_name", "status_in_words", "leading_source", "changed", "public_page")
    list_display_links = ("shown_name",)
    list_filter = (("status", titled(_("tila"))), ("withdrawn_reason", titled(_("miksi poistui"))), SourceFilter)
    search_fields = ("name",)
    search_help_text = _("Hae nimellä.")
    ordering = ("-modified_at", "pk")

    def title(self) -> str:
        return str(LISTS[self.model.kind_name])

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        if not search_term.strip():
            return queryset, False
        text, name_holds = json_holds("name", search_term.strip())
        return queryset.annotate(**text).filter(name_holds), False

    @admin.display(description=_("Nimi"))
    def shown_name(self, entity: Entity) -> str:
        return in_readers_language(entity.name) or str(entity.pk)

    @admin.display(description=_("Tila"), ordering="status")
    def status_in_words(self, entity: Entity) -> str:
        return status_in_words(entity)

    @admin.display(description=_("Johtava lähde"), ordering="source")
    def leading_source(self, entity: Entity) -> str:
        return source_title(entity.source)

    @admin.display(description=_("Muuttui viimeksi"), ordering="modified_at")
    def changed(self, entity: Entity) -> str:
        return moment(entity.modified_at)

    @admin.display(description=_("Asukkaan sivu"))
    def public_page(self, entity: Entity) -> str:
        url = public_url(entity)
        return format_html('<a href="{}">{}</a>', url, _("Avaa")) if url else ""

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            entity = self.model._default_manager.filter(pk=UUID(object_id)).first()
        except ValueError:
            entity = None
        if entity is None:
            raise Http404
        return show_entity(request, entity)


def status_in_words(entity: Entity) -> str:
    reason = entity.get_withdrawn_reason_display() if entity.withdrawn_reason else ""
    return f"{entity.get_status_display()}: {reason}" if reason else entity.get_status_display()


def show_entity(request: HttpRequest, entity: Entity) -> HttpResponse:
    revisions = Revision.objects.filter(entity=entity.kind_name, entity_id=entity.pk).order_by("-version")
    return show(
        request,
        "staff/entity.html",
        title=in_readers_language(entity.name) or str(entity.pk),
        entity=entity,
        status_in_words=status_in_words(entity),
        leading_source=source_title(entity.source),
        explained=explained(entity.kind_name, entity.pk, timezone.now()),
        history=[(revision, _changes(revision)) for revision in revisions[:REVISIONS_SHOWN]],
        may_see_records=request.user.has_perm("sources.view_sourcerecord"),
    )


def _changes(revision: Revision) -> list[tuple[str, str, str]]:
    return [
        (field_name(name), in_words(old)[:LONGEST], in_words(new)[:LONGEST])
        for name, (old, new) in revision.changes.items()
    ]
