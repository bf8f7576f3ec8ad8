"""Palvelurekisteri, the service register of Helsinki: what the city offers, for whom, and how one gets it.

Three languages, each asked for by itself, and the errand services ("how do I get it") of each description.
Start at `parse.py`; what becomes of each field and oddity is told in docs/sources/palvelurekisteri.md.
"""

from tarjotin.sources.palvelurekisteri.fetch import fetch
from tarjotin.sources.palvelurekisteri.parse import parse
from tarjotin.sources.source import Source

SOURCE = Source(
    name="palvelurekisteri",
    title="Palvelurekisteri",
    owner="Helsingin kaupunki",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    credit="Helsingin kaupunki, Palvelukartta / Pääkaupunkiseudun toimipisterekisteri",
    website="https://www.hel.fi/palvelukarttaws/restpages/",
    base_urls={"api": "https://tpr.hel.fi/palvelukarttaws/rest/vpalvelurekisteri/"},
    timetable="40 2 * * *",
    kinds={"description": "service"},
    fetch=fetch,
    parse=parse,
)
