"""Finnish by libvoikko, the system's library (`libvoikko1`, `voikko-fi`), when it is there.

A handle belongs to one thread: several threads on one handle give wrong answers, then abort the process.
"""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from functools import cache

import libvoikko

from tarjotin.words.forms import Forms, joined, spans

_CHUNK = re.compile(r"\+([^+()]*)(?:\(([^()]*)\))?")
# "Saunalahti" has no sauna.
PLACE_ENDS = ("lahti", "niemi", "mäki", "järvi", "kylä", "vuori", "koski", "salmi", "laakso")
LACKING = ("+ton", "+tön")  # "maksuton" is not about a fee


class _Handles(threading.local):
    def __init__(self) -> None:
        self.voikko = libvoikko.Voikko("fi")


_handles: _Handles | None = None


@cache
def is_there() -> bool:
    """Whether library and Finnish dictionary can be loaded; asked once a process."""
    try:
        libvoikko.Voikko("fi").terminate()
    except (OSError, libvoikko.VoikkoException):
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Piece:
    """One part of a compound: as written, its basic form (empty when it is derived), and what it derives from."""

    written: str
    lemma: str
    root: str


def forms(word: str) -> Forms | None:
    """All readings of a word, those with the fewest parts; `None` for a word the dictionary does not know."""
    readings = _analyses(word)
    if not readings:
        return None
    fewest = min(reading["STRUCTURE"].count("=") for reading in readings)
    return joined(_forms(reading) for reading in readings if reading["STRUCTURE"].count("=") == fewest)


def kinds(word: str) -> frozenset[str]:
    """What a word is in its readings, as the dictionary calls it ("nimisana", "etunimi"); none of a word unknown."""
    return frozenset(reading["CLASS"] for reading in _analyses(word) if "CLASS" in reading)


def _analyses(word: str) -> list[dict[str, str]]:
    global _handles
    if not is_there():
        return []
    if _handles is None:
        _handles = _Handles()
    return [found for found in _handles.voikko.analyze(word) if "BASEFORM" in found]


def _forms(reading: dict[str, str]) -> Forms:
    """What a part of a compound derives from is in the compound, as the part is; it is not the compound's root."""
    lemma = reading["BASEFORM"].lower().replace("-", "")
    pieces = _pieces(reading)
    if "POSSIBLE_GEOGRAPHICAL_NAME" in reading and lemma.endswith(PLACE_ENDS):
        return Forms((lemma,), (), ())
    roots = tuple(piece.root for piece in pieces if piece.root)
    if len(pieces) < 2:
        return Forms((lemma,), (), roots)
    inside = spans(lemma, [(piece.written, piece.lemma or piece.written) for piece in pieces])
    return Forms((lemma,), (*inside, *roots))


def _pieces(reading: dict[str, str]) -> list[_Piece]:
    """The parts of a compound, with their derivations; the last keeps its ending."""
    bases = reading.get("WORDBASES", "").lower().replace("-", "")
    chunks = [chunk for chunk in _CHUNK.findall(bases) if any(chunk)]
    pieces: list[list[tuple[str, str]]] = []
    for written, base in chunks:
        if base.startswith("+") or (not base and pieces):
            pieces[-1].append((written, base))
        else:
            pieces.append([(written, base)])
    return [piece for chunk in pieces for piece in _piece(chunk)]


def _piece(chunks: list[tuple[str, str]]) -> list[_Piece]:
    written, base = "".join(chunk for chunk, _ in chunks), chunks[0][1]
    if len(chunks) > 1:
        lacking = chunks[1][1] in LACKING
        return [_Piece(written, "", "" if lacking else base.replace("=", ""))]
    if "=" in base:
        return [_Piece(part, part, "") for part in base.split("=")]
    return [_Piece(written, base or written, "")]
