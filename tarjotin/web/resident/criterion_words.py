"""What criteria and their options are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.search.query import MOMENTARY, ON_FOOT
from tarjotin.web.formats.dates import plain_date, weekday_names
from tarjotin.web.formats.distances import metres
from tarjotin.web.formats.languages import language_name
from tarjotin.web.resident import more_criteria, vocabulary

TITLES = {
    "category": gettext_lazy("Mitä"),
    "need": gettext_lazy("Apua arkeen"),
    "audience": gettext_lazy("Kenelle"),
    "district": gettext_lazy("Missä"),
    "price": gettext_lazy("Hinta"),
    "when": gettext_lazy("Milloin"),
    "weekday": gettext_lazy("Viikonpäivä"),
    "time": gettext_lazy("Kellonaika"),
    "rhythm": gettext_lazy("Kuinka usein"),
    "language": gettext_lazy("Kieli"),
    "entry": gettext_lazy("Ilmoittautuminen"),
    "kind": gettext_lazy("Toiminta, palvelu vai paikka"),
}
LABELS = {
    "when": {
        "today": gettext_lazy("tänään"),
        "tomorrow": gettext_lazy("huomenna"),
        "this_weekend": gettext_lazy("tänä viikonloppuna"),
        "this_week": gettext_lazy("tällä viikolla"),
        "next_week": gettext_lazy("ensi viikolla"),
    },
    "price": {"free": gettext_lazy("maksuton"), "cheap": gettext_lazy("edullinen (enintään 5 €)")},
    "time": {
        "morning": gettext_lazy("aamulla (ennen klo 10)"),
        "day": gettext_lazy("päivällä (klo 10–14)"),
        "afternoon": gettext_lazy("iltapäivällä (klo 14–17)"),
        "evening": gettext_lazy("illalla (klo 17 jälkeen)"),
    },
    "rhythm": {
        "one_off": gettext_lazy("kerran"),
        "weekly": gettext_lazy("joka viikko"),
        "course": gettext_lazy("kurssi"),
        "open_always": gettext_lazy("aina avoinna"),
    },
    "entry": {
        "drop_in": gettext_lazy("ilman ilmoittautumista"),
        "register": gettext_lazy("ilmoittaudu ensin"),
    },
    "kind": {
        "activity": gettext_lazy("toiminta"),
        "service": gettext_lazy("palvelut"),
        "place": gettext_lazy("paikat"),
    },
}
SORT_NAMES = {
    "relevance": gettext_lazy("sopivimmat"),
    "soonest": gettext_lazy("pian alkavat"),
    "nearest": gettext_lazy("lähimmät"),
    "cheapest": gettext_lazy("halvimmat"),
}


def labels(group: str, language: str) -> Mapping[str, str]:
    """Option → its name, in the order in which pages show them; for languages only those that are asked."""
    if group == "weekday":
        return {str(number): name for number, name in weekday_names(language, "wide").items()}
    if group == "district":
        return vocabulary.district_names(language)
    if group in vocabulary.SCHEMES:
        return vocabulary.concepts(group, language)
    if group == "distance":
        return {option: label(group, option, language) for option in MOMENTARY[group]}
    if group in more_criteria.LABELS:
        return more_criteria.labels(group)
    return {option: str(label) for option, label in LABELS.get(group, {}).items()}


def label(group: str, option: str, language: str) -> str:
    if group == "language":
        return language_name(option, language)
    if group == "age":
        return _("%(age)s-vuotiaalle") % {"age": option}
    if group == "distance" and (match := ON_FOOT.fullmatch(option)):
        return _on_foot(int(match[1]), match[2], language)
    if group == "when" and ".." in option:
        return _days(option, language)
    return labels(group, language).get(option, option)


def name_of(group: str) -> str:
    """What a group is called in a sentence."""
    return str(TITLES[group]).lower() if group in TITLES else str(more_criteria.NAMES[group])


def _days(option: str, language: str) -> str:
    first, _dots, last = option.partition("..")
    days = [plain_date(date.fromisoformat(end), language) for end in (first, last) if end]
    if first and last:
        return " – ".join(days)
    return (_("%(day)s alkaen") if first else _("%(day)s asti")) % {"day": days[0]}


def _on_foot(number: int, unit: str, language: str) -> str:
    if unit == "min":
        return _("enintään %(minutes)s min kävellen") % {"minutes": number}
    return _("enintään %(way)s") % {"way": metres(number * (1_000 if unit == "km" else 1), language)}
