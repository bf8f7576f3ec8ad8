"""An entry as a possible suggestion: its score, and the facts it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tarjotin.search.recommending import answering, circumstances, criteria
from tarjotin.search.recommending.first_steps import first_step
from tarjotin.search.recommending.needs import Needs
from tarjotin.search.recommending.parts import Facts, Part, joined
from tarjotin.search.recommending.suggestion import Fact

if TYPE_CHECKING:
    from tarjotin.search.index.schema import Stored

NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class Scored:
    row: Stored
    name: str
    score: float
    answers: tuple[str, ...]  # what is wanted that it answers, the best answered first
    help: Fact | None  # in what way it helps, when it is not what is wanted itself
    reasons: Facts
    doubts: Facts
    differs: Facts
    fits: bool  # in place, time and language, as far as told
    metres: int | None
    start: float
    is_for_others: bool
    first_step: str

    @property
    def order(self) -> tuple[float, float, float, str]:
        """Best first; among equals the nearest, then the soonest."""
        return -self.score, NEVER if self.metres is None else self.metres, self.start, str(self.row.id)


def scored(row: Stored, name: str, needs: Needs, now: datetime) -> Scored:
    answered = answering.answers(row, needs)
    for_whom = criteria.for_whom(row, needs)
    start = circumstances.next_start(row.starts, now)
    whole = joined(
        (
            Part(answering.worth(answered), tuple(each.fact for each in answered)),
            *criteria.limited(row, needs),
            *criteria.wished(row, needs),
            circumstances.spoken(row, needs),
            circumstances.placed(row, needs),
            circumstances.timed(row, needs),
            for_whom,
            criteria.for_situation(row, needs),
            criteria.helpers_wanted(row, needs),
            *criteria.welcoming(row),
            *criteria.tried(row, needs),
            circumstances.soon(row, now),
        )
    )
    return Scored(
        row=row,
        name=name,
        score=whole.points,
        answers=tuple(each.wanted for each in answered),
        help=next((each.fact for each in answered if each.fact.code in ("helps", "for", "akin")), None),
        reasons=whole.reasons,
        doubts=whole.doubts,
        differs=whole.differs,
        fits=whole.fits,
        metres=circumstances.on_foot(row, needs),
        start=NEVER if start is None else start,
        is_for_others=for_whom.points < 0,
        first_step=first_step(row),
    )
