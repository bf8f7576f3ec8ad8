"""Filters of the list of records: the source's own kinds, why a record ended as it did, and oddities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.core.cache import cache
from django.db.models import Count, Q, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tarjotin.sources.models import SourceRecord
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.report import headline
from tarjotin.sources.staging import fingerprint
from tarjotin.web.staff import phrases

MOST_LISTED = 40
KEPT_S = 60


class SourceFilter(admin.SimpleListFilter):
    title = _("lähde")
    parameter_name = "source"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, source.title) for name, source in SOURCES.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(source=self.value()) if self.value() else queryset


def titled(title: Promise) -> type[admin.FieldListFilter]:
    """A filter of a field's choices under a title of our own."""

    class Titled(admin.ChoicesFieldListFilter):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self.title = title  # type: ignore[assignment]

    return Titled


class CountedFilter(admin.SimpleListFilter):
    """The commonest values among the records of the chosen source and outcome, with how many have each."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        chosen = {name: request.GET[key] for name, key in NARROWING.items() if request.GET.get(key)}
        key = f"staff-{self.parameter_name}-{fingerprint(chosen)}"
        counted: list[tuple[str, int]] | None = cache.get(key)
        if counted is None:
            counted = Counter(self.values_of(SourceRecord.objects.filter(**chosen))).most_common(MOST_LISTED)
            cache.set(key, counted, KEPT_S)
        return [(value, f"{self.label(value)} ({count})") for value, count in counted]

    def values_of(self, records: Any) -> dict[str, int]:
        raise NotImplementedError

    def label(self, value: str) -> str:
        return value


NARROWING = {"source": "source", "outcome": "outcome__exact"}


class KindFilter(CountedFilter):
    title = _("lähteen laji")
    parameter_name = "kind"

    def values_of(self, records: Any) -> dict[str, int]:
        return dict(records.values_list("kind").annotate(n=Count("pk")).order_by())

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(kind=self.value()) if self.value() else queryset


class ReasonFilter(CountedFilter):
    title = _("syy")
    parameter_name = "reason"

    def values_of(self, records: Any) -> dict[str, int]:
        rows = records.exclude(reason="").values_list("reason").annotate(n=Count("pk")).order_by()
        return _added((headline(reason), count) for reason, count in rows)

    def label(self, value: str) -> str:
        return phrases.outcome(value)

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value()
        if not value:
            return queryset
        return queryset.filter(
            Q(reason=value) | Q(reason__startswith=f"{value}: ") | Q(reason__startswith=f"{value} (")
        )


class FlagFilter(CountedFilter):
    title = _("outo kohta")
    parameter_name = "flag"

    def values_of(self, records: Any) -> dict[str, int]:
        rows = records.exclude(flags=[]).values_list("flags", flat=True)
        return _added((flag.partition(":")[0], 1) for flags in rows.iterator() for flag in flags)

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if not self.value():
            return queryset
        with_text = queryset.annotate(flags_text=Cast("flags", TextField()))
        return with_text.filter(flags_text__contains=f'"{self.value()}')


def _added(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for value, count in pairs:
        counts[value] += count
    return dict(counts)
