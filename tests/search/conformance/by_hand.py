"""Trees answered by looking at every document: slow, and easy to believe."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from tarjotin.search import tree
from tarjotin.search.document import Document
from tarjotin.search.index.schema import Row, to_row

OTHERS_COUNT = 0.1
Scores = dict[str, float]  # of what matches, by id


class ByHand:
    def __init__(self, documents: Sequence[Document]) -> None:
        self.rows = {row.id: row for row in map(to_row, documents)}
        holders: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for row in self.rows.values():
            for field, values in _held(row).items():
                for value in values:
                    holders[field][value].add(row.id)
        self.holders = {field: dict(words) for field, words in holders.items()}  # field → word → ids

    def scores(self, asked: tree.Tree) -> Scores:
        """Terms that are not inside a `Worth` score 1."""
        match asked:
            case tree.Worth(part, worth):
                return dict.fromkeys(self.scores(part), worth)
            case tree.Boosted(part, by):
                return {each: score * by for each, score in self.scores(part).items()}
            case tree.Best(parts):
                found = self._gathered(parts)
                return {each: max(s) * (1 - OTHERS_COUNT) + sum(s) * OTHERS_COUNT for each, s in found.items()}
            case tree.AnyOf(parts):
                return {each: sum(scores) for each, scores in self._gathered(parts).items()}
            case tree.AllOf(parts):
                return self._all_of(parts)
            case tree.Not(part):
                return dict.fromkeys(self.rows.keys() - self.scores(part).keys(), 0.0)
            case tree.Wished(part, wishes):
                wished = self._gathered(wishes)
                return {each: score + sum(wished.get(each, ())) for each, score in self.scores(part).items()}
            case _:
                return dict.fromkeys(self._holding(asked), 1.0)

    def lowest(self, asked: tree.Tree, field: str) -> list[str]:
        return sorted(self.scores(asked), key=lambda each: (min(self.rows[each].numbers[field]), each))

    def facets(self, asked: tree.Tree, group: str) -> dict[str, int]:
        return dict(Counter(option for each in self.scores(asked) for option in self.rows[each].codes.get(group, ())))

    def _gathered(self, parts: Iterable[tree.Tree]) -> dict[str, list[float]]:
        found: dict[str, list[float]] = defaultdict(list)
        for part in parts:
            for each, score in self.scores(part).items():
                found[each].append(score)
        return found

    def _all_of(self, parts: Sequence[tree.Tree]) -> Scores:
        found = self._gathered(parts)
        return {each: sum(scores) for each, scores in found.items() if len(scores) == len(parts)}

    def _holding(self, asked: tree.Tree) -> set[str]:
        match asked:
            case tree.Term(field, value):
                return self._with(field, [value])
            case tree.OneOf(field, values):
                return self._with(field, values)
            case tree.Starts(field, prefix):
                return self._with(field, [word for word in self.holders.get(field, ()) if word.startswith(prefix)])
            case tree.Alike(field, word, errors):
                return self._with(
                    field, [each for each in self.holders.get(field, ()) if _errors(word, each) <= errors]
                )
            case tree.Range():
                return {row.id for row in self.rows.values() if _lies_in(row, asked)}
            case _:
                return set(self.rows) if isinstance(asked, tree.Everything) else set()

    def _with(self, field: str, words: Iterable[str]) -> set[str]:
        return set().union(*(self.holders.get(field, {}).get(word, set()) for word in words))


def _held(row: Row) -> dict[str, Sequence[str]]:
    return {**{field: text.split(" ") for field, text in row.words.items()}, **row.codes}


def _lies_in(row: Row, asked: tree.Range) -> bool:
    numbers = row.numbers.get(asked.field) or row.decimals.get(asked.field, ())
    low, high = asked.low, asked.high
    return any((low is None or low <= number) and (high is None or number <= high) for number in numbers)


def _errors(one: str, other: str) -> int:
    """Letters to add, take away, change, or swap with the next one."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and (a, b) == (other[j - 2], one[i - 2]):
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
