"""Criteria in the address: read from it, written to it, named for the reader (ux.md § 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.search.query import CRITERIA, LAST_PAGE, MOMENTARY, ON_FOOT, SORTS, Answer, Query
from tarjotin.search.understanding import Chip as Said
from tarjotin.web.formats.dates import plain_date, weekday_names
from tarjotin.web.formats.distances import metres
from tarjotin.web.formats.languages import language_name
from tarjotin.web.resident import more_criteria, origin, vocabulary
from tarjotin.web.resident.addresses import address
from tarjotin.words.analysis import EMPTY_WORDS

LONGEST_TEXT = 120
MOST_OPTIONS = 20  # of one group in one address

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
# What stands beside a group, in the same part of the page.
BESIDE = {"when": ("open_now", "places_left"), "district": ("distance",)}
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


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the address has it. `origin` is the place to start from, as written."""

    query: Query
    origin: str = ""
    origin_known: bool = True

    def address(self, **changes: object) -> str:
        """The query string of this question, with some of it changed; from its first page."""
        return encode(replace(self, query=replace(self.query, **{"page": 1} | changes)))  # type: ignore[arg-type]


def read(get: QueryDict) -> Asked:
    """The question of an address. What nobody offers is left out: an old or odd link still answers."""
    text = get.get("q", "").replace("\x00", "").strip()[:LONGEST_TEXT]
    written = get.get("from", "").replace("\x00", "").strip()[:LONGEST_TEXT]
    asked = [group for group in CRITERIA if group != "age" and group in get]
    chosen = {group: options for group in asked if (options := _known(group, get.getlist(group)))}
    near = origin.point(written) if written else origin.of_districts(chosen.get("district", ()))
    sort = get.get("sort", "relevance")
    query = Query(
        text=text,
        chosen=chosen,
        near=near,
        age=_age(get.get("age", "")),
        starts_from=_date(get.get("starts_from", "")),
        until=_date(get.get("until", "")),
        place=_uuid(get.get("place", "")),
        organisation=_uuid(get.get("organisation", "")),
        sort=sort if sort in SORTS and (sort != "nearest" or near) else "relevance",
        page=_page(get.get("page", "1")),
    )
    return Asked(query, written, origin_known=near is not None or not written)


def encode(asked: Asked) -> str:
    """The query string: only what is asked, always in the same order."""
    query = asked.query
    pairs = [("q", query.text)] if query.text else []
    pairs += [(group, option) for group in CRITERIA for option in query.chosen.get(group, ())]
    told = (("starts_from", query.starts_from), ("until", query.until), ("age", query.age))
    narrow = (("place", query.place), ("organisation", query.organisation), ("from", asked.origin or None))
    pairs += [(name, str(value)) for name, value in (*told, *narrow) if value is not None]
    pairs += [("sort", query.sort)] if query.sort != "relevance" else []
    pairs += [("page", str(query.page))] if query.page > 1 else []
    return urlencode(pairs)


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
        return " – ".join(plain_date(date.fromisoformat(end), language) if end else "" for end in option.split(".."))
    return labels(group, language).get(option, option)


def name_of(group: str) -> str:
    """What a group is called in a sentence."""
    return str(TITLES[group]).lower() if group in TITLES else str(more_criteria.NAMES[group])


def _on_foot(number: int, unit: str, language: str) -> str:
    if unit == "min":
        return _("enintään %(minutes)s min kävellen") % {"minutes": number}
    return _("enintään %(way)s") % {"way": metres(number * (1_000 if unit == "km" else 1), language)}


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """One group of criteria. `more` are options that stand in a list to pick one from, because they are many."""

    name: str
    title: str
    options: tuple[Option, ...]
    more: tuple[Option, ...] = ()
    beside: tuple[Group, ...] = ()

    @property
    def chosen(self) -> int:
        return sum(option.chosen for option in self.options) + sum(each.chosen for each in self.beside)


@dataclass(frozen=True, slots=True)
class Section:
    """Groups that decide for some, under one heading."""

    title: str
    groups: tuple[Group, ...]

    @property
    def chosen(self) -> int:
        return sum(group.chosen for group in self.groups)


def groups(asked: Asked, answer: Answer, language: str) -> list[Group]:
    """Every group with how many each option would leave; 0 is shown, not hidden."""
    return [_group(name, asked, answer, language) for name in TITLES]


def sections(asked: Asked, answer: Answer, language: str) -> list[Section]:
    """The other groups of which somebody tells anything, with the options that are told."""
    found = []
    for title, names in more_criteria.SECTIONS.items():
        told = [_group(name, asked, answer, language) for name in names if answer.facets.get(name)]
        told = [replace(group, options=tuple(o for o in group.options if o.count or o.chosen)) for group in told]
        found.append(Section(str(title), tuple(group for group in told if group.options)))
    return [section for section in found if section.groups]


def _group(name: str, asked: Asked, answer: Answer, language: str) -> Group:
    chosen, counts = asked.query.options(name), answer.facets.get(name, {})
    title = name_of(name).capitalize() if name not in TITLES else str(TITLES[name])
    names = labels(name, language) or {
        tag: language_name(tag, language) for tag in sorted({*counts, *chosen}, key=lambda tag: -counts.get(tag, 0))
    }
    written = {option: label(name, option, language) for option in chosen if option not in names and name == "distance"}
    shown = {**names, **written}.items()
    options = tuple(Option(value, text, counts.get(value, 0), value in chosen) for value, text in shown)
    beside = tuple(_group(each, asked, answer, language) for each in BESIDE.get(name, ()))
    if name != "district":
        return Group(name, title, options, beside=beside)
    # Sixty districts do not fit on a phone: chosen ones as boxes, the others in a list by name.
    others = sorted((o for o in options if not o.chosen and o.count), key=lambda option: option.label.casefold())
    return Group(name, title, tuple(o for o in options if o.chosen), tuple(others), beside)


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen criterion that a tap takes away."""

    label: str
    url: str


def without_said(text: str, said: Sequence[Said]) -> str:
    """The words of a question without those that say these criteria."""
    for each in said:
        text = text.replace(each.words, " ", 1)
    return " ".join(text.split())


def _telling(text: str) -> str:
    """Without the small words at its ends: of "ja seuraa" the company."""
    words = text.split()
    at = [at for at, word in enumerate(words) if word.strip(",.;").casefold() not in EMPTY_WORDS]
    return " ".join(words[at[0] : at[-1] + 1]) if at else ""


def _words(asked: Asked, said: Sequence[Said]) -> list[tuple[str, str]]:
    """What is searched as words; then each criterion read out of them, in the asker's own words."""
    text = asked.query.text
    left = _telling(without_said(text, said)) if said else text
    words = [(f"”{left}”", asked.address(text=" ".join(each.words for each in said)))] if left else []
    return words + [(each.words, asked.address(text=each.without)) for each in said]


def chips(asked: Asked, language: str, said: Sequence[Said] = ()) -> list[Chip]:
    query = asked.query
    found = _words(asked, said)
    for group in CRITERIA:
        for option in query.options(group):
            left = replace(asked, query=query.without(group, option))
            found.append((label(group, option, language), encode(left)))
    if asked.origin and asked.origin_known:
        found.append((_("lähtö: %(place)s") % {"place": asked.origin}, encode(replace(asked, origin=""))))
    return [Chip(name, address("results", language, query=left)) for name, left in found]


def in_words(asked: Asked, language: str) -> str:
    """How the criteria join: "or" inside a group, "and" between groups."""
    either = _(" tai ")
    parts = [
        either.join(label(group, option, language) for option in asked.query.options(group))
        for group in CRITERIA
        if asked.query.options(group)
    ]
    return _(" ja myös ").join(parts) if len(parts) > 1 or either in "".join(parts) else ""


def _known(group: str, options: list[str]) -> tuple[str, ...]:
    unique = dict.fromkeys(option for option in options if option)
    if not unique:
        return ()
    if group == "language":
        known = [tag for tag in unique if tag.replace("-", "").isalnum() and len(tag) <= 12]
    elif group in ("when", "distance"):
        known = [option for option in unique if option in MOMENTARY[group] or _is_written(group, option)]
    else:
        offered = labels(group, "fi")
        known = [option for option in unique if option in offered]
    return tuple(known[:MOST_OPTIONS])


def _is_written(group: str, option: str) -> bool:
    """Whether it says days, or a way on foot."""
    if group == "distance":
        return ON_FOOT.fullmatch(option) is not None
    ends = [end for end in option.split("..") if end]
    return ".." in option and len(ends) in (1, 2) and all(map(_date, ends))


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-24") else None
    except ValueError:
        return None


def _age(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _page(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1
