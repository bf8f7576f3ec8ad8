"""A concept: one meaning, and how people say it in every language."""

from __future__ import annotations

from dataclasses import dataclass, field

LANGUAGES = ("fi", "sv", "en", "et", "ru", "uk", "ar", "so", "fa", "ckb")
KINDS = ("activity", "place", "need", "situation", "audience", "property", "service")
# Groups of criteria a concept may stand for; the last row is not among those that pages list.
CRITERIA = (
    *("category", "need", "audience", "district", "price", "weekday", "time", "rhythm", "language", "entry", "kind"),
    *("when", "near", "discount", "rail", "parking", "access"),
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a page can choose instead of the words: "price=free", "weekday=6,7"."""

    group: str
    options: tuple[str, ...]

    @classmethod
    def read(cls, written: str) -> Criterion | None:
        group, _, options = written.partition("=")
        found = tuple(option.strip() for option in options.split(",") if option.strip())
        return cls(group.strip(), found) if group.strip() and found else None


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
        return labels.get(language) or labels.get("en") or labels.get("fi") or self.code
