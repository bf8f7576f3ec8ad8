"""The mapping rules: read from the data files beside this module, and checked. Pure; knows no framework.

The files are edited by people who know the services; a mistake is answered with the file, the entry and what is wrong.
"""

from __future__ import annotations

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tarjotin.common.languages import CONTENT_LANGUAGES, INTERFACE_LANGUAGES
from tarjotin.common.text import LocalisedText
from tarjotin.sources.classification.words import Pattern, patterns_of

FOLDER = Path(__file__).resolve().parent
# What readers choose by is named in every language of the pages; plain Finnish only where plainer words help.
LABEL_LANGUAGES = tuple(language for language in INTERFACE_LANGUAGES if language != "fi-simple")
WEIGHTS = ("strong", "context", "weak")
WHERE = ("name", "summary", "text", "organiser")
KINDS = ("place", "service", "activity")


class RulesError(Exception):
    """A rule file says something that cannot be followed."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a rule points to: `category:sport`, `audience:carers`, `need:food_aid` or `outside:day_care`."""

    scheme: str
    code: str

    @classmethod
    def parse(cls, text: str) -> Target:
        scheme, _, code = text.strip().partition(":")
        return cls(scheme, code)

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"


@dataclass(frozen=True, slots=True)
class Concept:
    """A category, an audience or a need, with its names; for `outside`, the reason in words stands as the label."""

    code: str
    label: LocalisedText
    description: LocalisedText
    min_age: int | None = None  # an activity for people of this age or more
    max_age: int | None = None  # … for grown-ups of this age or less
    gender: str = ""
    volunteering: bool = False  # where voluntary work belongs
    not_with: str = ""  # an entry for both is for neither in particular


@dataclass(frozen=True, slots=True)
class CodeRule:
    """A code of a source's vocabulary; `less`: branches below it left out (TPR), codes beside which it is silent."""

    scheme: str
    code: str
    less: tuple[str, ...]
    target: Target
    weight: str
    note: str

    @property
    def name(self) -> str:
        return f"{self.scheme} {self.code} {self.note}".strip()


@dataclass(frozen=True, slots=True)
class WordRule:
    """Words that tell a target; `never` are false friends, `unless` words in the name switch the rule off."""

    target: Target
    weight: str
    where: str
    kinds: frozenset[str]
    patterns: dict[str, tuple[Pattern, ...]]  # by language
    never: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    version: int
    concepts: dict[str, dict[str, Concept]]  # scheme → code → concept, in the order of the files
    codes: tuple[CodeRule, ...]
    words: tuple[WordRule, ...]
    organisations_only: frozenset[str]  # codes of target groups that are no people
    everyone_from: int  # so many target groups on one record mean everyone

    def concept(self, target: Target) -> Concept:
        return self.concepts[target.scheme][target.code]


@cache
def load_rules(folder: Path = FOLDER) -> Rules:
    """Read all rule files, or raise `RulesError` naming every mistake."""
    tables = {path.stem: _toml(path) for path in sorted(folder.glob("*.toml"))}
    schemes = {"category": "categories", "audience": "audiences", "need": "needs", "outside": "outside"}
    rules = Rules(
        version=int(tables["words"]["version"]),
        concepts={scheme: _concepts(tables[file][scheme]) for scheme, file in schemes.items()},
        codes=tuple(_code_rules(folder / "codes.csv")),
        words=tuple(_word_rules(tables)),
        organisations_only=frozenset(tables["outside"]["organisations_only"]),
        everyone_from=int(tables["audiences"]["everyone_from"]),
    )
    if mistakes := [*_table_mistakes(tables, schemes), *_rule_mistakes(rules)]:
        raise RulesError("\n".join(mistakes))
    return rules


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RulesError(f"{path.name}: {error}") from error


def _concepts(entries: Sequence[dict[str, Any]]) -> dict[str, Concept]:
    return {
        entry["code"]: Concept(
            code=entry["code"],
            label=LocalisedText.of(entry.get("label", {})),
            description=LocalisedText.of(entry.get("description", {})),
            min_age=entry.get("min_age"),
            max_age=entry.get("max_age"),
            gender=entry.get("gender", ""),
            volunteering=entry.get("volunteering", False),
            not_with=entry.get("not_with", ""),
        )
        for entry in entries
    }


def _code_rules(path: Path) -> Iterator[CodeRule]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield CodeRule(
                scheme=row["scheme"],
                code=row["code"],
                less=tuple(row["less"].split()),
                target=Target.parse(row["to"]),
                weight=row["weight"],
                note=row["note"],
            )


def _word_rules(tables: dict[str, dict[str, Any]]) -> Iterator[WordRule]:
    for entry in tables["words"]["words"]:
        yield _word_rule(entry, Target.parse(entry["to"]))
    for reason in tables["outside"]["outside"]:
        for entry in reason.get("words", ()):
            yield _word_rule(entry, Target("outside", reason["code"]))


def _word_rule(entry: dict[str, Any], target: Target) -> WordRule:
    try:
        return WordRule(
            target=target,
            weight=entry.get("weight", "strong"),
            where=entry.get("in", "name"),
            kinds=frozenset(entry.get("kinds", KINDS)),
            patterns={tag: patterns_of(entry[tag]) for tag in CONTENT_LANGUAGES if tag in entry},
            never=patterns_of(entry.get("never", "")),
            unless=patterns_of(entry.get("unless", "")),
        )
    except ValueError as error:
        raise RulesError(f"words to {target}: {error}") from error


def _table_mistakes(tables: dict[str, dict[str, Any]], schemes: dict[str, str]) -> Iterator[str]:
    for scheme, file in schemes.items():
        codes = Counter(entry["code"] for entry in tables[file][scheme])
        wanted = CONTENT_LANGUAGES if scheme == "outside" else LABEL_LANGUAGES  # reasons are read by staff only
        yield from (f"{file}.toml: {code} stands twice" for code, times in codes.items() if times > 1)
        for entry in tables[file][scheme]:
            missing = [tag for tag in wanted if not entry.get("label", {}).get(tag, "").strip()]
            if missing:
                yield f"{file}.toml: {entry['code']} has no label in {', '.join(missing)}"


def _rule_mistakes(rules: Rules) -> Iterator[str]:
    pairs = Counter((rule.scheme, rule.code, str(rule.target)) for rule in rules.codes)
    yield from (f"codes.csv: {' '.join(pair)} stands twice" for pair, times in pairs.items() if times > 1)
    both: tuple[CodeRule | WordRule, ...] = (*rules.codes, *rules.words)
    for rule in both:
        where = f"codes.csv: {rule.name}" if isinstance(rule, CodeRule) else f"words to {rule.target}"
        if rule.target.code not in rules.concepts.get(rule.target.scheme, {}):
            yield f"{where}: there is no {rule.target}"
        if rule.weight not in WEIGHTS:
            yield f"{where}: weight {rule.weight!r} is none of {', '.join(WEIGHTS)}"
    for word_rule in rules.words:
        if word_rule.where not in WHERE or not word_rule.kinds <= set(KINDS):
            yield f"words to {word_rule.target}: unknown place {word_rule.where!r} or kind"
        if not any(word_rule.patterns.values()):
            yield f"words to {word_rule.target}: no words"
    for concept in rules.concepts["audience"].values():
        if concept.not_with and concept.not_with not in rules.concepts["audience"]:
            yield f"audiences.toml: {concept.code} excludes {concept.not_with}, which is not there"
