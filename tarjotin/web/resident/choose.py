"""Help me choose: a question a page, each of which may be passed over, and then a few suggestions and who helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import Answer
from tarjotin.web.formats.languages import language_name
from tarjotin.web.resident import criteria, origin
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.choosing import answers as given
from tarjotin.web.resident.choosing import needs as asking
from tarjotin.web.resident.choosing import questions
from tarjotin.web.resident.choosing.answers import END, LANGUAGES, Answers
from tarjotin.web.resident.choosing.changed import answered
from tarjotin.web.resident.choosing.effects import QUESTIONS
from tarjotin.web.resident.choosing.suggested import suggestions
from tarjotin.web.resident.errors import no_search
from tarjotin.web.resident.page import resident_page, show


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool
    symbol: str = ""


@resident_page
def choose(request: HttpRequest, language: str) -> HttpResponse:
    now, answers, step = timezone.now(), given.read(request.GET), given.step(request.GET)
    same_page = addresses("choose", query=answers.address(step))
    values: dict[str, Any] = {
        "answers": answers,
        "answered": answered(answers, language),
        "start_unknown": bool(answers.start) and origin.point(answers.start) is None,
    }
    try:
        found = fitting(answers, language, now)
        more = ending(answers, found, language, now) if step == END else {}
    except IndexNotReady:
        if step == END:
            return no_search(language=language, now=now)
        found, more = None, {}
    if step == END:
        return show("resident/chosen.html", values | more, language=language, now=now, same_page=same_page)
    values |= asked_at(step, answers, language, change="change" in request.GET) | {"found": found}
    return show("resident/choose.html", values, language=language, now=now, same_page=same_page)


def fitting(answers: Answers, language: str, now: datetime) -> Answer:
    """All that the answers leave."""
    return search(asking.asked(answers, language).query, language=language, now=now)


def asked_at(step: int, answers: Answers, language: str, *, change: bool) -> dict[str, Any]:
    """One question with what it needs to go on and back."""
    question = QUESTIONS[step - 1]
    left, after = answers.without(question), END if change else step + 1
    back = (END, False) if change else (step - 1, False)
    return {
        "step": step,
        "at": f"{step}/{len(QUESTIONS)}",
        "question": question,
        "words": questions.words(question, other=answers.other),
        "choices": [
            Choice(code, label, code in answers.of(question), questions.SYMBOLS.get(code, ""))
            for code, label in questions.labels(question, other=answers.other).items()
        ],
        "languages": [Choice(tag, language_name(tag, language), tag == answers.speaking) for tag in LANGUAGES],
        "kept": [*left.pairs(), ("step", str(after))],
        "skip": address("choose", language, query=left.address(after)),
        "back": address("choose", language, query=answers.address(back[0])) if back[0] else "",
        "choose": address("choose", language),
        "close_one": address("close_one", language),
    }


def ending(answers: Answers, found: Answer, language: str, now: datetime) -> dict[str, Any]:
    asked = asking.asked(answers, language)
    return {
        **suggestions(answers, language, now),
        "found": found,
        "all": address("results", language, query=criteria.encode(asked)),
        "urgent": address("urgent", language) if answers.is_pressing else "",
        "desks": address("desks", language),
        "again": address("choose", language, query=Answers(other=answers.other).address(1)),
        "close_one": address("close_one", language),
    }
