"""How fast, in how much memory: units and events from a replay server to published entries.

    .venv/bin/python benchmarks/importing.py --units 10000 --events 20000

Made-up records at made-up points; SQLite in a temporary folder unless TARJOTIN_DATABASE_URL names another database.
The replay server runs as its own process, so that its work is not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

WHAT = ["Tuolijumppa", "Asahi", "Kuntosali", "Lukupiiri", "Kuoro", "Keramiikka", "Venyttely", "Tanssi", "Kävely"]
WHAT += ["Digiapu", "Kielikahvila", "Vesijumppa", "Muistiryhmä", "Ruokakurssi", "Tasapaino", "Lintukävely", "Jooga"]
FOR = ["aloittelijoille", "eläkeläisille", "naisille", "kaikille", "työttömille", "nuorille aikuisille", "vanhemmille"]
WHERE = ["Kallio", "Malmi", "Vuosaari", "Kontula", "Lauttasaari", "Haaga", "Pasila", "Käpylä", "Laajasalo", "Viikki"]
KINDS = ["kirjasto", "liikuntahalli", "asukastalo", "museo"]
KEYWORDS = ["yso:p916", "yso:p27829", "yso:p1278", "yso:p360", "yso:p1808", "yso:p14004", "yso:p3670", "yso:p2771"]
NODES = [551, 343, 823, 867, 784, 577, 694]
BASE = "https://api.hel.fi/linkedevents/v1"


def units(count: int, chance: random.Random) -> list[dict[str, Any]]:
    return [
        {
            "id": number,
            "org_id": "83e74666-0836-4c1d-948a-4b34a8b90301",
            "arealcity_id": 91,
            "provider_type": "SELF_PRODUCED",
            "name_fi": f"{WHERE[number % 10]}n {KINDS[number % 4]} {number}",
            "name_sv": f"Huset {number}",
            "name_en": f"House {number}",
            "desc_fi": f"Talo numero {number}. Ovi on pihan puolella. Sisään pääsee ilman portaita. " * 3,
            "ontologyword_ids": [813],
            "ontologytree_ids": [NODES[number % len(NODES)]],
            "latitude": 60.14 + chance.random() * 0.13,
            "longitude": 24.84 + chance.random() * 0.34,
            "street_address_fi": f"Katu {number % 4000}",
            "address_zip": f"00{number % 90 + 10:02d}0",
            "address_city_fi": "Helsinki",
            "phone": f"+358 9 310 {number % 100000:05d}",
            "www_fi": f"https://example.org/{number}",
            "accessibility_viewpoints": "00:unknown,11:green,12:red,13:green,21:green,31:red,41:green",
            "created_time": "2020-01-01T10:00:00",
            "modified_time": "2026-01-01T10:00:00",
        }
        for number in range(1, count + 1)
    ]


def events(count: int, unit_count: int, chance: random.Random) -> list[dict[str, Any]]:
    """Half one-offs, half sessions of weekly series of ten."""
    now = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    rows: list[dict[str, Any]] = []
    while len(rows) < count:
        number = len(rows)
        start = now + timedelta(days=1 + chance.randrange(100), hours=chance.randrange(12))
        facts = _event(number, unit_count, chance)
        if number % 22 < 11:
            rows.append(facts | _times(start))
            continue
        children = [f"{facts['id']}-{week}" for week in range(10)]
        series = {
            "super_event_type": "recurring",
            "sub_events": [{"@id": f"{BASE}/event/{child}/"} for child in children],
        }
        rows.append(facts | series | {"start_time": _times(start)["start_time"], "end_time": None})
        link = {"super_event": {"@id": f"{BASE}/event/{facts['id']}/"}}
        rows += [facts | {"id": c} | link | _times(start + timedelta(weeks=w)) for w, c in enumerate(children)]
    return rows[:count]


def places(unit_count: int) -> list[dict[str, Any]]:
    """Linked Events' own copies of the units."""
    return [
        {
            "id": f"tprek:{number}",
            "name": {"fi": f"Paikka {number}"},
            "street_address": {"fi": f"Katu {number % 4000}"},
            "position": None,
            "n_events": 2,
            "has_upcoming_events": True,
            "deleted": False,
        }
        for number in range(1, unit_count + 1)
    ]


def _times(start: datetime) -> dict[str, str]:
    return {"start_time": f"{start:%Y-%m-%dT%H:%M:%SZ}", "end_time": f"{start + timedelta(hours=1):%Y-%m-%dT%H:%M:%SZ}"}


def _event(number: int, unit_count: int, chance: random.Random) -> dict[str, Any]:
    what, who = chance.choice(WHAT), chance.choice(FOR)
    price = chance.choice([None, "5 €", "5/3 €", "12,50 €"])
    return {
        "id": f"helsinki:b{number}",
        "name": {"fi": f"{what} {who} {number}", "sv": f"Grupp {number}", "en": f"Group {number}"},
        "short_description": {"fi": f"{what} {who}. Tervetuloa mukaan."},
        "description": {"fi": f"<p>Ryhmä {number}. {what} sopii {who}.</p><p>Ota mukaan juomapullo.</p>" * 2},
        "location": {"@id": f"{BASE}/place/tprek:{chance.randrange(1, unit_count + 1)}/"},
        "keywords": [{"@id": f"{BASE}/keyword/{word}/"} for word in chance.sample(KEYWORDS, 2)],
        "audience": [],
        "in_language": [{"@id": f"{BASE}/language/fi/"}],
        "offers": [{"is_free": price is None, "price": {"fi": price} if price else None}],
        "info_url": {"fi": f"https://example.org/e/{number}"},
        "provider": {"fi": f"Yhdistys {number % 400} ry"},
        "event_status": "EventScheduled",
        "type_id": "General",
        "super_event": None,
        "super_event_type": None,
        "sub_events": [],
        "images": [],
        "external_links": [],
        "publisher": f"ahjo:u{number % 30}",
        "data_source": "helsinki",
        "last_modified_time": "2026-11-01T10:00:00Z",
        "deleted": False,
        "replaced_by": None,
    }


def write(folder: Path, unit_count: int, event_count: int) -> None:
    chance = random.Random(7)
    (folder / "tpr").mkdir(parents=True)
    (folder / "linkedevents").mkdir()
    city = {"id": "83e74666-0836-4c1d-948a-4b34a8b90301", "name_fi": "Helsingin kaupunki", "business_id": "0201256-6"}
    tree = [{"id": node, "name_fi": f"Solmu {node}", "child_ids": []} for node in NODES]
    words = [{"id": 813, "ontologyword_fi": "kirjastot"}]
    files: dict[str, Any] = {
        "tpr/unit": units(unit_count, chance),
        "tpr/organization": [city],
        "tpr/ontologytree": tree,
        "tpr/ontologyword": words,
        "linkedevents/event": events(event_count, unit_count, chance),
        "linkedevents/place": places(unit_count),
        "linkedevents/keyword": [{"id": word, "name": {"fi": word}, "n_events": 9} for word in KEYWORDS],
        "linkedevents/keyword_set": [],
        "linkedevents/language": [{"id": "fi", "name": {"fi": "suomi"}}],
        "linkedevents/organization": [{"id": f"ahjo:u{n}", "name": f"Toimisto {n}"} for n in range(30)],
    }
    for name in ("connection", "department", "entrance", "ontologyword_details"):
        files[f"tpr/{name}"] = []
    for name in ("sentence", "shortage", "viewpoint"):
        files[f"tpr/accessibility_{name}"] = []
    for name, value in files.items():
        (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


class Stopwatch:
    """Adds up the time spent in chosen functions, without what the inner ones of them take."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._inner: list[float] = []

    def on(self, owner: Any, name: str, stage: str) -> None:
        wrapped: Callable[..., Any] = getattr(owner, name)

        def timed(*args: Any, **kwargs: Any) -> Any:
            self._inner.append(0.0)
            began = time.perf_counter()
            try:
                return wrapped(*args, **kwargs)
            finally:
                took = time.perf_counter() - began
                self.seconds[stage] += took - self._inner.pop()
                if self._inner:
                    self._inner[-1] += took

        setattr(owner, name, timed)


def measure(url: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarjotin.config.settings")
    django.setup()
    from django.utils import timezone

    from tarjotin.catalogue import actions
    from tarjotin.jobs.clients import client_for
    from tarjotin.sources import linking, pipeline, publishing
    from tarjotin.sources.models import SourceRecord
    from tarjotin.sources.registry import SOURCES

    watch = Stopwatch()
    watch.on(pipeline, "stage", "fetched and kept")
    watch.on(publishing.Publisher, "parse", "parsed")
    watch.on(linking, "link", "matched")
    watch.on(publishing, "merge", "merged")
    watch.on(publishing.Publisher, "_about", "classified")
    watch.on(actions, "publish", "published")
    total, seconds, cpu_seconds = 0, 0.0, 0.0
    for label in ("first", "second"):
        for name in ("tpr", "linkedevents"):
            watch.seconds.clear()
            began, cpu_began = time.perf_counter(), time.process_time()
            pipeline.import_source(
                SOURCES[name], client_for(SOURCES[name], replay=url), options=pipeline.Options(), now=timezone.now()
            )
            took, cpu = time.perf_counter() - began, time.process_time() - cpu_began
            count = SourceRecord.objects.filter(source=name).count()
            stages = ", ".join(f"{stage} {spent:.1f}" for stage, spent in sorted(watch.seconds.items()))
            rest = took - sum(watch.seconds.values())
            speed = f"{took:6.1f} s (cpu {cpu:.1f}) {count / took:6.0f}/s"
            print(f"{label:>6} {name:<13} {count:>7} records {speed} [{stages}, rest {rest:.1f}]")
            if label == "first":
                total, seconds, cpu_seconds = total + count, seconds + took, cpu_seconds + cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"first in all: {total} records, {seconds:.1f} s (cpu {cpu_seconds:.1f}), {total / seconds:.0f} records/s")
    print(f"peak memory {peak:.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=10_000)
    parser.add_argument("--events", type=int, default=20_000)
    parser.add_argument("--measure", metavar="URL", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "payloads", options.units, options.events)
        environment = {**os.environ, "TARJOTIN_VAR": str(folder / "var"), "PYTHONPATH": str(ROOT)}
        run = [sys.executable, str(ROOT / "manage.py")]
        subprocess.run([*run, "migrate", "--verbosity", "0"], env=environment, check=True)
        port = str(20_000 + os.getpid() % 20_000)
        server = subprocess.Popen([*run, "replay_sources", str(folder / "payloads"), "--port", port], env=environment)
        try:
            time.sleep(3 + options.events / 10_000)
            command = [sys.executable, __file__, "--measure", f"http://127.0.0.1:{port}"]
            subprocess.run(command, env=environment, check=True)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
