"""From the signs of a record to its tags: at most one main category, each tag with its reason. Pure, no framework."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tarjotin.catalogue.records import ActivityRecord, Code, ConceptRecord, PlaceRecord, Record, ServiceRecord
from tarjotin.sources.classification.evidence import (
    CHILD,
    Classifiable,
    CodeBook,
    Evidence,
    WordBook,
    facts,
    national_codes,
)
from tarjotin.sources.classification.rules import Rules, load_rules

# How much a sign counts when categories compete, by where it was met and its weight.
SCORES = {
    ("name", "strong"): 4.0,
    ("code", "strong"): 3.0,
    ("name", "context"): 2.0,
    ("code", "context"): 2.0,
    ("code", "weak"): 1.0,
    ("name", "weak"): 1.0,
    ("organiser", "context"): 3.5,
    ("organiser", "weak"): 0.5,
    ("fact", "strong"): 6.0,
}
HINT = 0.2
MORE = 0.25  # each further sign of a kind that was met already
MOST = 4  # … as far as this many
CONFIDENCE = {("code", "strong"): 0.9, ("name", "strong"): 0.8, ("fact", "strong"): 0.9}
CONTEXT_CONFIDENCE, AGREEING_CONFIDENCE, WEAK_CONFIDENCE = 0.7, 0.65, 0.4
BY_RULE_AND_CODE = 0.95


@dataclass(frozen=True, slots=True)
class TagDraft:
    """A tag and why: scheme is category, audience or need."""

    scheme: str
    code: str
    reason: str
    confidence: float
    main: bool = False


@dataclass(frozen=True, slots=True)
class Classified:
    """Tags, or in words why the record stays outside the tray; neither means that it waits as unclassified."""

    tags: tuple[TagDraft, ...] = ()
    outside: str = ""

    @property
    def main(self) -> TagDraft | None:
        return next((tag for tag in self.tags if tag.main), None)


class Classifier:
    """The rules, made ready for many records."""

    def __init__(
        self, rules: Rules, tree: Mapping[str, Sequence[str]], national: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self._rules = rules
        self._codes = CodeBook(rules.codes, tree)
        self._words = WordBook(rules)
        self._national = {key: tuple(national_codes(codes)) for key, codes in (national or {}).items()}

    @classmethod
    def load(cls, tree: Mapping[str, Sequence[str]], national: Mapping[str, Sequence[str]] | None = None) -> Classifier:
        """`tree`: TPR node → its parents; `national`: id of a national description → its class codes."""
        return cls(load_rules(), tree, national)

    @staticmethod
    def own_concepts() -> list[ConceptRecord]:
        """The categories, audiences and needs as words of our own vocabulary, in the order in which they are shown."""
        lists = load_rules().concepts
        return [
            ConceptRecord(scheme, code, concept.label)
            for scheme in ("category", "audience", "need")
            for code, concept in lists[scheme].items()
        ]

    def classify(self, record: Record) -> Classified:
        kind = _kind(record)
        if not kind or not isinstance(record, PlaceRecord | ServiceRecord | ActivityRecord):
            return Classified()
        signs = [*self._by_codes(record), *facts(record, self._rules), *self._words.evidence(record, kind)]
        by_scheme: dict[str, list[Evidence]] = {}
        for sign in signs:
            by_scheme.setdefault(sign.target.scheme, []).append(sign)
        categories = _grouped(by_scheme.get("category", []))
        if outside := self._outside(record, by_scheme, categories):
            return Classified(outside=outside)
        others = self._other_tags(by_scheme, volunteering=_is_volunteering(record))
        return Classified((*_category_tags(categories, list(self._rules.concepts["category"])), *others))

    def _by_codes(self, record: Classifiable) -> Iterator[Evidence]:
        yield from self._codes.evidence_of(record.codes)
        if isinstance(record, PlaceRecord) and record.lipas_type:
            yield from self._codes.evidence(Code("lipas", record.lipas_type))
        if isinstance(record, ServiceRecord) and record.upstream_id:
            yield from self._codes.evidence_of(self._national.get(record.upstream_id, ()))

    def _outside(
        self, record: Classifiable, by_scheme: dict[str, list[Evidence]], categories: dict[str, list[Evidence]]
    ) -> str:
        """Why the record stays outside; empty when it does not."""
        families = any(sign.target.code == "families" for sign in by_scheme.get("audience", []))
        if isinstance(record, ActivityRecord) and _for_children(record) and not families:
            return self._reason("children_only", f"for ages up to {record.max_age}")
        signs = by_scheme.get("outside", [])
        codes = [sign for sign in signs if sign.is_code and sign.weight == "strong"]
        inside = max((_strong_codes(group) for group in categories.values()), default=0)
        surely_inside = not codes and inside >= _enough_codes(record)
        strong_word = next((sign for sign in signs if sign.place == "name" and sign.weight == "strong"), None)
        if strong_word and not surely_inside:
            return self._reason(strong_word.target.code, strong_word.reason)
        if any(sign.place == "name" and sign.weight == "strong" for sign in by_scheme.get("category", [])):
            return ""
        if self._for_organisations(record):
            return self._reason("for_organisations", "target groups are organisations only")
        if len(codes) > inside:
            return self._reason(codes[0].target.code, codes[0].reason)
        if signs and not any(_is_based(group) for group in categories.values()):
            return self._reason(signs[0].target.code, signs[0].reason)
        return ""

    def _reason(self, code: str, sign: str) -> str:
        return f"{self._rules.concepts['outside'][code].label.get('en')} ({sign})"

    def _for_organisations(self, record: Classifiable) -> bool:
        groups = [str(code) for code in record.codes if code.scheme in ("tprtarget", "ptvtarget")]
        return bool(groups) and all(group in self._rules.organisations_only for group in groups)

    def _other_tags(self, by_scheme: dict[str, list[Evidence]], *, volunteering: bool) -> Iterator[TagDraft]:
        """Whom it is for and which need it meets; a volunteer's task meets none, and its words tell who is helped."""
        for scheme in ("audience", "need"):
            signs = by_scheme.get(scheme, [])
            if volunteering:
                signs = [sign for sign in signs if scheme == "audience" and sign.place in ("code", "fact")]
            if scheme == "audience":
                signs = self._for_somebody(signs)
            for code, group in sorted(_grouped(signs).items()):
                yield TagDraft(scheme, code, _reasons(group), _confidence(group))

    def _for_somebody(self, signs: list[Evidence]) -> list[Evidence]:
        """Signs without those that together mean everyone: long lists of target groups, "women and men"."""
        concepts = self._rules.concepts["audience"]
        listed = {sign.target.code for sign in signs if sign.is_code and "target group" in sign.reason}
        if len(listed) >= self._rules.everyone_from:
            signs = [sign for sign in signs if "target group" not in sign.reason]
        present = {sign.target.code for sign in signs}
        return [sign for sign in signs if concepts[sign.target.code].not_with not in present]


def _kind(record: Record) -> str:
    kinds = {PlaceRecord: "place", ServiceRecord: "service", ActivityRecord: "activity"}
    return next((kind for record_type, kind in kinds.items() if isinstance(record, record_type)), "")


def _for_children(record: ActivityRecord) -> bool:
    return record.max_age is not None and record.max_age <= CHILD and record.children in ("", "no")


def _grouped(signs: list[Evidence]) -> dict[str, list[Evidence]]:
    groups: dict[str, list[Evidence]] = {}
    for sign in signs:
        groups.setdefault(sign.target.code, []).append(sign)
    return groups


def _is_volunteering(record: Classifiable) -> bool:
    return isinstance(record, ActivityRecord) and bool(record.volunteering)


def _enough_codes(record: Classifiable) -> int:
    """So many codes inside outweigh an outside word in the name: a sculpture may be named anything."""
    if _is_volunteering(record):
        return 0
    return 1 if isinstance(record, PlaceRecord) else 2


def _strong_codes(group: list[Evidence]) -> int:
    return sum(sign.is_code and sign.weight in ("strong", "context") for sign in group)


def _is_based(group: list[Evidence]) -> bool:
    """May these signs carry a main category? A keyword alone never does (data-model.md § 5); two that agree do."""
    if any(sign.weight in ("strong", "context") and sign.place != "organiser" for sign in group):
        return True
    keywords = len({sign.reason for sign in group if sign.is_code})
    return keywords >= 2 or (keywords == 1 and any(sign.place in ("name", "organiser") for sign in group))


def _score(group: list[Evidence]) -> float:
    """In each place the best sign counts in full and the others a little; hints only part equals."""
    score = 0.0
    for place in ("name", "code", "organiser", "fact"):
        worths = [SCORES[sign.place, sign.weight] for sign in group if sign.place == place and sign.weight != "hint"]
        if worths:
            score += max(worths) + MORE * min(len(worths) - 1, MOST)
    return score + HINT * min(sum(sign.weight == "hint" for sign in group), MOST)


def _category_tags(groups: dict[str, list[Evidence]], order: list[str]) -> Iterator[TagDraft]:
    based = {code: group for code, group in groups.items() if _is_based(group)}
    main = max(based, key=lambda code: (_score(based[code]), -order.index(code)), default="")
    for code in sorted(groups, key=lambda code: (code != main, order.index(code))):
        group = groups[code]
        if code == main or any(map(_earns_a_tag, group)):
            yield TagDraft("category", code, _reasons(group), _confidence(group), code == main)


def _earns_a_tag(sign: Evidence) -> bool:
    """A weak word alone gives none ("talvi-ilta"), nor does the organiser: a service centre holds gymnastics too."""
    told = sign.weight in ("strong", "context") or (sign.is_code and sign.weight == "weak")
    return told and sign.place != "organiser"


def _confidence(group: list[Evidence]) -> float:
    kinds = {(sign.place, sign.weight) for sign in group}
    strong = {kind for kind in kinds if kind in CONFIDENCE}
    if len(strong) > 1:
        return BY_RULE_AND_CODE
    if strong:
        return CONFIDENCE[strong.pop()]
    if any(weight == "context" for _, weight in kinds):
        return CONTEXT_CONFIDENCE
    return AGREEING_CONFIDENCE if _is_based(group) else WEAK_CONFIDENCE


def _reasons(group: list[Evidence]) -> str:
    """The strongest reasons first, three at most, each once."""
    order = {"strong": 0, "context": 1, "weak": 2, "hint": 3}
    told = sorted((sign for sign in group if sign.weight != "hint"), key=lambda sign: order[sign.weight])
    return "; ".join(list(dict.fromkeys(sign.reason for sign in told))[:3])
