"""Palvelutietovaranto (PTV), the Finnish Service Catalogue: services, the places and channels they are reached by.

`fetch.py` walks v11 (`v11.py`) or v12 (`v12.py`), `parse.py` reads both, in the shape of v11. See docs/sources/ptv.md.
"""

from dataclasses import replace

from tarjotin.sources.municipalities import CODES
from tarjotin.sources.ptv.backend import V11_URL
from tarjotin.sources.ptv.fetch import fetcher
from tarjotin.sources.ptv.parse import parse
from tarjotin.sources.source import Source

SOURCE = Source(
    name="ptv",
    title="Palvelutietovaranto",
    owner="Digi- ja väestötietovirasto",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    credit="Palvelutietovaranto, Digi- ja väestötietovirasto",
    website="https://www.suomi.fi/palvelutietovaranto",
    base_urls={"api": V11_URL},
    timetable="0 3 * * *",
    kinds={
        "service_class": "concept",
        "target_group": "concept",
        "life_event": "concept",
        "general_description": "concept",
        "organisation": "organisation",
        "channel": "place",
        "service": "service",
    },
    fetch=fetcher(CODES),
    parse=parse,
    incremental=True,
)

# Of all municipalities: for recorded and demo data, which hold a few records from anywhere.
SOURCE_EVERYTHING = replace(SOURCE, fetch=fetcher(None))
