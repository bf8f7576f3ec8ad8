"""Telling of every step of the writing code, from outside: the program has no hook for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any


def instrument(step: Callable[[], None]) -> None:
    """Every line of the writing code is a step, once, and so are the calls to the engine and to the disk."""
    from tarjotin.search.index import following, refreshing, store

    for module in (os, refreshing.shutil):
        for name in ("replace", "fsync", "rmtree"):
            if hasattr(module, name):
                setattr(module, name, around(getattr(module, name), step))
    writer_of = refreshing._writer
    files = {refreshing.__file__, store.__file__, following.__file__}
    passed = set()

    def by_line(frame: Any, event: str, _: Any) -> Any:
        place = (frame.f_code, frame.f_lineno)
        if event == "line" and place not in passed:
            passed.add(place)
            step()
        return by_line

    def by_call(frame: Any, event: str, _: Any) -> Any:
        code = frame.f_code
        return by_line if code.co_filename in files and code.co_name not in WITHOUT_EFFECT else None

    refreshing._writer = lambda engine: Wrapped(writer_of(engine), step)
    sys.settrace(by_call)


WITHOUT_EFFECT = {
    *("version", "root", "current", "stamp", "is_whole", "_checksum_is_right", "read_seen", "_mark_of_list"),
    *("holes", "with_rows", "up_to", "drained", "dump", "load", "unseen", "_unseen", "behind", "all_rows", "settled"),
    *("can_follow", "_joined", "_passed", "_can_be_kept", "_behind", "<genexpr>", "<listcomp>", "<dictcomp>"),
}


class Wrapped:
    """A writer whose every call is a step, and every return from one."""

    def __init__(self, inner: Any, step: Callable[[], None]) -> None:
        self._inner = inner
        self._step = step

    def __enter__(self) -> Any:
        return Wrapped(self._inner.__enter__(), self._step)

    def __exit__(self, *problem: object) -> Any:
        return self._inner.__exit__(*problem)

    def __getattr__(self, name: str) -> Any:
        return around(getattr(self._inner, name), self._step)


def around(function: Callable[..., Any], step: Callable[[], None]) -> Callable[..., Any]:
    def stepping(*args: Any, **named: Any) -> Any:
        step()
        result = function(*args, **named)
        step()
        return result

    return stepping
