"""What the answers are and what each of them changed, in words, with a way to change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tarjotin.search.ranking import is_need
from tarjotin.web.formats.languages import language_name
from tarjotin.web.formats.lists import listed
from tarjotin.web.resident import criteria
from tarjotin.web.resident.addresses import address
from tarjotin.web.resident.choosing import questions, topics
from tarjotin.web.resident.choosing.answers import Answers
from tarjotin.web.resident.choosing.effects import EFFECTS, QUESTIONS, Effect
from tarjotin.web.resident.choosing.helping import HELPS
from tarjotin.web.resident.choosing.offered import title
from tarjotin.words.thesaurus import Criterion, thesaurus


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with its answers; `changed` are sentences."""

    question: str
    answers: tuple[str, ...]
    changed: tuple[str, ...]
    url: str


def answered(answers: Answers, language: str) -> list[Answered]:
    """Each question that has an answer."""
    found = [_of_question(question, at, answers, language) for at, question in enumerate(QUESTIONS, start=1)]
    return [*_of_topics(answers, language), *(each for each in found if each.answers)]


def _of_question(question: str, step: int, answers: Answers, language: str) -> Answered:
    labels = [questions.label(question, code, other=answers.other) for code in answers.of(question)]
    effects = (EFFECTS[question][code] for code in answers.of(question))
    changed = _sentences(effects, language, other=answers.other)
    if question == "where" and answers.start:
        labels.insert(0, answers.start)
        changed = (_("Lähellä oleva tulee ensin."), *changed)
    if question == "hinder" and answers.speaking:
        labels.append(language_name(answers.speaking, language))
        changed = (*changed, _("Ensin tulee se, mitä on tällä kielellä."))
    words = questions.words(question, other=answers.other)
    url = address("choose", language, query=answers.address(step, change=True))
    return Answered(str(words.short), tuple(labels), changed, url)


def _of_topics(answers: Answers, language: str) -> Iterator[Answered]:
    """What a link from another site named; it can be left out."""
    if not answers.topics:
        return
    names = tuple(topics.name(code, language) for code in answers.topics)
    left = address("open", language)
    changed = _sentences((topics.TOPICS[code] for code in answers.topics), language, other=answers.other)
    yield Answered(_("Aihe, jolla tulit tänne"), names, changed, left)


def _sentences(effects: Iterable[Effect], language: str, *, other: bool) -> tuple[str, ...]:
    found = list(effects)
    wanted = {code: thesaurus()[code].label(language) for effect in found for code in effect.wanted}
    sought = [name for code, name in wanted.items() if not is_need(code)]
    needed = [name for code, name in wanted.items() if is_need(code)]
    limits = list(_names((each for effect in found for each in effect.limits), language))
    suiting = [Criterion("weekday", effect.weekdays) for effect in found]
    suiting += [Criterion("time", effect.times) for effect in found]
    wishes = _names((*suiting, *(each for effect in found for each in effect.wishes)), language)
    ways = [criteria.label("distance", effect.distance, language) for effect in found if effect.distance]
    helps = [title(code, other=other) for code in HELPS if any(code in effect.helps for effect in found)]
    said = (
        (_("Etsimme: %(names)s."), sought),
        (_("Etsimme apua, kun aiheena on: %(names)s."), needed),
        (_("Näytämme vain: %(names)s. Jos asiaa ei kerrota, sanomme sen."), limits),
        (_("Nostamme ylemmäs: %(names)s."), [name for name in wishes if name not in limits]),
        (_("Matkan pituus: %(names)s."), ways),
        (_("Lisäsimme kohdan: %(names)s."), helps),
    )
    return tuple(sentence % {"names": listed(dict.fromkeys(names))} for sentence, names in said if names)


def _names(asked: Iterable[Criterion], language: str) -> Iterator[str]:
    for each in asked:
        for option in each.options:
            words = criteria.label(each.group, option, language)
            if words != option:
                yield words[:1].lower() + words[1:]
