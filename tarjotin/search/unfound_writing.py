"""Writing that would rather fail than wait: a page is not held up by an import that has the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

LONGEST_WAIT_MS = 50
SQLITE_WAITS_S = 5.0  # when no setting says otherwise
ONE_AT_A_TIME = 7_313_011  # any number that nobody else locks


@contextmanager
def briefly() -> Iterator[None]:
    """Inside, one counts at a time, as SQLite has it anyway: so each sees those before, and the fifth is the fifth.

    A lock that another holds is waited for a twentieth of a second; then it is an `OperationalError`.
    """
    if connection.vendor == "sqlite":
        usual_ms = round(connection.settings_dict["OPTIONS"].get("timeout", SQLITE_WAITS_S) * 1_000)
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {LONGEST_WAIT_MS}")
            try:
                yield
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {usual_ms}")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = {LONGEST_WAIT_MS}")
        cursor.execute(f"SET LOCAL statement_timeout = {LONGEST_WAIT_MS * 5}")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        yield
