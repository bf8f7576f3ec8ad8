"""From a query tree to a Tantivy query. User text never reaches a parser: words come as terms."""

from __future__ import annotations

from tantivy import FieldType, Occur, Query, Schema

from tarjotin.search import tree
from tarjotin.search.index.schema import DECIMALS

OTHERS_COUNT = 0.1  # of the worse matches of one word


class Compiler:
    """For one snapshot. The trees of words are large and asked again and again, so they are kept."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._kept: dict[int, tuple[tree.Tree, Query]] = {}  # by identity; the tree is held so that it stays one

    def query(self, node: tree.Tree) -> Query:
        if not isinstance(node, tree.Best):
            return self._compiled(node)
        kept = self._kept.get(id(node))
        if kept is None:
            kept = self._kept[id(node)] = (node, self._compiled(node))
        return kept[1]

    def _compiled(self, node: tree.Tree) -> Query:
        schema = self._schema
        match node:
            case tree.Term(field, value):
                return Query.term_query(schema, field, value, index_option="basic")
            case tree.OneOf(field, values):
                return Query.term_set_query(schema, field, list(values))
            case tree.Boosted(part, by):
                return Query.boost_query(self.query(part), by)
            case tree.Worth(part, score):
                return Query.const_score_query(self.query(part), score)
            case tree.Range(field, low, high):
                kind = FieldType.Float if field in DECIMALS else FieldType.Integer
                return Query.range_query(schema, field, kind, lower_bound=low, upper_bound=high)
            case tree.Best(parts):
                return Query.disjunction_max_query([self.query(part) for part in parts], OTHERS_COUNT)
            case tree.AnyOf(parts):
                return Query.boolean_query([(Occur.Should, self.query(part)) for part in parts])
            case tree.AllOf(parts):
                return self._all_of(parts)
            case tree.Not():
                return self._all_of((node,))
            case tree.Wished(part, wishes):
                must = (Occur.Must, self.query(part))
                return Query.boolean_query([must, *((Occur.Should, self.query(wish)) for wish in wishes)])
            case tree.Starts(field, prefix):
                # No typing errors, any ending: forty times as fast as a regular expression.
                return Query.fuzzy_term_query(schema, field, prefix, distance=0, prefix=True)
            case tree.Alike(field, word, errors):
                return Query.fuzzy_term_query(schema, field, word, distance=min(errors, 2))
            case tree.Everything():
                return Query.all_query()
            case tree.Nothing():
                return Query.empty_query()

    def _all_of(self, parts: tuple[tree.Tree, ...]) -> Query:
        clauses = [
            (Occur.MustNot, self.query(part.part)) if isinstance(part, tree.Not) else (Occur.Must, self.query(part))
            for part in parts
        ]
        if all(isinstance(part, tree.Not) for part in parts):
            clauses.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
        return Query.boolean_query(clauses)
