"""A results page on 20 000 activities, from a cold cache, beside an empty view of the same process.

    .venv/bin/python benchmarks/pages.py --activities 20000

Builds a database and an index in a temporary folder, then asks for results pages in-process. "Cold" means that Django's
cache is emptied before every request; the operating system's cache is not.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

WHAT = ["Tuolijumppa", "Asahi", "Kuntosali", "Lukupiiri", "Kuoro", "Keramiikka", "Venyttely", "Tanssi", "Kävely"]
WHAT += ["Digiapu", "Kielikahvila", "Vesijumppa", "Muistiryhmä", "Ruokakurssi", "Tasapaino", "Lintukävely", "Jooga"]
FOR = ["aloittelijoille", "eläkeläisille", "naisille", "kaikille", "työttömille", "nuorille aikuisille", "vanhemmille"]
CATEGORIES = ["sport", "nature", "culture", "community", "lifestyle", "food", "advice"]
WORDS = ["", "jumppa", "tanssi", "kuoro", "jooga eläkeläisille", "kielikahvila", "tuolijumppa", "ruokakurssi naisille"]
REQUESTS = 300


def fill(count: int) -> None:
    from tarjotin.catalogue.actions import Publication, publish
    from tarjotin.catalogue.records import OrganisationRecord, PlaceRecord
    from tarjotin.common.distance import Point
    from tarjotin.common.text import LocalisedText
    from tarjotin.sources.publishing import keep_own_concepts

    chance, now = random.Random(3), datetime.now(UTC)
    keep_own_concepts()
    organisations = [UUID(int=chance.getrandbits(128)) for _ in range(400)]
    places = [UUID(int=chance.getrandbits(128)) for _ in range(max(200, count // 10))]
    facts = {"now": now, "actor": "benchmark", "cause": "benchmark"}
    publish(
        "organisation",
        [
            Publication(pk, OrganisationRecord(LocalisedText.of(fi=f"Yhdistys {n} ry"), phone="+358501234567"), "ptv")
            for n, pk in enumerate(organisations)
        ],
        **facts,
    )
    publish(
        "place",
        [
            Publication(
                pk,
                PlaceRecord(
                    LocalisedText.of(fi=f"Talo {n}", sv=f"Huset {n}"),
                    municipality="091",
                    street=LocalisedText.of(fi=f"Katu {n}"),
                    point=Point(60.16 + chance.random() * 0.11, 24.86 + chance.random() * 0.3),
                ),
                "tpr",
            )
            for n, pk in enumerate(places)
        ],
        **facts,
    )
    for start in range(0, count, 1_000):
        batch = [_activity(start + n, organisations, places, chance) for n in range(min(1_000, count - start))]
        publish("activity", batch, **facts)


def _activity(number: int, organisations: list[Any], places: list[Any], chance: random.Random) -> Any:
    from tarjotin.catalogue.actions import Publication
    from tarjotin.catalogue.records import (
        ActivityRecord,
        LanguageRecord,
        PriceRecord,
        Ref,
        ScheduleRecord,
        SessionRecord,
        TagRecord,
    )
    from tarjotin.common.text import LocalisedText

    what, who = chance.choice(WHAT), chance.choice(FOR)
    at, by = Ref("b", "place", "p"), Ref("b", "organisation", "o")
    today = date.today()
    weekly = number % 2 == 0
    schedule = ScheduleRecord(
        today - timedelta(days=chance.randrange(7)), clock(chance.randrange(8, 20)), clock(21), "FREQ=WEEKLY", place=at
    )
    session = SessionRecord(datetime.now(UTC).replace(microsecond=0) + timedelta(hours=chance.randrange(2_000)))
    record = ActivityRecord(
        LocalisedText.of(fi=f"{what} {who} {number}", sv=f"Grupp {number}", en=f"Group {number}"),
        organisation=by,
        place=at,
        summary=LocalisedText.of(fi=f"{what} {who}. Tervetuloa mukaan, myös ensikertalainen."),
        description=LocalisedText.of(fi=f"{what} pidetään joka viikko. Ota mukaan juomapullo ja hyvä mieli. " * 4),
        rhythm="weekly" if weekly else "one_off",
        entry=chance.choice(["", "drop_in", "register"]),
        schedules=(schedule,) if weekly else (),
        sessions=() if weekly else (session,),
        prices=chance.choice([(), (PriceRecord(is_free=True),), (PriceRecord(amount=5, is_free=False),)]),
        languages=chance.choice([(), (LanguageRecord("fi"),), (LanguageRecord("fi"), LanguageRecord("en"))]),
        beginners=chance.choice([None, True]),
    )
    refs = {at: chance.choice(places), by: chance.choice(organisations)}
    tag = TagRecord("category", chance.choice(CATEGORIES), "benchmark", main=True)
    return Publication(UUID(int=chance.getrandbits(128)), record, "linkedevents", refs=refs, tags=(tag,))


def addresses(chance: random.Random) -> list[str]:
    found = []
    for _ in range(REQUESTS):
        asked: dict[str, Any] = {"q": chance.choice(WORDS)}
        if chance.random() < 0.5:
            asked["category"] = chance.choice(CATEGORIES)
        if chance.random() < 0.4:
            asked["weekday"] = str(chance.randrange(1, 8))
        if chance.random() < 0.3:
            asked["price"] = "free"
        if chance.random() < 0.3:
            asked["district"] = chance.choice(["04", "11", "38", "54"])
        found.append("/fi/haku/?" + urlencode({name: value for name, value in asked.items() if value}))
    return found


def timed(call: Callable[[], Any]) -> tuple[float, float]:
    began, cpu = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - began) * 1_000, (time.process_time() - cpu) * 1_000


def tell(label: str, times: list[tuple[float, float]]) -> None:
    wall = sorted(t for t, _ in times)
    cpu = statistics.mean(c for _, c in times)
    p50, p95 = statistics.median(wall), wall[int(len(wall) * 0.95)]
    print(f"{label:<28} p50 {p50:6.1f}   p95 {p95:6.1f}   max {wall[-1]:6.1f}   cpu {cpu:5.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--activities", type=int, default=20_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TARJOTIN_VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarjotin.config.settings")
        import django

        django.setup()
        from django.core.cache import cache
        from django.core.management import call_command
        from django.db import connection
        from django.test import Client
        from django.test.utils import CaptureQueriesContext

        from tarjotin.search import index

        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        began = time.perf_counter()
        fill(options.activities)
        filled = time.perf_counter()
        entries = index.refresh()
        print(f"{options.activities} activities: filled in {filled - began:.1f} s, {entries} indexed in ", end="")
        print(f"{time.perf_counter() - filled:.1f} s")
        client, chance = Client(), random.Random(5)
        urls = addresses(chance)
        tell("first page of the process", [timed(lambda: client.get("/fi/haku/"))])
        tell("empty view", [timed(lambda: client.get("/healthz")) for _ in range(REQUESTS)])

        def cold(url: str) -> None:
            cache.clear()
            assert client.get(url).status_code == 200

        tell("results, cold cache", [timed(lambda url=url: cold(url)) for url in urls])
        tell("results, warm cache", [timed(lambda url=url: client.get(url)) for url in urls])
        cache.clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(urls[0])
        print(f"queries of one cold page: {len(queries)}")


if __name__ == "__main__":
    main()
