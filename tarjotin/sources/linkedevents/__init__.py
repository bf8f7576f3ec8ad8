"""Linked Events: events, courses and volunteering of the city and its partners, with their places and keywords.

`fetch.py` asks the API, `parse.py` makes records; docs/sources/linkedevents.md says what each oddity becomes.
"""

from tarjotin.sources.linkedevents.fetch import fetch
from tarjotin.sources.linkedevents.parse import parse
from tarjotin.sources.source import Source

SOURCE = Source(
    name="linkedevents",
    title="Linked Events",
    owner="Helsingin kaupunki",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    credit="Linked Events, Helsingin kaupunki, CC BY 4.0",
    website="https://dev.hel.fi/apis/linkedevents",
    base_urls={"api": "https://api.hel.fi/linkedevents/v1/"},
    timetable="30 2 * * *",
    kinds={
        "keyword": "concept",
        "language": "concept",
        "organization": "organisation",
        "place": "place",
        "event": "activity",
    },
    fetch=fetch,
    parse=parse,
    incremental=True,
)
