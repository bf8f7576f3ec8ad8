"""A concept: one meaning, and how people say it in every language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tarjotin.common.languages import base_of

LANGUAGES = ("fi", "sv", "en", "et", "ru", "uk", "ar", "so", "fa", "ckb")
KINDS = ("activity", "place", "need", "situation", "audience", "property", "service")
# group=option,option: the groups are those of the search's criteria; an option is a code.
WELL_FORMED = re.compile(r"[a-z_]+=[a-zA-Z0-9_-]+(?:,[a-zA-Z0-9_-]+)*")


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a page can choose instead of the words: "price=free", "weekday=6,7"."""

    group: str
    options: tuple[str, ...]

    @classmethod
    def read(cls, written: str) -> Criterion | None:
        if not WELL_FORMED.fullmatch(written):
            return None
        group, _, options = written.partition("=")
        return cls(group, tuple(options.split(",")))


@dataclass(frozen=True, slots=True)
class Concept:
    """`wordings` holds language → wordings, the first of them the label. `never`: what looks like it and is not."""

    code: str
    kind: str
    wordings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    written_criterion: str = ""
    note: str = ""

    @property
    def labels(self) -> dict[str, str]:
        return {language: wordings[0] for language, wordings in self.wordings.items() if wordings}

    @property
    def criterion(self) -> Criterion | None:
        return Criterion.read(self.written_criterion)

    @property
    def is_topic(self) -> bool:
        """Whether an entry can be about it: what a criterion says already is not said twice."""
        return self.kind != "property" and not (self.kind == "audience" and self.written_criterion)

    def label(self, language: str) -> str:
        labels = self.labels
        return labels.get(base_of(language)) or labels.get("en") or labels.get("fi") or self.code
