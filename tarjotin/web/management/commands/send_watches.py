"""`manage.py send_watches`: what is new goes to those who wait for it; once a day, by the system's timetable."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.core.management.base import BaseCommand
from django.utils import timezone

from tarjotin.guidance import watching
from tarjotin.web.resident import watch_mail

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Send what is new to those who watch, and warn those whose watch ends soon."

    def handle(self, *args: object, **options: object) -> None:
        now = timezone.now()
        warned = _each(watching.ending_watches(now=now), watch_mail.send_warning, now)
        told = _each(watching.due_watches(now=now), watch_mail.send_news, now)
        gone = watching.forget_watches(now=now)
        self.stdout.write(f"{told} looked through, {warned} warned, {gone} over")


def _each(watches: list[watching.Watch], do: Callable[[watching.Watch, datetime], object], now: datetime) -> int:
    """One watch's trouble, whatever it is, does not keep the others from their mail; an address is never logged."""
    done = 0
    for watch in watches:
        try:
            do(watch, now)
            done += 1
        except Exception as problem:
            log.warning("watch %s: %s", watch.pk, type(problem).__name__)
    return done
