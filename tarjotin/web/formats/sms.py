"""How many text messages a text makes. Pure.

GSM 03.38: 160 signs of the default alphabet in one message, 153 in each of several; any sign outside it turns the whole
message into UTF-16 with 70 and 67.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€\f")  # each takes the room of two
# Signs our own texts use for looks, and what says the same within the alphabet.
_PLAIN = str.maketrans({"–": "-", "—": "-", "’": "'", "”": '"', "“": '"', "…": "...", "\N{NO-BREAK SPACE}": " "})


@dataclass(frozen=True, slots=True)
class Counted:
    """`signs` as the network counts them."""

    signs: int
    parts: int
    is_basic: bool


def plain(text: str) -> str:
    """The text with signs of the small alphabet where they say the same."""
    return text.translate(_PLAIN)


def count(text: str) -> Counted:
    if all(sign in BASIC or sign in EXTENDED for sign in text):
        septets = [2 if sign in EXTENDED else 1 for sign in text]
        return Counted(sum(septets), _parts(septets, 160, 153), True)
    units = [len(sign.encode("utf-16-le")) // 2 for sign in text]
    return Counted(sum(units), _parts(units, 70, 67), False)


def link(text: str) -> str:
    """Opens the phone's own messages with this text; whom to send it to is chosen there."""
    return f"sms:?&body={quote(text, safe='')}"


def _parts(sizes: list[int], alone: int, each: int) -> int:
    """A sign is never cut in two, so a part may stay one short."""
    if sum(sizes) <= alone:
        return 1
    parts, room = 1, each
    for size in sizes:
        if size > room:
            parts, room = parts + 1, each
        room -= size
    return parts
