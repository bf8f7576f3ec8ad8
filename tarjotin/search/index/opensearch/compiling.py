"""From a query tree to OpenSearch's query language. Pure. Scores are those the other engine gives.

Boosts are handed down to the leaves, since every way of joining scores is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from tarjotin.search import tree

Dsl = dict[str, Any]
OTHERS_COUNT = 0.1  # of the worse matches of one word, as in the other compiler
MOST_ALIKE = 1_000  # words that a misspelt one may stand for; the engine's limit is 1 024
RARITY_SCALE = 2.2  # Lucene left the constant k1 + 1 out of its scores; the other engine has it
ALL: Dsl = {"match_all": {}}


def query(node: tree.Tree, boost: float = 1.0) -> Dsl:
    match node:
        case tree.Term(field, value):
            return {"term": {field: {"value": value, "boost": boost * RARITY_SCALE}}}
        case tree.Boosted(part, by):
            return query(part, boost * by)
        case tree.Worth(part, score):
            return _constant(part, boost * score)
        case tree.Range() | tree.OneOf() | tree.Starts() | tree.Alike() | tree.Everything():
            return _constant(node, boost)
        case tree.Best(parts):
            return {"dis_max": {"queries": [query(part, boost) for part in parts], "tie_breaker": OTHERS_COUNT}}
        case tree.AnyOf(parts):
            return _any([query(part, boost) for part in parts])
        case tree.AllOf(parts):
            return _all_of(parts, boost)
        case tree.Not():
            return _all_of((node,), boost)
        case tree.Wished(part, wishes):
            return {"bool": {"must": [query(part, boost)], "should": [query(wish, boost) for wish in wishes]}}
        case tree.Nothing():
            return {"match_none": {}}


def condition(node: tree.Tree) -> Dsl:
    """What matches, without any score: the engine keeps the answers to these."""
    match node:
        case tree.Term(field, value):
            return {"term": {field: value}}
        case tree.OneOf(field, values):
            return {"terms": {field: list(values)}}
        case tree.Boosted(part) | tree.Worth(part) | tree.Wished(part):
            return condition(part)
        case tree.Range(field, low, high):
            ends = {"gte": low, "lte": high}
            return {"range": {field: {name: end for name, end in ends.items() if end is not None}}}
        case tree.Starts(field, prefix):
            return {"prefix": {field: prefix}}
        case tree.Alike(field, word, errors):
            return {"fuzzy": {field: {"value": word, "fuzziness": min(errors, 2), "max_expansions": MOST_ALIKE}}}
        case tree.Best(parts) | tree.AnyOf(parts):
            return _any(_together(parts))
        case tree.AllOf(parts):
            return {"bool": _conditions(parts)}
        case tree.Not():
            return {"bool": _conditions((node,))}
        case tree.Everything():
            return ALL
        case tree.Nothing():
            return {"match_none": {}}


def _constant(node: tree.Tree, score: float) -> Dsl:
    if score == 0:
        return {"bool": {"filter": [condition(node)]}}
    return {"constant_score": {"filter": condition(node), "boost": score}}


def _any(parts: list[Dsl]) -> Dsl:
    return {"bool": {"should": parts, "minimum_should_match": 1}} if parts else {"match_none": {}}


def _all_of(parts: tuple[tree.Tree, ...], boost: float) -> Dsl:
    scored = [query(part, boost) for part in parts if not _is_unscored(part)]
    clauses = _conditions([part for part in parts if _is_unscored(part)])
    if scored and clauses["filter"] == [ALL]:
        del clauses["filter"]
    return {"bool": clauses | ({"must": scored} if scored else {})}


def _is_unscored(part: tree.Tree) -> bool:
    return isinstance(part, tree.Not) or (isinstance(part, tree.Worth) and part.score == 0)


def _conditions(parts: Sequence[tree.Tree]) -> Dsl:
    met = [condition(part) for part in parts if not isinstance(part, tree.Not)]
    unmet = [condition(part.part) for part in parts if isinstance(part, tree.Not)]
    return {"filter": met or [ALL]} | ({"must_not": unmet} if unmet else {})


def _together(parts: tuple[tree.Tree, ...]) -> list[Dsl]:
    """The values of one field that stand side by side as one question."""
    found: list[Dsl] = []
    for field, some in groupby(parts, lambda part: part.field if isinstance(part, tree.Term) else ""):
        if field:
            found.append({"terms": {field: [part.value for part in some if isinstance(part, tree.Term)]}})
        else:
            found += [condition(part) for part in some]
    return found
