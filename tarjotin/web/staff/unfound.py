"""Words that residents searched without finding anything: what the offer lacks, or what the search does not know."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import Count, Max, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tarjotin.common.languages import CONTENT_LANGUAGES, direction
from tarjotin.common.time import to_helsinki
from tarjotin.search.index import IndexNotReady, snapshot
from tarjotin.search.models import UnfoundDay, UnfoundWord
from tarjotin.search.unfound import is_found
from tarjotin.search.unfound_counting import silence
from tarjotin.search.unfound_terms import Term
from tarjotin.web.formats.languages import language_name
from tarjotin.web.resident.addresses import address
from tarjotin.web.staff.page import done, needs, show

PER_PAGE = 30
LATELY, LONGER = timedelta(days=30), timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Row:
    """One word. `found_now` is `None` when the index cannot tell."""

    id: int
    word: str
    language: str
    language_name: str
    direction: str
    days: int
    lately: int
    longer: int
    last_on: date
    url: str
    found_now: bool | None


@needs("search.view_unfoundword")
@require_safe
def unfound(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    today = to_helsinki(now).date()
    words = searched(today)
    counts = list(words.values_list("language").annotate(n=Count("pk")).order_by("-n", "language"))
    asked = request.GET.get("language", "")
    chosen = asked if asked in dict(counts) else ""
    listed = with_counts(words.filter(language=chosen) if chosen else words, today)
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    reader = get_language() or "fi"
    return show(
        request,
        "staff/unfound.html",
        title=_("Sanat, joilla ei löytynyt mitään"),
        counts=[(language, language_name(language, reader), count) for language, count in counts],
        total=sum(count for _language, count in counts),
        chosen=chosen,
        page=page,
        rows=[_row(word, reader, now) for word in page],
        may_silence=request.user.has_perm("search.change_unfoundword"),
    )


def searched(today: date) -> QuerySet[UnfoundWord]:
    """The words of the last 90 days."""
    recent = UnfoundDay.objects.filter(asked_on__gt=today - LONGER)
    return UnfoundWord.objects.filter(pk__in=recent.values("word"))


def with_counts(words: QuerySet[UnfoundWord], today: date) -> QuerySet[UnfoundWord]:
    """The most searched of late first."""
    lately, longer = Q(days__asked_on__gt=today - LATELY), Q(days__asked_on__gt=today - LONGER)
    counted = words.annotate(
        asked_days=Count("days", filter=lately),
        lately=Sum("days__askers", filter=lately, default=0),
        longer=Sum("days__askers", filter=longer, default=0),
        last_on=Max("days__asked_on"),
    )
    return counted.order_by("-lately", "-longer", "word", "pk")


def _row(word: UnfoundWord, reader: str, now: datetime) -> Row:
    counted = vars(word)
    return Row(
        id=word.pk,
        word=word.word,
        language=word.language,
        language_name=language_name(word.language, reader),
        direction=direction(word.language),
        days=counted["asked_days"],
        lately=counted["lately"],
        longer=counted["longer"],
        last_on=counted["last_on"],
        url=address("results", _page_language(word.language, reader), query=urlencode({"q": word.word})),
        found_now=_found_now(word, now),
    )


def _page_language(language: str, reader: str) -> str:
    return next(tag for tag in (language, reader, "fi") if tag in CONTENT_LANGUAGES)


def _found_now(word: UnfoundWord, now: datetime) -> bool | None:
    try:
        return is_found(snapshot(), Term(word.word, word.language), now=now)
    except IndexNotReady:
        return None


@needs("search.change_unfoundword")
@require_POST
def silence_word(request: HttpRequest, word_id: int) -> HttpResponse:
    word = get_object_or_404(UnfoundWord, pk=word_id)
    silence(word)
    done(request, word, _("Otit sanan pois löytymättömien listalta. Sitä ei enää lasketa."))
    return redirect("admin:unfound")
