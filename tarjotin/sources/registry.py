"""Every source, in the order of a nightly round: places and organisations before what happens there."""

from __future__ import annotations

from tarjotin.sources import edits, lahella, linkedevents, palvelurekisteri, ptv, tpr
from tarjotin.sources.source import Source

SOURCES: dict[str, Source] = {
    source.name: source
    for source in (
        tpr.SOURCE,
        palvelurekisteri.SOURCE,
        ptv.SOURCE,
        linkedevents.SOURCE,
        lahella.SOURCE,
        edits.SOURCE,
    )
}
