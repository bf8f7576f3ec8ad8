"""Results: how many, the criteria, ten cards, what may fit, and never a dead end."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.common.text import LocalisedText
from tarjotin.search import unfound
from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import CRITERIA, SORTS, Answer
from tarjotin.web.formats.lists import listed
from tarjotin.web.resident import criteria, criteria_groups
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.all_criteria import ALL, all_criteria
from tarjotin.web.resident.cards import cards
from tarjotin.web.resident.chips import chips, in_words, without_said
from tarjotin.web.resident.criteria import Asked
from tarjotin.web.resident.criterion_words import SORT_NAMES, TITLES, name_of
from tarjotin.web.resident.errors import no_search
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.steps import Step, page_steps
from tarjotin.web.resident.views import views

FIELDS = ("starts_from", "until", "from")  # what one writes beside the boxes


@resident_page
def results(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    asked = criteria.read(request.GET)
    try:
        answer = search(asked.query, language=language, now=now)
    except IndexNotReady:
        return no_search(language=language, now=now)
    if request.GET.get("criteria") == ALL:
        return all_criteria(asked, answer, language=language, now=now)
    unfound.note(request, asked.query.text, answer, language=language, now=now)
    found = cards([*answer.hits, *answer.maybe, *answer.close], language=language, now=now)
    certain = {hit.id for hit in answer.hits}
    near_miss = {hit.id for hit in answer.close}
    values = {
        "asked": asked,
        "answer": answer,
        "title": title(asked, answer, language),
        "found": found_words(answer),
        "cards": [card for card in found if card.id in certain],
        "maybe": [card for card in found if card.id not in certain | near_miss],
        "close": [card for card in found if card.id in near_miss],
        "groups": (groups := criteria_groups.everyday(asked, answer, language)),
        "kept": criteria_groups.kept(asked, {*criteria_groups.names_of(groups), *FIELDS}),
        "chosen": sum(len(asked.query.options(group)) for group in CRITERIA),
        "chips": chips(asked, language, answer.chips),
        "wants_place": _wants_place(asked, answer),
        "in_words": in_words(asked, language),
        "named": _narrowed_to(asked),
        "sorts": sorts(asked, language),
        "views": views(asked, language, "results"),
        "pages": pages(asked, answer, language),
        "watch": address("watch", language, query=asked.address(sort="relevance")),
        "ways_out": ways_out(asked, answer, language),
        "first": (answer.page - 1) * asked.query.per_page + 1,
        "last": (answer.page - 1) * asked.query.per_page + len(answer.hits),
    }
    same_page = addresses("results", query=criteria.encode(asked))
    return show("resident/results.html", values, language=language, now=now, same_page=same_page)


def found_words(answer: Answer) -> str:
    """ "12 löytyi"; the heading of the page."""
    if not answer.total:
        return _("Emme löytäneet mitään")
    return ngettext("Löytyi %(total)s", "Löytyi %(total)s", answer.total) % {"total": answer.total}


def title(asked: Asked, answer: Answer, language: str) -> str:
    """Unique for each question: what was found, for which words and criteria, on which page."""
    parts = [found_words(answer), *(chip.label for chip in chips(asked, language))]
    if answer.page > 1:
        parts.append(_("sivu %(number)s") % {"number": answer.page})
    return " – ".join(parts)


def sorts(asked: Asked, language: str) -> list[Step]:
    """The orders one can choose; the nearest first only when it is known from where."""
    offered = [name for name in SORTS if name != "nearest" or asked.query.near]
    return [
        Step(str(SORT_NAMES[name]), _url(language, asked.address(sort=name)), name == asked.query.sort)
        for name in offered
    ]


def pages(asked: Asked, answer: Answer, language: str) -> list[Step]:
    """Links to the first, the last and the neighbouring pages."""
    return page_steps(answer.page, answer.pages, lambda number: _url(language, asked.address(page=number)))


def ways_out(asked: Asked, answer: Answer, language: str) -> list[Step]:
    """What would be found without one group of criteria, the most helpful first."""
    found = sorted((way for way in answer.relaxations if way.total), key=lambda way: -way.total)
    steps = []
    for way in found:
        said = [chip for chip in answer.chips if (chip.group == way.group) == bool(way.group)]
        if way.group:
            text = without_said(asked.query.text, said)
            words = listed(chip.words for chip in said)
            name = TITLES.get(way.group) or words or name_of(way.group)
        else:
            text, name = " ".join(chip.words for chip in said), f"”{answer.asked.text}”"
        left = replace(asked.query.without(way.group) if way.group else asked.query, text=text, page=1)
        label = _("Ilman ehtoa %(name)s: %(total)s") % {"name": name, "total": way.total}
        steps.append(Step(label, _url(language, criteria.encode(replace(asked, query=left)))))
    return steps


def _wants_place(asked: Asked, answer: Answer) -> bool:
    """Whether something is to be near, and nobody said from where."""
    said = any(chip.group in ("near", "distance") for chip in answer.chips)
    return (said or bool(asked.query.options("distance"))) and answer.asked.near is None


def _url(language: str, query: str) -> str:
    return address("results", language, query=query)


def _narrowed_to(asked: Asked) -> LocalisedText | None:
    """The name of the place or organisation that the question is narrowed to."""
    kind, wanted = ("place", asked.query.place) if asked.query.place else ("organisation", asked.query.organisation)
    entity = ENTITY_MODELS[kind].objects.published().filter(pk=wanted).first() if wanted else None
    return entity.name if entity else None
