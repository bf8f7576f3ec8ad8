"""What people change here: facts about one record of a source, with a reason and, if need be, a last day.

`fetch.py` reads them as JSON, `parse.py` makes partial records that outrank the others. See docs/sources/edits.md.
"""

from tarjotin.sources.edits.fetch import fetch
from tarjotin.sources.edits.parse import parse
from tarjotin.sources.source import Source

SOURCE = Source(
    name="edits",
    title="Tarjottimen omat muutokset",
    owner="Tarjottimen ylläpito",
    licence="CC BY 4.0",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    credit="Tarjottimen toimitus",
    website="",
    base_urls={"api": ""},  # staff write them here; an address is given for demo data only
    timetable="*/30 * * * *",
    kinds={"organisation": "organisation", "place": "place", "service": "service", "activity": "activity"},
    fetch=fetch,
    parse=parse,
    tells_all=False,  # an address tells some of them; the others are written here
)
