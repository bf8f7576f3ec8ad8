"""Correcting what an entry says: a form of the fields people most often correct, the list of edits, taking back."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tarjotin.catalogue.records import Ref
from tarjotin.sources.edits.fetch import ENTITY_OF
from tarjotin.sources.edits.writing import BadEdit, take_back, write_edit
from tarjotin.sources.merging import merge
from tarjotin.sources.models import Outcome, RecordState, SourceRecord
from tarjotin.sources.parts import links_of, parts_of
from tarjotin.web.staff import phrases
from tarjotin.web.staff.edit_form import EditForm
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import actor, done, needs, posted, show
from tarjotin.web.staff.records import same_link
from tarjotin.web.staff.words import field_name, in_words, source_title

PER_PAGE = 50


@needs("sources.change_sourcerecord")
@require_http_methods(["GET", "HEAD", "POST"])
def edit_record(request: HttpRequest, record_id: int) -> HttpResponse:
    record = get_object_or_404(SourceRecord, pk=record_id)
    if (record.source, record.kind) not in ENTITY_OF:
        raise Http404
    form = EditForm(posted(request), kind=ENTITY_OF[record.source, record.kind], shown=_shown(record))
    if request.method == "POST" and form.is_valid():
        try:
            write_edit(about=record.ref, by=actor(request), now=timezone.now(), **form.as_said())
        except BadEdit as problem:
            form.add_error(None, str(problem))
        else:
            record.refresh_from_db()
            result = f"{record.get_outcome_display()}, {phrases.outcome(record.reason)}"
            done(request, record, _("Muutit: %(name)s. Nyt: %(result)s") % {"name": name_of(record), "result": result})
            return redirect("admin:sources_sourcerecord_change", record.pk)
    return show(
        request,
        "staff/edit.html",
        title=_("Muuta: %(name)s") % {"name": name_of(record)},
        record=record,
        source=source_title(record.source),
        form=form,
    )


def _shown(record: SourceRecord) -> Any:
    """The merged record as it is shown now; the form begins with its values."""
    link = same_link(record)
    parts = parts_of(links_of(link.entity, link.entity_id), timezone.now()) if link else []
    return merge(parts).record if parts else None


@needs("sources.view_sourcerecord")
@require_safe
def edits(request: HttpRequest) -> HttpResponse:
    """Edits in force first, the newest on top."""
    rows = SourceRecord.objects.of("edits").order_by("-state", "-source_modified_at", "-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    about = _records({edit.upstream for edit in page if edit.upstream})
    return show(
        request,
        "staff/edits.html",
        title=_("Omat muutokset"),
        page=page,
        rows=[_row(edit, about) for edit in page],
        may_edit=request.user.has_perm("sources.change_sourcerecord"),
    )


def _records(refs: set[str]) -> dict[str, SourceRecord]:
    """The records these edits are about, in one query."""
    ids = {Ref(*ref.split("/", 2)).external_id for ref in refs}
    rows = SourceRecord.objects.filter(external_id__in=ids).exclude(source="edits")
    return {str(row.ref): row for row in rows}


def _row(edit: SourceRecord, about: dict[str, SourceRecord]) -> dict[str, Any]:
    payload: dict[str, Any] = edit.payload or edit.incoming or {}
    record = about.get(edit.upstream)
    return {
        "edit": edit,
        "record": record,
        "name": name_of(record) if record else edit.upstream,
        "by": payload.get("by", ""),
        "reason": payload.get("reason", ""),
        "until": payload.get("valid_until") or "",
        "fields": [(field_name(name), in_words(value)) for name, value in payload.get("fields", {}).items()],
        "in_force": edit.state == RecordState.PRESENT,
        # Why it is not shown; of an edit that is, there is nothing to say.
        "problem": "" if edit.outcome in (Outcome.PUBLISHED, Outcome.MERGED) else phrases.outcome(edit.reason),
    }


@needs("sources.change_sourcerecord")
@require_POST
def take_back_edit(request: HttpRequest, edit_id: int) -> HttpResponse:
    edit = get_object_or_404(SourceRecord, pk=edit_id, source="edits", state=RecordState.PRESENT)
    take_back(edit, now=timezone.now())
    done(request, edit, _("Peruit muutoksen. Lähteiden tiedot näkyvät taas."))
    return redirect("admin:edits")
