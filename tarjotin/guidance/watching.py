"""What changes a watch. It is confirmed before anything but its confirmation is sent, and ended by one tap.

Whoever holds the token of a watch may see, prolong and end it; it is made of the watch's id and our key, so it is not
stored, and cannot be guessed.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from tarjotin.guidance.models import LONGEST_CRITERIA
from tarjotin.guidance.models import Watch as Watch  # pages say its name, and reach it through here
from tarjotin.people import sealing
from tarjotin.people.erasing import cut_log

LIVES_FOR = timedelta(days=182)
CONFIRMED_WITHIN = timedelta(hours=48)
WARNED_BEFORE = timedelta(days=14)
TOLD_EVERY = timedelta(hours=20)  # a night's round is not always at the same minute
MOST_OF_ADDRESS = 20
LONGEST_ADDRESS = 254
_MAC_LETTERS = 32
_TABLE, _COLUMN, _PURPOSE = "guidance_watch", "email", "watch"


class NotAnAddress(Exception):
    """The text is no e-mail address."""


class TooMany(Exception):
    """The address has as many watches as one may have."""


@dataclass(frozen=True, slots=True)
class Notices:
    """What somebody wants to hear of; at least one."""

    new: bool = True
    sign_up: bool = True
    coming: bool = True


def ask_watch(*, email: str, language: str, criteria: str, notices: Notices, now: datetime) -> Watch:
    """A watch that waits to be confirmed, or the one that is there already.

    Raises `NotAnAddress`, `TooMany`, and `ValueError` for criteria that are too long.
    """
    address = clean(email)
    if len(criteria) > LONGEST_CRITERIA:
        raise ValueError("criteria too long")
    lookup = sealing.lookup(address.casefold(), purpose=_PURPOSE)
    watches = Watch.objects.filter(email_lookup=lookup)
    if there := watches.filter(criteria=criteria).first():
        if is_alive(there, now=now):
            return there
        there.delete()  # over, and not yet forgotten: its link would lead nowhere
    if watches.count() >= MOST_OF_ADDRESS:
        raise TooMany
    watch = Watch(
        email_lookup=lookup,
        language=language,
        criteria=criteria,
        on_new=notices.new,
        on_sign_up=notices.sign_up,
        on_coming=notices.coming,
        created_at=now,
        checked_at=now,
        ends_at=now + LIVES_FOR,
    )
    watch.email = sealing.seal(address, _where(watch))
    try:
        with transaction.atomic():
            watch.save(force_insert=True)
    except IntegrityError:  # asked twice at once
        return watches.get(criteria=criteria)
    return watch


def clean(email: str) -> str:
    """The address as it is sent to. Raises `NotAnAddress`."""
    address = email.strip()
    try:
        validate_email(address)
    except ValidationError as problem:
        raise NotAnAddress from problem
    if len(address) > LONGEST_ADDRESS or not address.isprintable():
        raise NotAnAddress
    return address


def address_of(watch: Watch) -> str:
    """Raises `sealing.Damaged`."""
    return sealing.unseal(watch.email, _where(watch))


def token_of(watch: Watch) -> str:
    return watch.pk.hex + _mac(watch.pk)


def find_watch(token: str, *, now: datetime) -> Watch | None:
    """The watch of a token, confirmed or waiting; nothing for a token that is none, or of one that is over."""
    try:
        key = UUID(hex=token[:32])
    except ValueError:
        return None
    if not hmac.compare_digest(token[32:].encode(), _mac(key).encode()):
        return None
    watch = Watch.objects.filter(pk=key).first()
    return watch if watch is not None and is_alive(watch, now=now) else None


def is_alive(watch: Watch, *, now: datetime) -> bool:
    """Neither over nor left unconfirmed for too long."""
    waits_too_long = watch.confirmed_at is None and watch.created_at <= now - CONFIRMED_WITHIN
    return watch.ends_at > now and not waits_too_long


def confirm_watch(watch: Watch, *, now: datetime) -> None:
    """From now on there is news; confirming twice changes nothing."""
    Watch.objects.filter(pk=watch.pk, confirmed_at=None).update(confirmed_at=now, checked_at=now)


def prolong_watch(watch: Watch, *, now: datetime) -> None:
    Watch.objects.filter(pk=watch.pk).update(ends_at=now + LIVES_FOR, warned_at=None)


def note_checked(watch: Watch, *, now: datetime) -> None:
    """Everything until now has been told."""
    Watch.objects.filter(pk=watch.pk).update(checked_at=now)


def note_warned(watch: Watch, *, now: datetime) -> None:
    Watch.objects.filter(pk=watch.pk).update(warned_at=now)


def due_watches(*, now: datetime) -> list[Watch]:
    """Those that may have news: confirmed, not over, and not told within the last twenty hours."""
    return list(Watch.objects.open(now).filter(checked_at__lte=now - TOLD_EVERY).order_by("checked_at", "pk"))


def ending_watches(*, now: datetime) -> list[Watch]:
    """Those that end within two weeks and have not been told so."""
    return list(Watch.objects.open(now).filter(ends_at__lte=now + WARNED_BEFORE, warned_at=None).order_by("ends_at"))


def end_watch(watch: Watch) -> None:
    """Gone at once, the address with it."""
    Watch.objects.filter(pk=watch.pk).delete()
    cut_log()


def forget_watches(*, now: datetime) -> int:
    """Take away what nobody confirmed in time, and what is over."""
    waiting = Watch.objects.filter(confirmed_at=None, created_at__lte=now - CONFIRMED_WITHIN)
    gone = waiting.delete()[0] + Watch.objects.filter(ends_at__lte=now).delete()[0]
    if gone:
        cut_log()
    return gone


def reseal_watches() -> int:
    """Close with the newest key what an older one closed; how many there were."""
    old = [watch for watch in Watch.objects.only("email") if not sealing.is_newest(watch.email)]
    for watch in old:
        fresh = sealing.seal(address_of(watch), _where(watch))
        Watch.objects.filter(pk=watch.pk).update(email=fresh)
    return len(old)


def _mac(key: UUID) -> str:
    return sealing.lookup(key.hex, purpose="watch token")[:_MAC_LETTERS]


def _where(watch: Watch) -> sealing.Where:
    return sealing.Where(_TABLE, _COLUMN, watch.pk)
