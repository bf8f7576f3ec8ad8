"""How often one asker may try: counted by one statement, so that guesses sent at once count one by one.

The key is made of purpose, address and time span with the deployment's secret: the address cannot be read from it, and
two spans cannot be tied together. When counting fails, nothing is allowed.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from tarjotin.people.models import Attempt

log = logging.getLogger(__name__)

_SALT = "tarjotin.people.attempts"
_COUNT_ONE = """
INSERT INTO people_attempt (key, count, until) VALUES (%s, 1, %s)
ON CONFLICT (key) DO UPDATE SET count = people_attempt.count + 1 RETURNING count
"""


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries in a span, for one purpose."""

    purpose: str
    tries: int
    span: timedelta


def take(limit: Limit, *, asker: str, now: datetime) -> bool:
    """Use one try up; whether it is allowed."""
    number = int(now.timestamp() // limit.span.total_seconds())
    until = datetime.fromtimestamp((number + 1) * limit.span.total_seconds(), tz=UTC)
    adapted = connection.ops.adapt_datetimefield_value(until)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_COUNT_ONE, [_key(limit, asker, number), adapted])
            counted = int(cursor.fetchone()[0])
    except DatabaseError as problem:
        log.warning("a try was not counted, so it was refused: %s", type(problem).__name__)
        return False
    return counted <= limit.tries


def give_back(limit: Limit, *, asker: str, now: datetime) -> None:
    """The try was right: it does not count."""
    number = int(now.timestamp() // limit.span.total_seconds())
    Attempt.objects.filter(key=_key(limit, asker, number), count__gt=0).update(count=F("count") - 1)


def forget(*, now: datetime) -> int:
    """Take away the counts of spans that are over."""
    return Attempt.objects.filter(until__lte=now).delete()[0]


def _key(limit: Limit, asker: str, number: int) -> str:
    return salted_hmac(_SALT, f"{limit.purpose}\n{asker}\n{number}", algorithm="sha256").hexdigest()
