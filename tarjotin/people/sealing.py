"""What only we may read, as it lies in the database: AES-256-GCM, keys from `TARJOTIN_DATA_KEYS`.

A sealed value is the number of its key, a nonce and the ciphertext. It is tied to its table, column and row: copied to
another place, or changed by a bit, it does not open. `lookup` finds a row by what is sealed in it, without opening any.
"""

from __future__ import annotations

import hmac
import os
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12


class Damaged(Exception):
    """A sealed value cannot be opened: its key is gone, or it was changed, or it stood elsewhere."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a value lies: it opens nowhere else."""

    table: str
    column: str
    row: UUID

    def __bytes__(self) -> bytes:
        return f"{self.table}\n{self.column}\n{self.row}".encode()


def seal(text: str, where: Where) -> bytes:
    """The text, closed with the newest key."""
    keys = _keys()
    number = max(keys)
    nonce = os.urandom(NONCE_BYTES)
    return bytes([number]) + nonce + AESGCM(keys[number]).encrypt(nonce, text.encode(), bytes(where))


def unseal(sealed: bytes | memoryview, where: Where) -> str:
    """The text again. Raises `Damaged`; what cannot be opened is never shown as text."""
    sealed = bytes(sealed)  # databases give a view of the bytes
    key = _keys().get(sealed[0]) if sealed else None
    if key is None:
        raise Damaged("sealed with a key that is not at hand")
    nonce, closed = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, closed, bytes(where)).decode()
    except (InvalidTag, ValueError) as problem:
        raise Damaged("the sealed value was changed, or stands in a place that is not its own") from problem


def is_newest(sealed: bytes | memoryview) -> bool:
    """Whether the newest key closed it."""
    return bytes(sealed)[:1] == bytes([max(_keys())])


def lookup(text: str, *, purpose: str) -> str:
    """Equal for equal texts of one purpose, and unreadable without the deployment's keys; does not change with them."""
    return hmac.new(_lookup_key(), f"{purpose}\n{text}".encode(), sha256).hexdigest()


def _keys() -> dict[int, bytes]:
    return settings.DATA_KEYS.sealing


@lru_cache(maxsize=1)
def _derived(secret: bytes) -> bytes:
    return hmac.new(secret, b"tarjotin.people.sealing.lookup", sha256).digest()


def _lookup_key() -> bytes:
    return _derived(settings.DATA_KEYS.lookup)
