"""TPR, the service unit register of Helsinki and its neighbours: places with their addresses, hours and accessibility.

Also its vocabulary (nodes and words) and the departments and organisations behind the places.
Start at `parse.py`; what becomes of each field and oddity is told in docs/sources/tpr.md.
"""

from tarjotin.sources.source import Source
from tarjotin.sources.tpr.fetch import fetch
from tarjotin.sources.tpr.parse import parse

SOURCE = Source(
    name="tpr",
    title="Pääkaupunkiseudun toimipisterekisteri (TPR)",
    owner="Helsingin kaupunki",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    credit="Helsingin kaupunki, Palvelukartta / Pääkaupunkiseudun toimipisterekisteri",
    website="https://www.hel.fi/palvelukarttaws/restpages/ver4_en.html",
    base_urls={
        "api": "https://tpr.hel.fi/palvelukarttaws/rest/v4/",
        "servicemap": "https://api.hel.fi/servicemap/v2/",
    },
    timetable="10 2 * * *",
    kinds={
        "node": "concept",
        "word": "concept",
        "organisation": "organisation",
        "department": "organisation",
        "unit": "place",
    },
    fetch=fetch,
    parse=parse,
)
