"""Lists that are looked at and not edited: Django's change list with a page of our own for each row."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.formats import date_format

from tarjotin.catalogue.models import Entity

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
else:
    _ModelAdmin = admin.ModelAdmin


class ReadOnlyAdmin(_ModelAdmin):
    """Nothing is added, changed or deleted through forms: each change is an action with a page of its own."""

    actions = None
    change_list_template = "staff/list.html"
    list_title: Any = ""
    list_per_page = 50
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": self.title(), **(extra_context or {})})

    def title(self) -> Any:
        return self.list_title

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        """Only the list and the page of a row; no forms, no history of forms."""
        label = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            path("", view(self.changelist_view), name=f"{label}_changelist"),
            path("<path:object_id>/change/", view(self.change_view), name=f"{label}_change"),
        ]


def json_holds(field: str, typed: str) -> tuple[dict[str, Any], Q]:
    """An annotation and a condition: the JSON of a field holds what was typed.

    SQLite keeps letters beyond ASCII escaped and compares them case by case, so several spellings are tried.
    """
    spellings = {typed, typed.lower(), typed.capitalize(), typed.title()}
    condition = Q()
    for spelling in spellings | {json.dumps(spelling)[1:-1] for spelling in spellings}:
        condition |= Q(**{f"{field}_text__icontains": spelling})
    return {f"{field}_text": Cast(field, TextField())}, condition


def moment(at: datetime) -> str:
    """Day and time in Helsinki, short."""
    return date_format(timezone.localtime(at), "j.n.Y H.i")


def page_of(entity: Entity) -> str:
    """The staff page of an entity."""
    return reverse(f"admin:catalogue_{entity.kind_name}_change", args=[entity.pk])


def page_of_kind(kind: str, entity_id: Any) -> str:
    return reverse(f"admin:catalogue_{kind}_change", args=[entity_id])
