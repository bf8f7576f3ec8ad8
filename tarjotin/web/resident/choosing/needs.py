"""From answers to needs, and to the question that shows all results with the same criteria."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from tarjotin.search.momentary import on_foot
from tarjotin.search.query import Query
from tarjotin.search.recommend import Needs
from tarjotin.web.resident import origin
from tarjotin.web.resident.choosing import topics
from tarjotin.web.resident.choosing.answers import Answers
from tarjotin.web.resident.choosing.effects import TOGETHER
from tarjotin.web.resident.criteria import Asked
from tarjotin.words.thesaurus import Criterion

Told = TypeVar("Told", str, Criterion)


def needs(answers: Answers) -> Needs:
    effects = list(answers.effects())
    return Needs(
        wanted=wanted(answers),
        must_not_be_denied=_once(effect.limits for effect in effects),
        wishes=_once(effect.wishes for effect in effects),
        near=origin.point(answers.start) if answers.start else None,
        within_m=on_foot(distance) if (distance := _distance(answers)) else None,
        weekdays=_weekdays(answers),
        times=_times(answers),
        language=answers.speaking,
    )


def asked(answers: Answers, language: str) -> Asked:
    """All results that fit: what is wanted by its category, the limits, when and how far; wishes leave nothing out."""
    effects = list(answers.effects())
    chosen: dict[str, list[str]] = defaultdict(list)
    text = topics.name(answers.topics[0], language) if len(answers.topics) == 1 and not answers.of("good") else ""
    if not text:
        chosen["category"] += _once(effect.categories for effect in effects)
    for limit in _once(effect.limits for effect in effects):
        chosen[limit.group] += limit.options
    near = origin.point(answers.start) if answers.start else None
    chosen["weekday"], distance = list(_weekdays(answers)), _distance(answers)
    chosen["time"] = list(_times(answers) or chosen["time"])
    chosen["distance"] += [distance] if near and distance else []
    chosen["language"] += [answers.speaking] if answers.speaking else []
    told = {group: tuple(dict.fromkeys(options)) for group, options in chosen.items() if options}
    return Asked(Query(text=text, chosen=told, near=near), answers.start if near else "")


def wanted(answers: Answers) -> tuple[str, ...]:
    """What is wanted; a hindrance may make it narrower."""
    codes = _once(effect.wanted for effect in answers.effects())
    given = {code for question in answers.picks for code in answers.of(question)}
    for both, (wide, narrow) in TOGETHER.items():
        if set(both) <= given:
            codes = _once((narrow if code == wide else (code,)) for code in codes)
    return codes


def loosened(needs: Needs) -> list[tuple[str, Needs]]:
    """What is left out when too little is found, in this order, each without the one before too. Limits of money and of
    what the body can do stay: what breaks them helps nobody."""
    limits = tuple(each for each in needs.must_not_be_denied if each.group != "time")
    any_time = replace(needs, weekdays=(), times=(), must_not_be_denied=limits)
    return [("when", any_time), ("good", replace(any_time, wanted=()))]


def _distance(answers: Answers) -> str:
    """The longest way that was said."""
    said = [effect.distance for effect in answers.effects() if effect.distance]
    return max(said, key=on_foot, default="")


def _times(answers: Answers) -> tuple[str, ...]:
    """The times that suit, without the mornings when they do not."""
    effects = list(answers.effects())
    told = _once(effect.times for effect in effects)
    limits = [limit.options for effect in effects for limit in effect.limits if limit.group == "time"]
    return tuple(time for time in told if all(time in options for options in limits))


def _weekdays(answers: Answers) -> tuple[str, ...]:
    """All seven say nothing."""
    told = _once(effect.weekdays for effect in answers.effects())
    return told if len(told) < 7 else ()


def _once(parts: Iterable[tuple[Told, ...]]) -> tuple[Told, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(parts)))
