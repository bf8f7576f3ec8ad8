"""Why something is suggested, what about it is not told and what differs, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.search.recommend import Fact, Needs, Suggestion
from tarjotin.search.recommending.verdicts import OF_ACTIVITIES
from tarjotin.web.formats.dates import weekday_names
from tarjotin.web.formats.distances import on_foot
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.ltr import ltr
from tarjotin.web.resident import criteria
from tarjotin.web.resident.cards import Card, Html
from tarjotin.words.thesaurus import thesaurus

MOST = 4  # facts in one line
MOST_TIMES = 2
FIRST_STEPS = {
    "desk": gettext_lazy("Helppo alku: kysy neuvoa"),
    "phone": gettext_lazy("Helppo alku: puhelimella"),
    "online": gettext_lazy("Helppo alku: kotoa netissä"),
    "outdoors": gettext_lazy("Helppo alku: tule ulos, et sitoudu mihinkään"),
}
TIMES = {
    "morning": gettext_lazy("aamulla"),
    "day": gettext_lazy("päivällä"),
    "afternoon": gettext_lazy("iltapäivällä"),
    "evening": gettext_lazy("illalla"),
}
# Doubts are told of what limits and of what one must know before leaving; of mere wishes they would be too many.
CIRCUMSTANCES = ("when", "distance", "language", "companion")
FOR_WHOM = ("audience", "gender")
ON_THE_CARD = ("soon",)  # which tells when it is next


def explained(card: Card, suggestion: Suggestion, needs: Needs, language: str) -> Card:
    """The card of a suggestion: why it fits, then what is uncertain, otherwise, and whom to ask."""
    ask, step = suggestion.ask, FIRST_STEPS.get(suggestion.first_step, "")
    phone = card.phone or (ask.phone if ask else "")
    lines = list(_lines(suggestion, needs, language, phone=phone))
    reasons = _listed(_said(suggestion.reasons, language))
    return replace(
        card,
        kind=str(step) or card.kind,
        why=format_html(_("Sopii: {}"), reasons) if reasons else "",
        doubt=format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines)),
        phone=phone,
    )


def _lines(suggestion: Suggestion, needs: Needs, language: str, *, phone: str) -> Iterator[Html]:
    kind, ask = suggestion.hit.kind, suggestion.ask
    asked = {*CIRCUMSTANCES, *(limit.group for limit in needs.limits)}
    asked -= set() if kind == "activity" else set(OF_ACTIVITIES)
    doubts = _listed(criteria.name_of(fact.code) for fact in suggestion.doubts if fact.code in asked)
    others = _listed(_said((fact for fact in suggestion.differs if fact.code in FOR_WHOM), language))
    differs = _listed(_said((fact for fact in suggestion.differs if fact.code not in FOR_WHOM), language))
    if doubts:
        yield format_html(_("Ei kerrottu, kysy: {}"), doubts)
    if others:
        yield format_html(_("Tarkoitettu: {}"), others)
    if differs:
        yield format_html(_("Toisin kuin toivoit: {}"), differs)
    if ask and ask.email and not phone:
        yield format_html(_("Kysy sähköpostilla: {}"), ltr(ask.email))


def _said(facts: Iterable[Fact], language: str) -> Iterator[Html]:
    return (words for fact in facts if fact.code not in ON_THE_CARD for words in _words(fact, language))


def _words(fact: Fact, language: str) -> Iterator[Html]:
    match fact.code:
        case "about" | "mentions":
            yield _name(fact.values[0], language)
        case "narrower":
            yield from (_name(code, language) for code in fact.values[1:3])
        case "helps" | "for":
            yield _("avuksi, kun aiheena on %(need)s") % {"need": _name(fact.values[0], language)}
        case "akin":
            yield from (_name(code, language) for code in fact.values[1:2])
        case "distance":
            yield on_foot(int(fact.values[0]), language)
        case "when":
            yield from (_time(slot, language) for slot in fact.values[:MOST_TIMES])
        case _:
            said = ((option, criteria.label(fact.code, option, language)) for option in fact.values)
            yield from (words[:1].lower() + words[1:] for option, words in said if words != option)


def _time(slot: str, language: str) -> str:
    """Of "3-evening" the Wednesday in the evening."""
    day, _dash, time = slot.rpartition("-")
    names = weekday_names(language, "wide")
    told = [names[int(day)] if day in "1234567" and day else "", str(TIMES.get(time, ""))]
    return " ".join(part for part in told if part)


def _name(code: str, language: str) -> str:
    return thesaurus()[code].label(language) if code in thesaurus() else ""


def _listed(words: Iterable[Html]) -> SafeString:
    told = list(dict.fromkeys(each for each in words if each))[:MOST]
    return joined(*told)
