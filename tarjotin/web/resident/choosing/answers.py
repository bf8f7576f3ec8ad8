"""The answers as the address has them: nowhere else. What nobody offers is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from tarjotin.common.languages import INTERFACE_LANGUAGES, base_of
from tarjotin.web.resident.choosing.effects import EFFECTS, QUESTIONS, Effect
from tarjotin.web.resident.choosing.topics import MOST, PRESSING, TOPICS

LONGEST_PLACE = 60
END = len(QUESTIONS) + 1  # the step after the last question
LANGUAGES = tuple(dict.fromkeys(base_of(tag) for tag in INTERFACE_LANGUAGES))


@dataclass(frozen=True, slots=True)
class Answers:
    """`picks`: question → answers. `start`: the station or part of town, as written.

    `speaking`: the language to take part in. `other`: somebody asks for a close one.
    """

    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    start: str = ""
    speaking: str = ""
    topics: tuple[str, ...] = ()
    other: bool = False

    @property
    def is_empty(self) -> bool:
        return not (any(self.picks.values()) or self.start or self.speaking or self.topics)

    @property
    def is_pressing(self) -> bool:
        """Whether urgent help is named first."""
        return bool(PRESSING & set(self.topics)) or "talk" in self.of("good")

    def of(self, question: str) -> tuple[str, ...]:
        return self.picks.get(question, ())

    def effects(self) -> Iterator[Effect]:
        yield from (TOPICS[code] for code in self.topics)
        yield from (EFFECTS[question][code] for question in QUESTIONS for code in self.of(question))

    def without(self, question: str) -> Answers:
        left = replace(self, picks={name: codes for name, codes in self.picks.items() if name != question})
        if question == "where":
            return replace(left, start="")
        return replace(left, speaking="") if question == "hinder" else left

    def pairs(self) -> list[tuple[str, str]]:
        """Name and value, always in the same order."""
        told = [("for", "other")] if self.other else []
        told += [("topic", code) for code in self.topics]
        told += [(question, code) for question in QUESTIONS for code in self.of(question)]
        told += [("from", self.start)] if self.start else []
        return told + ([("language", self.speaking)] if self.speaking else [])

    def address(self, step: int, *, change: bool = False) -> str:
        """The query string of a step with these answers; `change` leads back to the suggestions afterwards."""
        at = [("step", str(step))] if step > 1 or change else []
        return urlencode([*self.pairs(), *at, *([("change", "1")] if change else [])])


def read(get: QueryDict) -> Answers:
    speaking = get.get("language", "")
    return Answers(
        picks={
            question: codes for question in QUESTIONS if (codes := _known(get.getlist(question), EFFECTS[question]))
        },
        start=" ".join(get.get("from", "").replace("\x00", "").split())[:LONGEST_PLACE],
        speaking=speaking if speaking in LANGUAGES else "",
        topics=_known(get.getlist("topic"), TOPICS)[:MOST],
        other=get.get("for") == "other",
    )


def step(get: QueryDict) -> int:
    written = get.get("step", "1")
    return min(max(int(written), 1), END) if written.isascii() and written.isdigit() and len(written) < 3 else 1


def _known(written: list[str], offered: Mapping[str, Effect]) -> tuple[str, ...]:
    """Those that are offered, once, in the order in which they are."""
    return tuple(code for code in offered if code in written)
