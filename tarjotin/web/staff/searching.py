"""Find an entry or a record by its name or id, among all kinds at once."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.sources.models import SourceRecord
from tarjotin.sources.registry import SOURCES
from tarjotin.web.staff.entities import status_in_words
from tarjotin.web.staff.listing import json_holds, page_of
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import needs, show
from tarjotin.web.staff.values import public_url
from tarjotin.web.staff.words import in_readers_language, kind_name, source_title

MOST_OF_A_KIND = 20


@needs("catalogue.view_activity")
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "").strip()
    may_see_records = request.user.has_perm("sources.view_sourcerecord")
    return show(
        request,
        "staff/search.html",
        title=_("Haku: %(typed)s") % {"typed": typed} if typed else _("Haku"),
        typed=typed,
        groups=[group for kind in ENTITY_MODELS if (group := _entities(request, kind, typed))[1]] if typed else [],
        records=_records(typed) if typed and may_see_records else [],
    )


def _entities(request: HttpRequest, kind: str, typed: str) -> tuple[str, list[tuple[str, str, str, str]]]:
    """The name of the kind; name, status, staff page and public page of each entry found."""
    if not request.user.has_perm(f"catalogue.view_{kind}"):
        return kind_name(kind), []
    text, name_holds = json_holds("name", typed)
    rows = ENTITY_MODELS[kind]._default_manager.annotate(**text).filter(name_holds).order_by("-modified_at", "pk")
    return kind_name(kind), [
        (in_readers_language(row.name), status_in_words(row), page_of(row), public_url(row))
        for row in rows[:MOST_OF_A_KIND]
    ]


def _records(typed: str) -> list[tuple[SourceRecord, str, str]]:
    text, name_holds = json_holds("features", typed.lower())
    rows = SourceRecord.objects.filter(source__in=SOURCES).annotate(**text)
    found = rows.filter(Q(external_id__icontains=typed) | name_holds).order_by("pk")[:MOST_OF_A_KIND]
    return [(record, name_of(record), source_title(record.source)) for record in found]
