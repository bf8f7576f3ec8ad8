"""Search on a made-up catalogue: build time, size, and how long answers with facets take.

    .venv/bin/python benchmarks/search.py [ENTRIES]        (20 000 unless told)

Documents go straight into an index in a temporary folder; the database is not touched. Each answer is a whole
`search()`: words understood, hits with reasons, eleven groups of facets, maybes and relaxations. The processor's
time is what an answer costs whatever else the machine is doing.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ["DJANGO_SETTINGS_MODULE"] = "tarjotin.config.settings"
os.environ["TARJOTIN_INDEX_DIR"] = (folder := tempfile.TemporaryDirectory()).name
django.setup()

from tarjotin.common.distance import Point  # noqa: E402
from tarjotin.common.text import LocalisedText  # noqa: E402
from tarjotin.search.document import TIMES, UNKNOWN, Document, slot, split_slots  # noqa: E402
from tarjotin.search.index import snapshot, store  # noqa: E402
from tarjotin.search.index.refreshing import fill  # noqa: E402
from tarjotin.search.queries import search  # noqa: E402
from tarjotin.search.query import Query  # noqa: E402

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
QUESTIONS = 400
BATCH = 500
CATEGORIES = ("sport", "culture", "nature", "community", "lifestyle", "advice", "food")
AUDIENCES = ("older_people", "unemployed", "immigrants", "families", "young", "carers", "disabled")
DISTRICTS = [f"{number:02}" for number in range(1, 60)]
LANGUAGES = ("fi", "sv", "en", "so", "ar", "ru", "uk", "et", "fa")
FI = (
    "jooga jumppa tuolijumppa vesijumppa tanssi kävely uinti kerho käsityökerho kuoro teatteri kirjasto lukupiiri "
    "kielikahvila perhekahvila neuvonta velkaneuvonta ruokajako yhteisruokailu retki luontopolku kuntosali "
    "vertaisryhmä olohuone lautapelit shakki maalaus keramiikka digituki ensiapu musiikki elokuva pilates "
    "venyttely sauvakävely"
).split()
SV = (
    "yoga gymnastik stolgymnastik dans promenad simning klubb kör teater bibliotek språkkafé rådgivning utflykt".split()
)
EN = "yoga exercise dance walk swimming club choir theatre library language café advice trip nature group".split()
WHO = "senioreille aloittelijoille naisille miehille perheille nuorille kaikille työttömille maahanmuuttajille".split()
PLACES = "Kallion Töölön Malmin Kontulan Vuosaaren Itäkeskuksen Lauttasaaren Haagan Oulunkylän Kannelmäen".split()
FILLER = (
    "tule mukaan rauhalliseen ryhmään jossa tutustutaan uusiin ihmisiin ja opitaan yhdessä ohjaaja auttaa alkuun etkä "
    "tarvitse aiempaa kokemusta kahvia on tarjolla ja tilaan pääsee hissillä ota mukaan mukavat vaatteet vesipullo ja "
    "hyvä mieli ryhmä kokoontuu joka viikko samassa paikassa ympäri vuoden lisätietoja saat puhelimitse arkisin"
).split()


def documents(count: int) -> Iterator[list[Document]]:
    chance = random.Random(7)
    organisations = [UUID(int=chance.getrandbits(128)) for _ in range(max(count // 40, 5))]
    for start in range(0, count, BATCH):
        yield [document(chance, organisations) for _ in range(min(BATCH, count - start))]


def document(chance: random.Random, organisations: list[UUID]) -> Document:
    kind = chance.choices(("activity", "service", "place"), (7, 2, 1))[0]
    what, who, where = chance.choice(FI), chance.choice(WHO), chance.choice(PLACES)
    title = {"fi": f"{what.capitalize()} {who}"}
    if chance.random() < 0.5:
        title |= {"sv": f"{chance.choice(SV).capitalize()} för alla", "en": f"{chance.choice(EN).capitalize()} for all"}
    text = " ".join(chance.choices(FILLER, k=60) + chance.choices(FI, k=6))
    first = NOW + timedelta(hours=chance.randrange(-48, 24 * 14))
    moments = [first + timedelta(days=7 * week) for week in range(8)] if kind == "activity" else []
    starts = [moment for moment in moments if moment >= NOW]
    slots = tuple(sorted({slot(moment) for moment in starts})) if kind == "activity" else opening(chance)
    options = {
        "category": (chance.choice(CATEGORIES),),
        "need": ("food_aid",) if chance.random() < 0.05 else (),
        "audience": tuple(sorted(set(chance.choices(AUDIENCES, k=chance.randrange(3))))),
        "district": (chance.choice(DISTRICTS),),
        "price": (chance.choices(("free", "paid", UNKNOWN), (5, 3, 2))[0],),
        "rhythm": (chance.choice(("weekly", "one_off", "course", UNKNOWN)),) if kind == "activity" else (),
        "language": ("fi", *sorted(set(chance.choices(LANGUAGES, k=chance.randrange(3))) - {"fi"})),
        "entry": (chance.choice(("drop_in", "register", UNKNOWN)),),
    }
    return Document(
        kind=kind,
        id=UUID(int=chance.getrandbits(128)),
        title=LocalisedText.of(title),
        names=(LocalisedText.of(fi=f"{where} kirjasto"), LocalisedText.of(fi=f"{where} yhdistys")),
        summary=(LocalisedText.of(fi=f"{what} {who} {where}"),),
        body=(LocalisedText.of(fi=text),),
        options=options | split_slots(slots),
        slots=slots,
        points=(Point(60.15 + chance.random() * 0.15, 24.8 + chance.random() * 0.4),),
        places=(UUID(int=chance.randrange(2_000)),),
        organisation=chance.choice(organisations),
        starts=tuple(int(moment.timestamp()) for moment in starts),
        lowest_cents=0 if options["price"] == ("free",) else chance.randrange(100, 5_000),
        told=chance.randrange(12),
        for_newcomers=chance.random() < 0.4,
    )


def opening(chance: random.Random) -> tuple[str, ...]:
    if chance.random() < 0.3:
        return (f"{UNKNOWN}-{UNKNOWN}",)
    return tuple(f"{day}-{name}" for day in range(1, 6) for name in list(TIMES)[:3])


def question(chance: random.Random, kind: str) -> Query:
    near = Point(60.15 + chance.random() * 0.15, 24.8 + chance.random() * 0.4)
    chosen: dict[str, tuple[str, ...]] = {}
    if kind != "browse" and chance.random() < 0.6:
        pool = {
            "category": CATEGORIES,
            "audience": AUDIENCES,
            "district": DISTRICTS,
            "price": ("free",),
            "weekday": tuple("1234567"),
            "time": tuple(TIMES),
            "language": LANGUAGES,
        }
        for group in chance.sample(sorted(pool), k=chance.randrange(1, 4)):
            chosen[group] = tuple(sorted(set(chance.choices(pool[group], k=chance.randrange(1, 3)))))
    text = {
        "browse": "",
        "criteria": "",
        "one word": chance.choice(FI + SV + EN),
        "two words": f"{chance.choice(FI)} {chance.choice(WHO)}",
        "misspelt": misspelt(chance, chance.choice([word for word in FI if len(word) > 6])),
    }[kind]
    sort = chance.choice(("relevance", "relevance", "soonest", "nearest", "cheapest"))
    return Query(text=text, chosen=chosen, near=near, sort=sort, page=chance.choice((1, 1, 1, 2, 5)))


def misspelt(chance: random.Random, word: str) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def measure(kind: str) -> tuple[list[float], list[float]]:
    """What each answer took, in milliseconds: by the clock, and of the processor alone."""
    chance = random.Random(11)
    questions = [question(chance, kind) for _ in range(QUESTIONS)]
    for asked in questions[:20]:
        search(asked, language="fi", now=NOW)
    clock, cpu = [], []
    for asked in questions:
        start, start_cpu = time.perf_counter(), time.thread_time()
        search(asked, language="fi", now=NOW)
        clock.append((time.perf_counter() - start) * 1_000)
        cpu.append((time.thread_time() - start_cpu) * 1_000)
    return clock, cpu


def line(name: str, clock: list[float], cpu: list[float]) -> str:
    return f"{name:<10}   clock {cuts(clock)}   processor {cuts(cpu)}   ms"


def cuts(times: list[float]) -> str:
    at = statistics.quantiles(times, n=100)
    return f"p50 {at[49]:5.1f}  p95 {at[94]:5.1f}  p99 {at[98]:5.1f}"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    started = time.perf_counter()
    build = store.new_build()
    fill(build, documents(count), total=count)
    store.switch_to(build)
    seconds = time.perf_counter() - started
    size = sum(path.stat().st_size for path in build.iterdir()) / 1e6
    print(f"{snapshot().entries} entries built in {seconds:.1f} s ({count / seconds:.0f}/s), {size:.1f} MB on disk")
    all_clock: list[float] = []
    all_cpu: list[float] = []
    for kind in ("browse", "criteria", "one word", "two words", "misspelt"):
        clock, cpu = measure(kind)
        all_clock += clock
        all_cpu += cpu
        print(line(kind, clock, cpu))
    print(line("all", all_clock, all_cpu))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
