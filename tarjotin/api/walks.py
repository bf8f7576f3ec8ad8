"""Paging through a search that changes meanwhile: a signed cursor holds what was given, and when the walk began.

Each page is the first one of what was not given yet, as of the moment of the first page. So nothing comes twice, and
what fits during the whole walk comes, whatever is published, withdrawn or moved in the order between two pages. Neither
a position nor a score could do that: the words' rarity, and with it every score, changes with every entry.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.core.signing import BadSignature, Signer

from tarjotin.api.refusals import BadRequest
from tarjotin.api.search_parameters import SearchParameters
from tarjotin.search.walking import MARK, mark

HOLDS = timedelta(hours=2)
DEEPEST = 500  # entries a cursor remembers; an address has room for about twice as much
_HEAD = struct.Struct(">IH8s")  # begun at, page, question
_NOT_OURS = "is not a cursor of this question: begin anew without it"


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a walk stands: its next page, and the marks of the entries given before."""

    begun: int  # seconds
    page: int
    question: bytes
    given: frozenset[bytes] = frozenset()

    @property
    def begun_at(self) -> datetime:
        return datetime.fromtimestamp(self.begun, UTC)

    def after(self, entries: Iterable[UUID]) -> Walk | None:
        """The walk after one more page; `None` when it goes no deeper."""
        given = self.given | {mark(entry) for entry in entries}
        return replace(self, page=self.page + 1, given=given) if len(given) <= DEEPEST else None

    def __str__(self) -> str:
        plain = _HEAD.pack(self.begun, self.page, self.question) + b"".join(sorted(self.given))
        return _signer().sign(base64.urlsafe_b64encode(plain).decode().rstrip("="))


def walk(asked: SearchParameters, *, now: datetime) -> Walk:
    """The walk of the cursor, or a new one. Raises `BadRequest` for a cursor of another question, or too old."""
    question = _mark_of(asked)
    if not asked.cursor:
        return Walk(int(now.timestamp()), asked.page, question)
    if asked.page != 1:
        raise BadRequest("page", "does not go with cursor")
    found = _read(asked.cursor)
    if found.question != question:
        raise BadRequest("cursor", _NOT_OURS)
    if now - found.begun_at > HOLDS:
        raise BadRequest("cursor", "is too old: begin anew without it")
    return found


def _read(written: str) -> Walk:
    try:
        plain = base64.urlsafe_b64decode(_signer().unsign(written) + "===")
    except (BadSignature, ValueError, binascii.Error) as error:
        raise BadRequest("cursor", _NOT_OURS) from error
    begun, page, question = _HEAD.unpack_from(plain)
    marks = range(_HEAD.size, len(plain), MARK)
    return Walk(begun, page, question, frozenset(plain[at : at + MARK] for at in marks))


def _mark_of(asked: SearchParameters) -> bytes:
    """The same for the same question, however it is cut into pages."""
    told = asked.model_dump_json(exclude={"cursor", "limit", "page"})
    return hashlib.blake2b(told.encode(), digest_size=8).digest()


def _signer() -> Signer:
    return Signer(sep=".", salt="tarjotin.api.walks")
