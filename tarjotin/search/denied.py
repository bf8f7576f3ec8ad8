"""What a question says it does not want: "ei lapsille", "en ole työtön", "ilman uintia". Pure.

Days, times and prices are not here: of these one asks for the others (`asking.py`).
"""

from __future__ import annotations

from collections.abc import Iterable

from tarjotin.search import ranking
from tarjotin.search.tree import Everything, Not, Term, Tree, any_of

# Chip group → whether the option is a word, a concept or an option of the group.
GROUPS = frozenset({"word", "concept", "audience", "gender"})


def tree(denied: Iterable[tuple[str, str]]) -> Tree:
    """All but what has these; `denied` holds group and option."""
    ways = [_has(group, option) for group, option in denied]
    return Not(any_of(*ways)) if ways else Everything()


def _has(group: str, option: str) -> Tree:
    if group == "word":
        return any_of(ranking.in_name(option), Term("summary_fi", option))
    if group == "concept":
        return any_of(*(Term(field, option) for field in ("named", "topic", "under")))
    return Term(group, option)
