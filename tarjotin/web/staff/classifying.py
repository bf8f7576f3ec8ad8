"""Records no rule could place: a list by source, and a page on which a person says what a record is about."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later
from django.views.decorators.http import require_http_methods, require_safe

from tarjotin.sources.classification.rules import load_rules
from tarjotin.sources.edits.writing import BadEdit, classification_of, classify
from tarjotin.sources.models import Outcome, Relation, SourceRecord
from tarjotin.sources.parts import parsed
from tarjotin.sources.registry import SOURCES
from tarjotin.web.staff import phrases
from tarjotin.web.staff.names import name_of
from tarjotin.web.staff.page import actor, done, needs, posted, show
from tarjotin.web.staff.words import in_readers_language, source_title

PER_PAGE = 30
OUTSIDE = "outside:"


def waiting_for_a_class() -> QuerySet[SourceRecord]:
    """Records that no rule could place; sessions follow their series, and edits what they are about."""
    waiting = SourceRecord.objects.present().filter(outcome=Outcome.WAITING, reason__startswith="unclassified")
    return waiting.filter(links__relation=Relation.SAME).exclude(source="edits")


class ClassForm(forms.Form):
    """What it is about; or, in the same list, why it stays outside."""

    category = forms.ChoiceField(label=later("Mistä on kyse?"), widget=forms.RadioSelect)
    audiences = forms.MultipleChoiceField(
        label=later("Kenelle erityisesti? Jätä tyhjäksi, jos kaikille."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reason = forms.CharField(label=later("Miksi? (vapaaehtoinen)"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inside = [(code, label) for code, label in _choices("category")]
        outside = [(OUTSIDE + code, label) for code, label in _choices("outside")]
        self.fields["category"].choices = [  # type: ignore[attr-defined]
            (_("Luokka"), inside),
            (_("Ei kuulu tarjottimelle, koska se on"), outside),
        ]
        self.fields["audiences"].choices = _choices("audience")  # type: ignore[attr-defined]

    def as_said(self) -> dict[str, Any]:
        """What `classify` takes."""
        chosen, said = self.cleaned_data["category"], {"reason": self.cleaned_data["reason"]}
        if chosen.startswith(OUTSIDE):
            return {"outside": chosen.removeprefix(OUTSIDE), **said}
        return {"category": chosen, "audiences": self.cleaned_data["audiences"], **said}


def _choices(scheme: str) -> list[tuple[str, str]]:
    return [(code, in_readers_language(concept.label)) for code, concept in load_rules().concepts[scheme].items()]


@needs("sources.view_sourcerecord")
@require_safe
def unclassified(request: HttpRequest) -> HttpResponse:
    counts = waiting_for_a_class().values_list("source").annotate(n=Count("pk")).order_by()
    source = request.GET.get("source", "")
    records = waiting_for_a_class().order_by("source", "kind", "pk")
    if source in SOURCES:
        records = records.of(source)  # type: ignore[attr-defined]
    page = Paginator(records, PER_PAGE).get_page(request.GET.get("page"))
    return show(
        request,
        "staff/unclassified.html",
        title=_("Luokittelematta"),
        counts=[(name, source_title(name), count) for name, count in counts],
        total=sum(count for _name, count in counts),
        chosen=source if source in SOURCES else "",
        page=page,
        rows=[(record, name_of(record), source_title(record.source), _summary(record)) for record in page],
        may_classify=request.user.has_perm("sources.change_sourcerecord"),
    )


def _summary(record: SourceRecord) -> str:
    told = parsed(record).record
    text = getattr(told, "summary", None) or getattr(told, "description", None)
    return in_readers_language(text)[:200] if text else ""


@needs("sources.change_sourcerecord")
@require_http_methods(["GET", "HEAD", "POST"])
def classify_record(request: HttpRequest, record_id: int) -> HttpResponse:
    """After saving, the next record of the same source that waits for a class."""
    record = get_object_or_404(SourceRecord, pk=record_id)
    told = parsed(record).record
    if told is None or not hasattr(told, "codes") or record.source == "edits":
        raise Http404
    form = ClassForm(posted(request), initial=_said_before(record))
    if request.method == "POST" and form.is_valid():
        try:
            classify(record=record, by=actor(request), now=timezone.now(), **form.as_said())
        except BadEdit as problem:
            form.add_error(None, str(problem))
        else:
            return _saved(request, record)
    return show(
        request,
        "staff/classify.html",
        title=_("Luokittele: %(name)s") % {"name": name_of(record)},
        record=record,
        source=source_title(record.source),
        outcome=phrases.outcome(record.reason),
        texts=_texts(told),
        form=form,
    )


def _texts(told: Any) -> list[str]:
    names = ("summary", "description", "what_happens")
    return [in_readers_language(text) for name in names if (text := getattr(told, name, None))]


def _said_before(record: SourceRecord) -> dict[str, Any]:
    """What a person said of this record before."""
    edit = classification_of(record)
    codes = (edit.payload or {}).get("fields", {}).get("codes", []) if edit else []
    pairs = [code.partition(":")[::2] for code in codes]
    category = next((code for scheme, code in pairs if scheme == "category"), "")
    return {"category": category, "audiences": [code for scheme, code in pairs if scheme == "audience"]}


def _saved(request: HttpRequest, record: SourceRecord) -> HttpResponse:
    record.refresh_from_db()
    result = f"{record.get_outcome_display()}, {phrases.outcome(record.reason)}"
    done(request, record, _("Luokittelit: %(name)s. Nyt: %(result)s") % {"name": name_of(record), "result": result})
    following = waiting_for_a_class().filter(source=record.source).order_by("kind", "pk").first()
    if following is None:
        return redirect("admin:unclassified")
    return redirect("admin:classify_record", following.pk)
