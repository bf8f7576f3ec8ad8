"""Walking through an answer page by page while the index changes.

Who walks tells what they were given (`walked`, a mark for each entry), and gets the first of the others. So nothing
comes twice; and what fits the question during the whole walk comes, wherever in the order it moves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence, Set
from dataclasses import dataclass
from uuid import UUID

from tarjotin.search.index import Address, Snapshot
from tarjotin.search.ordering import Tier, take

# Bytes of a mark. Two of 600 entries are taken for each other in one of six million walks.
MARK = 5


@dataclass(frozen=True, slots=True)
class Part:
    """The entries to show, how many of them are sure, and whether there are more behind them."""

    addresses: list[Address]
    sure: int
    more: bool


def mark(entry: UUID) -> bytes:
    return hashlib.blake2b(entry.bytes, digest_size=MARK).digest()


def part(
    index: Snapshot, sure: Sequence[Tier], maybe: Sequence[Tier], *, start: int, size: int, walked: Set[bytes]
) -> Part:
    """As many as `size` from `start` on, or the first ones that were not walked through."""
    total, tiers = sum(tier.total for tier in sure), [*sure, *maybe]
    if not walked:
        found = take(tiers, start, start + size)
        more = start + size < sum(tier.total for tier in tiers)
        return Part(found, min(max(total - start, 0), len(found)), more)
    first = take(tiers, 0, len(walked) + size + 1)
    rows = index.stored(first)
    left = [(at, first[at]) for at, row in enumerate(rows) if mark(row.id) not in walked]
    shown = left[:size]
    return Part([address for _, address in shown], sum(at < total for at, _ in shown), len(left) > size)
