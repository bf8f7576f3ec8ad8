"""How one wants to read: big text, calm, aloud. Kept in one cookie of ours, on this device only (ux.md § 2 "Settings").

While a page is made, its preferences are at hand to the frame; what a page says does not hang on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.http import HttpRequest

COOKIE = "tarjotin_settings"
KNOWN = ("big", "calm", "aloud")
SECONDS_KEPT = 365 * 24 * 60 * 60

_wanted: ContextVar[tuple[str, ...]] = ContextVar("preferences", default=())


def read(request: HttpRequest) -> tuple[str, ...]:
    """What the cookie asks for; anything unknown in it is passed over."""
    words = request.COOKIES.get(COOKIE, "")[:100].split(".")
    return tuple(name for name in KNOWN if name in words)


def current() -> tuple[str, ...]:
    """What the reader of the page in the making asked for."""
    return _wanted.get()


@contextmanager
def wanted(names: tuple[str, ...]) -> Iterator[None]:
    token = _wanted.set(names)
    try:
        yield
    finally:
        _wanted.reset(token)
