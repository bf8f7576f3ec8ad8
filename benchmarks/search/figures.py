"""Times and memory, and how they are told."""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


class Times:
    """What each request took, in milliseconds: by the clock, and of the processor."""

    def __init__(self, pairs: Iterable[tuple[float, float]] = ()) -> None:
        self.pairs = list(pairs)

    def add(self, other: Times) -> None:
        self.pairs += other.pairs

    def __str__(self) -> str:
        clock, processor = ([pair[at] for pair in self.pairs] for at in (0, 1))
        return f"clock {cuts(clock)}   processor {cuts(processor)}  mean {statistics.mean(processor):6.2f} ms"


def cuts(times: Sequence[float]) -> str:
    at = statistics.quantiles(times, n=100)
    return f"p50 {at[49]:6.1f}  p95 {at[94]:6.1f}  p99 {at[98]:6.1f}"


def processor_ms(pids: Iterable[int]) -> float:
    """What these processes have used so far, of their own and for them in the kernel."""
    return sum(_ticks(pid) for pid in pids) * 1_000 / TICKS


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return int(fields[11]) + int(fields[12])  # utime, stime


def memory_mb(pids: Iterable[int]) -> str:
    """Resident, and proportional: what is shared counted once."""
    found = {"Rss": 0, "Pss": 0}
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            name, _, told = line.partition(":")
            if name in found:
                found[name] += int(told.split()[0])
    return f"RSS {found['Rss'] / 1024:.0f} MB, PSS {found['Pss'] / 1024:.0f} MB"
