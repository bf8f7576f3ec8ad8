"""What speaks for what: codes, words and facts of one record, each with its reason. Pure; knows no framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TypeAlias

from tarjotin.catalogue.records import ActivityRecord, Code, PlaceRecord, ServiceRecord
from tarjotin.common.text import LocalisedText, Wording
from tarjotin.sources.classification.rules import CodeRule, Rules, Target
from tarjotin.sources.classification.words import Found, Matcher, words_of

Classifiable: TypeAlias = PlaceRecord | ServiceRecord | ActivityRecord

READ_OF_A_TEXT = 600  # characters; what an entry is about stands at its beginning
DECIDING = ("category", "outside")  # of these the first language of the name that says something decides
SCHEME_NAMES = {
    "tpr": "TPR node",
    "ptv": "PTV class",
    "ptvtarget": "PTV target group",
    "ptvlife": "PTV life event",
    "tprtarget": "service register target group",
    "tprlife": "service register life event",
    "tprtag": "service register mark",
    "lipas": "LIPAS type",
    "lahellatype": "Lähellä.fi type",
    "lahellaage": "Lähellä.fi age group",
    "ht": "Lähellä.fi theme",
    "hm": "Lähellä.fi format",
    "gender": "gender",
}
NATIONAL_SCHEMES = {"KR": "ptvtarget", "KE": "ptvlife", "P": "ptv"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sign: `place` is code, name, organiser, summary, text or fact."""

    target: Target
    weight: str
    place: str
    reason: str

    @property
    def is_code(self) -> bool:
        return self.place == "code"


class CodeBook:
    """Which rules a code meets. A TPR node stands for its descendants too; a star stands for any ending."""

    def __init__(self, rules: Sequence[CodeRule], tree: Mapping[str, Sequence[str]]) -> None:
        self._tree = tree
        self._known: dict[Code, tuple[Evidence, ...]] = {}
        self._rules: dict[str, list[CodeRule]] = {}
        for rule in rules:
            self._rules.setdefault(rule.scheme, []).append(rule)
        self._silenced = {
            Code(rule.scheme, rule.code): frozenset(Code(rule.scheme, other) for other in rule.less)
            for rule in rules
            if rule.less and rule.scheme != "tpr"
        }

    def evidence_of(self, codes: Sequence[Code]) -> Iterator[Evidence]:
        """All that the codes of one record say; "18–29" beside "30–64" says nothing of the young in particular."""
        for code in codes:
            if self._silenced.get(code, frozenset()).isdisjoint(codes):
                yield from self.evidence(code)

    def evidence(self, code: Code) -> tuple[Evidence, ...]:
        found = self._known.get(code)
        if found is None:
            found = self._known[code] = tuple(self._look_up(code))
        return found

    def _look_up(self, code: Code) -> Iterator[Evidence]:
        if code.scheme == "leaudience":
            scheme, _, rest = code.code.rpartition(":")
            for found in self._look_up(Code(scheme or "yso", rest)):
                if found.target.scheme == "audience":  # the organiser said whom it is for: no guess any more
                    yield Evidence(found.target, "strong", "code", f"audience {found.reason}")
            return
        branch = self._branch(code.code) if code.scheme == "tpr" else (code.code,)
        rules = self._rules.get(code.scheme, ())
        exact = [rule for rule in rules if rule.code in branch and not set(rule.less) & set(branch)]
        for rule in exact or [rule for rule in rules if fnmatchcase(code.code, rule.code)]:
            yield Evidence(rule.target, rule.weight, "code", _code_reason(code, rule))

    def _branch(self, node: str) -> tuple[str, ...]:
        """The node and all above it."""
        branch, ahead = [node], [node]
        while ahead:
            for parent in self._tree.get(ahead.pop(), ()):
                if parent not in branch:
                    branch.append(parent)
                    ahead.append(parent)
        return tuple(branch)


def _finnish_first(text: LocalisedText) -> list[Wording]:
    return sorted(text.wordings, key=lambda wording: wording.language != "fi")


def _code_reason(code: Code, rule: CodeRule) -> str:
    scheme = SCHEME_NAMES.get(code.scheme, f"keyword {code.scheme}:")
    under = f", under {rule.code}" if code.scheme == "tpr" and code.code != rule.code else ""
    return f"{scheme} {code.code}{under} {rule.note}".replace(": ", ":").strip()


class WordBook:
    """Which word rules the texts of a record meet."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules.words
        numbered = list(enumerate(rules.words))
        self._matchers = {
            tag: Matcher((number, rule.patterns.get(tag, ()), rule.never) for number, rule in numbered)
            for tag in ("fi", "sv", "en")
        }
        self._unless = Matcher((number, rule.unless, ()) for number, rule in numbered)

    def evidence(self, record: Classifiable, kind: str) -> Iterator[Evidence]:
        """Signs from the name in any language, and from the texts as far as each rule allows."""
        off: set[int] = set()
        seen: set[int] = set()
        names = [(wording.language, words_of(wording.text)) for wording in _finnish_first(record.name)]
        for _, words in names:
            off.update(number for number, _ in self._unless.find(words))
        decided = False
        for language, words in names:
            told = list(self._in_name(language, words, kind, off, seen))
            yield from (sign for sign in told if not (decided and sign.target.scheme in DECIDING))
            decided = decided or any(sign.target.scheme in DECIDING and sign.weight != "weak" for sign in told)
        yield from self._in_texts(record.summary, "summary", kind, off, seen)
        if isinstance(record, ActivityRecord):
            yield from self._in_texts(record.provider, "organiser", kind, off, seen)
        yield from self._in_texts(record.description, "text", kind, off, seen)

    def _in_name(self, language: str, words: list[str], kind: str, off: set[int], seen: set[int]) -> Iterator[Evidence]:
        for tag, matcher in self._matchers.items():
            if language in (tag, "fi"):  # sources put Swedish and English names into the Finnish field
                yield from self._found(matcher.find(words), "name", kind, off, seen)

    def _in_texts(
        self, text: LocalisedText, place: str, kind: str, off: set[int], seen: set[int]
    ) -> Iterator[Evidence]:
        wording = text.in_language("fi")
        if wording is None:
            return
        matcher = self._matchers.get(wording.language)
        if matcher is not None:
            words = words_of(wording.text[:READ_OF_A_TEXT])
            yield from self._found(matcher.find(words), place, kind, off, seen)

    def _found(self, found: list[Found], place: str, kind: str, off: set[int], seen: set[int]) -> Iterator[Evidence]:
        for number, words in found:
            rule = self._rules[number]
            if number in seen or number in off or kind not in rule.kinds:
                continue
            weight = self._weight(rule.target.scheme, rule.weight, rule.where, place)
            if weight:
                seen.add(number)
                where = {"organiser": "organiser's name", "text": "description"}.get(place, place)
                yield Evidence(rule.target, weight, place, f"word ’{words}’ in the {where}")

    @staticmethod
    def _weight(scheme: str, weight: str, where: str, place: str) -> str:
        """A rule's weight where it was met; a category met outside the name is a hint only."""
        if where == "organiser":
            return weight if place == "organiser" else ""
        if place == "name":
            return weight
        if scheme == "category":
            return "weak" if place == "organiser" and weight != "weak" else "hint"
        allowed = {"summary": ("summary", "text"), "text": ("text",)}.get(place, ())
        return "weak" if where in allowed else ""


def facts(record: Classifiable, rules: Rules) -> Iterator[Evidence]:
    """Age limits, gender and voluntary work, as the source gives them."""
    if not isinstance(record, ActivityRecord):
        return
    for code, concept in rules.concepts["category"].items():
        if concept.volunteering and record.volunteering:
            yield Evidence(Target("category", code), "strong", "fact", "voluntary work")
    for code, concept in rules.concepts["audience"].items():
        if concept.gender and record.gender == concept.gender:
            yield Evidence(Target("audience", code), "strong", "fact", f"for {concept.gender} only")
        if concept.min_age and record.min_age is not None and record.min_age >= concept.min_age:
            yield Evidence(Target("audience", code), "strong", "fact", f"for people aged {record.min_age} or more")
        if concept.max_age and record.max_age is not None and CHILD < record.max_age <= concept.max_age:
            yield Evidence(Target("audience", code), "strong", "fact", f"for people aged {record.max_age} or less")


CHILD = 15  # an activity whose upper age limit is this or less is for children


def national_codes(codes: Sequence[str]) -> Iterator[Code]:
    """The codes of a national description, each in its scheme."""
    for code in codes:
        scheme = next((scheme for start, scheme in NATIONAL_SCHEMES.items() if code.startswith(start)), "")
        if scheme:
            yield Code(scheme, code)
