"""This record describes something else than the rest of its entry: a page that says what follows, and the button."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.views.decorators.http import require_http_methods

from tarjotin.sources.decisions import NotComparable, split
from tarjotin.sources.models import SourceRecord
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import actor, done, needs, posted, show
from tarjotin.web.staff.records import same_link
from tarjotin.web.staff.values import explained


class SplitForm(forms.Form):
    reason = forms.CharField(label=later("Miksi? Kirjoita lyhyt syy."), max_length=200)


@needs("sources.change_candidate")
@require_http_methods(["GET", "HEAD", "POST"])
def split_record(request: HttpRequest, record_id: int) -> HttpResponse:
    record = get_object_or_404(SourceRecord, pk=record_id)
    link = same_link(record)
    form = SplitForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            split(record=record, by=actor(request), reason=form.cleaned_data["reason"], now=timezone.now())
        except NotComparable:
            form.add_error(None, _("Tämä tietue ei kuvaa mitään, mikä näkyy."))
        else:
            done(request, record, _("Erotit tietueen %(name)s omaksi kohteekseen.") % {"name": name_of(record)})
            return redirect("admin:sources_sourcerecord_change", record.pk)
    return show(
        request,
        "staff/split.html",
        title=_("Erota tietue"),
        record=record,
        name=name_of(record),
        form=form,
        explained=explained(link.entity, link.entity_id, timezone.now()) if link else None,
    )
