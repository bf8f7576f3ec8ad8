"""From a query tree to a Tantivy query. User text never reaches a parser: words come as terms."""

from __future__ import annotations

import re

from tantivy import FieldType, Occur, Query, Schema

from tarjotin.search import tree
from tarjotin.search.index.schema import DECIMALS

OTHERS_COUNT = 0.1  # of the worse matches of one word


def compiled(node: tree.Tree, schema: Schema) -> Query:
    match node:
        case tree.Everything():
            return Query.all_query()
        case tree.Nothing():
            return Query.empty_query()
        case tree.Term(field, value):
            return Query.term_query(schema, field, value, index_option="basic")
        case tree.Starts(field, prefix):
            return Query.regex_query(schema, field, re.escape(prefix) + ".*")
        case tree.Alike(field, word, errors):
            return Query.fuzzy_term_query(schema, field, word, distance=min(errors, 2))
        case tree.Range(field, low, high):
            return _range(schema, field, low, high)
        case tree.Boosted(part, by):
            return Query.boost_query(compiled(part, schema), by)
        case tree.Worth(part, score):
            return Query.const_score_query(compiled(part, schema), score)
        case tree.Best(parts):
            return Query.disjunction_max_query([compiled(part, schema) for part in parts], OTHERS_COUNT)
        case tree.AnyOf(parts):
            return Query.boolean_query([(Occur.Should, compiled(part, schema)) for part in parts])
        case tree.AllOf(parts):
            return _all_of(schema, parts)
        case tree.Not(part):
            return _all_of(schema, (node,))
        case tree.Wished(part, wishes):
            must = (Occur.Must, compiled(part, schema))
            return Query.boolean_query([must, *((Occur.Should, compiled(wish, schema)) for wish in wishes)])


def _all_of(schema: Schema, parts: tuple[tree.Tree, ...]) -> Query:
    clauses = [
        (Occur.MustNot, compiled(part.part, schema))
        if isinstance(part, tree.Not)
        else (Occur.Must, compiled(part, schema))
        for part in parts
    ]
    if all(occur == Occur.MustNot for occur, _ in clauses):
        clauses.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
    return Query.boolean_query(clauses)


def _range(schema: Schema, field: str, low: float | None, high: float | None) -> Query:
    kind = FieldType.Float if field in DECIMALS else FieldType.Integer
    return Query.range_query(schema, field, kind, lower_bound=low, upper_bound=high)
