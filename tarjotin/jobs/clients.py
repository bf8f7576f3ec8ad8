"""HTTP clients for the sources: at their real addresses, or at a replay server."""

from __future__ import annotations

from django.conf import settings

from tarjotin.sources import ptv
from tarjotin.sources.http import Client
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.source import Source

# Where a replay server has each API of each source.
REPLAY_PATHS: dict[tuple[str, str], str] = {
    ("tpr", "api"): "/tpr/",
    ("tpr", "servicemap"): "/servicemap/",
    ("palvelurekisteri", "api"): "/palvelurekisteri/",
    ("ptv", "api"): "/ptv/v11/",
    ("linkedevents", "api"): "/linkedevents/",
    ("lahella", "api"): "/lahella/",
    ("edits", "api"): "/edits/",
}


def client_for(source: Source, *, replay: str = "", base_url: str = "") -> Client:
    """A client; `replay` is the root of a replay server, `base_url` another address of the source's own API."""
    headers = {"x-api-key": settings.PTV_API_KEY} if source.name == "ptv" and settings.PTV_API_KEY else {}
    return Client(addresses(source, replay=replay, base_url=base_url), contact=settings.SOURCE_CONTACT, headers=headers)


def addresses(source: Source, *, replay: str = "", base_url: str = "") -> dict[str, str]:
    """Name → base address of each API this source reads."""
    root = (replay or settings.SOURCE_BASE_URL).rstrip("/")
    if root and not base_url:
        return {name: root + REPLAY_PATHS[source.name, name] for name in source.base_urls}
    own = dict(source.base_urls)
    if source.name == "lahella" and settings.LAHELLA_URL:
        own["api"] = settings.LAHELLA_URL
    if base_url:
        own["api"] = base_url
    return own


def readable(*, replay: str = "") -> list[Source]:
    """The sources that have an address: Lähellä.fi needs an agreement, edits come from our own staff pages."""
    found = [source for source in SOURCES.values() if all(addresses(source, replay=replay).values())]
    return [as_asked(source, replay=replay) for source in found]


def as_asked(source: Source, *, replay: str = "") -> Source:
    """A replay server has a few records from anywhere: there PTV is read whole, not by municipality."""
    is_replayed = bool(replay or settings.SOURCE_BASE_URL)
    return ptv.SOURCE_EVERYTHING if source.name == "ptv" and is_replayed else source
