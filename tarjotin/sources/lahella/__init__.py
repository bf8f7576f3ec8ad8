"""Lähellä.fi: what associations arrange, in the shape of its admin service, from an agreed address or a JSON file.

`fetch.py` takes an activity apart into group, places and activity; `parse.py` reads them. See docs/sources/lahella.md.
"""

from tarjotin.sources.lahella.fetch import fetch
from tarjotin.sources.lahella.parse import parse
from tarjotin.sources.source import Source

SOURCE = Source(
    name="lahella",
    title="Lähellä.fi",
    owner="SOSTE Suomen sosiaali ja terveys ry",
    licence="Sovitaan omistajan kanssa",
    licence_url="https://www.lahella.fi/",
    credit="Lähellä.fi",
    website="https://www.lahella.fi/",
    base_urls={"api": ""},  # no open API: the address comes with an agreement
    timetable="40 3 * * *",
    kinds={"group": "organisation", "channel": "place", "activity": "activity"},
    fetch=fetch,
    parse=parse,
)
