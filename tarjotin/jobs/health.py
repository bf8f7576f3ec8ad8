"""Whether the process lives, and whether the service is ready: for load balancers and for people on call."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tarjotin.search import index
from tarjotin.sources.queries import last_good_runs
from tarjotin.sources.registry import SOURCES
from tarjotin.words.analysis import analyser_name

NO_VOIKKO = "libvoikko is missing, so fewer Finnish words are known: install libvoikko1 and voikko-fi, then restart"
OLD = timedelta(days=2)  # a nightly source that was missed twice


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readiness(request: HttpRequest) -> JsonResponse:
    """Version, database, index, and the age of each source's last good run; 503 when pages cannot be served."""
    report: dict[str, object] = {"version": settings.VERSION}
    ready = True
    try:
        connection.ensure_connection()
        report["database"] = "ok"
        report["sources"] = _sources()
    except DatabaseError:
        report["database"], ready = "not reachable", False
    status = index.status()
    report["index"] = {"ready": status.ready, "entries": status.entries, "behind": status.behind}
    report["words"] = words_report(analyser_name())
    ready = ready and status.ready
    return JsonResponse({"ready": ready, **report}, status=200 if ready else 503)


def words_report(analyser: str) -> dict[str, str]:
    """Which analyser of Finnish serves, with a notice when it is the lesser one: no reason not to be ready."""
    return {"analyser": analyser} if analyser == "voikko" else {"analyser": analyser, "notice": NO_VOIKKO}


def _sources() -> dict[str, object]:
    now = timezone.now()
    runs = last_good_runs()
    return {
        name: {"last_good_at": at, "old": at is None or now - at > OLD}
        for name, at in ((name, runs.get(name)) for name in SOURCES)
    }
