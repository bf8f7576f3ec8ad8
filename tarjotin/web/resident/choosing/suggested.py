"""The few that are suggested, as cards; what was loosened when they were too few; and who helps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from tarjotin.search.recommend import Needs, Suggestion, recommend
from tarjotin.search.recommending.weights import FEWEST
from tarjotin.web.resident.cards import Card, cards
from tarjotin.web.resident.choosing import helping, questions
from tarjotin.web.resident.choosing import needs as asking
from tarjotin.web.resident.choosing.answers import Answers
from tarjotin.web.resident.choosing.facts import explained
from tarjotin.web.resident.choosing.offered import offered


def suggestions(answers: Answers, language: str, now: datetime) -> dict[str, Any]:
    asked = asking.needs(answers)
    found = recommend(asked, now=now)
    more: list[Suggestion] = []
    dropped: list[str] = []
    for question, without in asking.loosened(asked):
        if len(found) + len(more) >= FEWEST:
            break
        if without != asked:
            dropped.append(question)
            known = {each.id for each in found}
            more = [each for each in recommend(without, now=now) if each.id not in known]
    shown = {each.id for each in (*found, *more[:FEWEST])}
    helps = helping.helps(answers.effects())
    return {
        "cards": _cards(found, asked, language, now),
        "more": _cards(more[:FEWEST], asked, language, now),
        "few": len(found) < FEWEST,
        "loosened": [questions.words(question, other=answers.other).short for question in dropped if more],
        "helps": offered(helps, asked, shown_already=shown, other=answers.other, language=language, now=now),
    }


def _cards(found: Sequence[Suggestion], needs: Needs, language: str, now: datetime) -> list[Card]:
    by_id = {each.id: each for each in found}
    shown = cards([each.hit for each in found], language=language, now=now)
    return [explained(card, by_id[card.id], needs, language) for card in shown]
