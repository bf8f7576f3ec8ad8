"""What is deleted must be gone from the files too (docs/decisions/0001-stack.md)."""

from __future__ import annotations

import logging

from django.db import DatabaseError, connection

log = logging.getLogger(__name__)


def cut_log() -> None:
    """SQLite's write-ahead log keeps what a row held until it is cut; PostgreSQL cleans up after itself.

    A reader at work can keep the log from being cut. The next erasure, or the night, cuts it then.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except DatabaseError as problem:
        log.warning("the write-ahead log was not cut: %s", type(problem).__name__)
