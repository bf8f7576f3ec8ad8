"""Finnish word analysis on the pairs of `tests/words/word_pairs.csv`: recall, false joins, words a second, memory.

    .venv/bin/python benchmarks/words.py [voikko|plain|snowball] [--misses]
    .venv/bin/python benchmarks/words.py --texts FILE   how plain agrees with voikko on the words of a Finnish text

The lists of our own were written with the pairs in view; the words of a text were not. Analysers that are not in the
project are measured by the same pairs when they are installed: simplemma, pypykko.
"""

from __future__ import annotations

import csv
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tarjotin.words import analysis, finnish, stemming, voikko  # noqa: E402
from tarjotin.words.forms import Forms, meet  # noqa: E402

Analyse = Callable[[str], Forms]


def pairs() -> list[tuple[str, str, str, bool]]:
    with (ROOT / "tests" / "words" / "word_pairs.csv").open(encoding="utf-8", newline="") as file:
        return [(row["kind"], row["a"], row["b"], row["same"] == "yes") for row in csv.DictReader(file)]


def snowball(word: str) -> Forms:
    return Forms((stemming.stem("fi", word),))


def simplemma(word: str) -> Forms:
    import simplemma as library

    return Forms((library.lemmatize(word, lang="fi").lower(),))


def pypykko(word: str) -> Forms:
    from pypykko import utils

    lemmas = [found.lemma.lower() for found in utils.analyze(word)]
    parts = tuple(part for lemma in lemmas if "|" in lemma for part in lemma.split("|"))
    return Forms(tuple(lemma.replace("|", "") for lemma in lemmas) or (word,), parts)


def measure(name: str, analyse: Analyse, *, misses: bool) -> None:
    analyse("alku")
    found: Counter[tuple[str, bool]] = Counter()
    for kind, a, b, same in pairs():
        joins = meet(analyse(a), analyse(b))
        found[kind, joins] += 1
        if misses and joins != same:
            print(f"  {'misses' if same else 'joins'} {kind}: {a} {b}")
    kinds = sorted({kind for kind, _ in found})
    true = sum(found[kind, joins] for kind, joins in found if kind != "unrelated")
    hits = sum(found[kind, True] for kind in kinds if kind != "unrelated")
    false = found["unrelated", True] / (found["unrelated", True] + found["unrelated", False])
    by_kind = ", ".join(f"{kind} {found[kind, True]}/{found[kind, True] + found[kind, False]}" for kind in kinds)
    print(f"{name}: recall {hits / true:.1%} of {true}, false joins {false:.1%} ({by_kind})")
    print(
        f"  {speed(analyse):,.0f} words/s, peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )


def speed(analyse: Analyse) -> float:
    """Different words, so that no cache answers."""
    words = [word + ending for _, a, b, _ in pairs() for word in (a, b) for ending in ("", "kin", "ko", "han")]
    started = time.perf_counter()
    for word in words:
        analyse(word)
    return len(words) / (time.perf_counter() - started)


def agreement(file: Path) -> None:
    """Neighbours in the alphabet: those voikko joins and those it does not, and what plain says of them."""
    known = {word: found for word in analysis.words(file.read_text(encoding="utf-8")) if (found := voikko.forms(word))}
    words = sorted(known)
    near = [(a, b) for at, a in enumerate(words) for b in words[at + 1 : at + 4]]
    for name, analyse in (("plain", finnish.plain_forms), ("snowball", snowball)):
        rows = Counter((meet(known[a], known[b]), meet(analyse(a), analyse(b))) for a, b in near)
        same, other = rows[True, True] + rows[True, False], rows[False, True] + rows[False, False]
        print(
            f"{name}: joins {rows[True, True] / same:.1%} of {same} pairs, {rows[False, True] / other:.1%} of {other}"
        )


def main() -> None:
    if "--texts" in sys.argv:
        agreement(Path(sys.argv[sys.argv.index("--texts") + 1]))
        return
    analysers: dict[str, Analyse] = {
        "voikko": lambda word: finnish.forms(word),
        "plain": finnish.plain_forms,
        "snowball": snowball,
        "simplemma": simplemma,
        "pypykko": pypykko,
    }
    asked = [name for name in sys.argv[1:] if name in analysers] or ["voikko", "plain", "snowball"]
    for name in asked:
        if name == "voikko" and not voikko.is_there():
            print("voikko: the library is not installed")
            continue
        measure(name, analysers[name], misses="--misses" in sys.argv)


if __name__ == "__main__":
    main()
