"""Telling how far long work has come: a bar on a terminal, a line a step elsewhere."""

from __future__ import annotations

import sys
from typing import Any, TextIO

from tqdm import tqdm

EVERY = 10  # lines: one for each tenth of a step


class Progress:
    """Called with label, done, total (or `None` when nobody knows)."""

    def __init__(self, out: TextIO = sys.stderr) -> None:
        self._out = out
        self._bar: tqdm[Any] | None = None
        self._label = ""
        self._said = -1

    def __call__(self, label: str, done: int, total: int | None) -> None:
        if self._out.isatty():
            self._draw(label, done, total)
        else:
            self._say(label, done, total)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _draw(self, label: str, done: int, total: int | None) -> None:
        if self._bar is None or label != self._label:
            self.close()
            self._label = label
            self._bar = tqdm(desc=label, total=total, file=self._out, unit="", leave=True)
        bar = self._bar
        bar.total = total
        bar.update(done - bar.n)

    def _say(self, label: str, done: int, total: int | None) -> None:
        if label != self._label:
            self._label, self._said = label, -1
        tenth = done * EVERY // total if total else done // 1_000
        if tenth != self._said:
            self._said = tenth
            self._out.write(f"{label}: {done}{f' of {total}' if total else ''}\n")
            self._out.flush()
