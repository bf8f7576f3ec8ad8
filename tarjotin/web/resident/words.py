"""The words that the search understands, by subject: what one may type, and what else means the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from tarjotin.common.languages import OWN_NAMES, base_of, direction
from tarjotin.web.formats.lists import comma
from tarjotin.web.resident.addresses import SUBJECTS, address, addresses, slug_in
from tarjotin.web.resident.alphabet import Stretch, place, stretches
from tarjotin.web.resident.page import resident_page, show
from tarjotin.words.thesaurus import LANGUAGES, Concept, thesaurus
from tarjotin.words.thesaurus.subjects import said_apart, subjects

NAMES = {
    "sport": gettext_lazy("Liikunta"),
    "nature": gettext_lazy("Luonto"),
    "culture": gettext_lazy("Kulttuuri, harrastukset ja oppiminen"),
    "community": gettext_lazy("Seura ja vapaaehtoistyö"),
    "food": gettext_lazy("Ruoka"),
    "advice": gettext_lazy("Neuvot ja apu"),
    "needs": gettext_lazy("Huolet ja elämäntilanteet"),
    "audiences": gettext_lazy("Kenelle"),
    "places": gettext_lazy("Paikat"),
    "properties": gettext_lazy("Hinta, aika ja muut toiveet"),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject as the first page shows it: its concepts by their labels, in one line."""

    name: str
    url: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One concept in the language shown, what else means the same, and its name for a reader of the page."""

    label: str
    others: str
    url: str
    in_page_language: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A language the words can be shown in."""

    language: str
    name: str
    direction: str
    url: str
    current: bool


@resident_page
def words(request: HttpRequest, language: str) -> HttpResponse:
    shown = _shown(request, language)
    values = {
        "subjects": [_subject(subject, language, shown) for subject in NAMES],
        **_languages(language, shown),
    }
    same_page = addresses("words", query=_query(shown, language))
    return show("resident/words.html", values, language=language, now=timezone.now(), same_page=same_page)


@resident_page
def subject(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    code = next((code for code in NAMES if slug_in(SUBJECTS[code], language) == slug), None)
    if code is None:
        raise Http404
    shown = _shown(request, language)
    values = {
        "name": NAMES[code],
        "all": address("words", language, query=_query(shown, language)),
        "stretches": known(code, language, shown),
        **_languages(language, shown, SUBJECTS[code]),
    }
    same_page = addresses("words", SUBJECTS[code], _query(shown, language))
    return show("resident/subject.html", values, language=language, now=timezone.now(), same_page=same_page)


def known(subject: str, language: str, shown: str) -> list[Stretch[Known]]:
    """The concepts of a subject with their words in the language shown, for a page in another or the same one."""
    found = [_known(concept, language, shown) for concept in _concepts(subject) if concept.wordings.get(shown)]
    return stretches(found, shown, lambda each: each.label)


def _known(concept: Concept, language: str, shown: str) -> Known:
    label, *others = said_apart(concept.wordings[shown], shown)
    url = address("results", language, query=urlencode({"q": label}))
    return Known(label, comma(shown).join(others), url, concept.label(language) if shown != base_of(language) else "")


def _concepts(subject: str) -> list[Concept]:
    return [thesaurus()[code] for code in subjects()[subject]]


def _subject(subject: str, language: str, shown: str) -> Subject:
    labels = sorted((concept.label(shown) for concept in _concepts(subject)), key=lambda label: place(shown, label))
    slug = slug_in(SUBJECTS[subject], language)
    url = address("words", language, slug, _query(shown, language))
    return Subject(str(NAMES[subject]), url, tuple(dict.fromkeys(labels)))


def _shown(request: HttpRequest, language: str) -> str:
    """The language whose words are shown: the one asked for, else that of the page."""
    asked = request.GET.get("in", "")
    return asked if asked in LANGUAGES else base_of(language)


def _query(shown: str, language: str) -> str:
    return urlencode({"in": shown}) if shown != base_of(language) else ""


def _languages(language: str, shown: str, slugs: Mapping[str, str] | None = None) -> dict[str, object]:
    """The choice of languages, and how the chosen one is marked up."""
    slug = slug_in(slugs or {}, language)
    choices = [
        Choice(
            tag, OWN_NAMES[tag], direction(tag), address("words", language, slug, _query(tag, language)), tag == shown
        )
        for tag in LANGUAGES
    ]
    return {
        "choices": choices,
        "shown": shown,
        "shown_direction": direction(shown),
        "comma": comma(shown),
        "is_own": shown == base_of(language),
    }
