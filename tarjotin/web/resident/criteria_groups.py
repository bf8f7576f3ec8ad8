"""The criteria as a form: groups of options, each with how many it would leave."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl

from tarjotin.search.query import Answer
from tarjotin.web.formats.languages import language_name
from tarjotin.web.resident import more_criteria
from tarjotin.web.resident.criteria import Asked, encode
from tarjotin.web.resident.criterion_words import TITLES, label, labels, name_of

# What stands beside a group, in the same part of the page.
BESIDE = {"when": ("open_now", "places_left"), "district": ("distance",)}

# What decides for most people: it stands beside the results. Hundreds of boxes would be slow on an old phone.
EVERYDAY = ("category", "when", "time", "district", "price", "language", "entry")
LONG = ("district", "language")  # of these the everyday form shows a part
MOST = 6


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


def everyday(asked: Asked, answer: Answer, language: str) -> list[Group]:
    """The groups that decide for most, beside the results; 0 is shown, not hidden."""
    return [_with_most(_group(name, asked, answer, language)) for name in EVERYDAY]


def further(asked: Asked, answer: Answer, language: str) -> list[Section]:
    """The other groups, on a page of their own; of those that few tell only the options that are told."""
    plain = [_group(name, asked, answer, language) for name in TITLES if name not in EVERYDAY or name in LONG]
    return [Section(group.title, (group,)) for group in plain] + _sections(asked, answer, language)


def _sections(asked: Asked, answer: Answer, language: str) -> list[Section]:
    found = []
    for title, names in more_criteria.SECTIONS.items():
        told = [_group(name, asked, answer, language) for name in names if answer.facets.get(name)]
        told = [replace(group, options=tuple(o for o in group.options if o.count or o.chosen)) for group in told]
        found.append(Section(str(title), tuple(group for group in told if group.options)))
    return [section for section in found if section.groups]


def kept(asked: Asked, shown: Iterable[str]) -> list[tuple[str, str]]:
    """What a form sends along unseen: what is asked in groups that it does not show."""
    return [pair for pair in parse_qsl(encode(asked)) if pair[0] not in {"q", "page", *shown}]


def names_of(groups: Iterable[Group]) -> set[str]:
    """The groups, and those that stand beside them."""
    return {each.name for group in groups for each in (group, *group.beside)}


def _with_most(group: Group) -> Group:
    """Of languages those with most to choose from, and the chosen ones; the others are on the further page."""
    if group.name != "language":
        return group
    return replace(group, options=tuple(o for at, o in enumerate(group.options) if at < MOST or o.chosen))


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
