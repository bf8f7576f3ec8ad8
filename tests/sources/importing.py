"""Running real imports against a replay server, and looking at everything that was published."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.apps import apps

from tarjotin.jobs.clients import REPLAY_PATHS, as_asked
from tarjotin.sources.http import Client
from tarjotin.sources.models import Run, SourceRecord
from tarjotin.sources.pipeline import Options, import_source
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.replay.server import ReplayServer

NOW = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


def client(server: ReplayServer, name: str, waits: list[float] | None = None) -> Client:
    urls = {base: server.url + REPLAY_PATHS[name, base] for base in SOURCES[name].base_urls}
    return Client(urls, back_off=(0, 0, 0), timeout=(2, 5), sleep=(waits if waits is not None else []).append)


def run(
    server: ReplayServer, name: str, *, now: datetime = NOW, waits: list[float] | None = None, **options: Any
) -> Run:
    source = as_asked(SOURCES[name], replay=server.url)
    return import_source(source, client(server, name, waits), options=Options(**options), now=now)


def published() -> dict[str, list[Any]]:
    """Every row of every table of the catalogue, in order."""
    models = apps.get_app_config("catalogue").get_models()
    return {model.__name__: list(model._default_manager.order_by("pk").values_list()) for model in models}


def outcomes(source: str) -> dict[str, tuple[str, str]]:
    """External id → outcome and the beginning of its reason."""
    rows = SourceRecord.objects.of(source).order_by("external_id").values_list("external_id", "outcome", "reason")
    return {external_id: (outcome, reason.split(":")[0]) for external_id, outcome, reason in rows}
