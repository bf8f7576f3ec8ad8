"""From a query tree to a Tantivy query. User text never reaches a parser: words come as terms."""

from __future__ import annotations

from tantivy import FieldType, Occur, Query, Schema, Searcher

from tarjotin.search import tree
from tarjotin.search.index.schema import DECIMALS

OTHERS_COUNT = 0.1  # of the worse matches of one word
MOST_KEPT = 2_000  # trees
FEW_VALUES = 200  # looked up one by one faster than all at once


class Compiler:
    """For one commit. The trees of words are large and asked again and again, so they are kept."""

    def __init__(self, schema: Schema, searcher: Searcher) -> None:
        self._schema = schema
        self._searcher = searcher
        self._kept: dict[int, tuple[tree.Tree, Query]] = {}  # by identity; the tree is held so that it stays one

    def query(self, node: tree.Tree) -> Query:
        if not isinstance(node, tree.Best):
            return self._compiled(node)
        kept = self._kept.get(id(node))
        if kept is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[id(node)] = (node, self._compiled(node))
        return kept[1]

    def _compiled(self, node: tree.Tree) -> Query:
        schema = self._schema
        match node:
            case tree.Term(field, value):
                return Query.term_query(schema, field, value, index_option="basic")
            case tree.OneOf(field, values):
                return self._one_of(field, [v for v in values if self._searcher.doc_freq(field, v)])
            case tree.Boosted(part, by):
                return Query.boost_query(self.query(part), by)
            case tree.Worth(part, score):
                return Query.const_score_query(self.query(part), score)
            case tree.Range(field, low, high):
                kind = FieldType.Float if field in DECIMALS else FieldType.Integer
                return Query.range_query(schema, field, kind, lower_bound=low, upper_bound=high)
            case tree.Best(parts):
                there = [self.query(part) for part in parts if self._may_match(part)]
                return Query.disjunction_max_query(there, OTHERS_COUNT) if there else Query.empty_query()
            case tree.AnyOf(parts):
                return Query.boolean_query(
                    [(Occur.Should, self.query(part)) for part in parts if self._may_match(part)]
                )
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

    def _one_of(self, field: str, values: list[str]) -> Query:
        if len(values) > FEW_VALUES:
            return Query.term_set_query(self._schema, field, values)
        each = [(Occur.Should, self._compiled(tree.Term(field, value))) for value in values]
        return Query.const_score_query(Query.boolean_query(each), 1.0)

    def _may_match(self, node: tree.Tree) -> bool:
        """Most ways in which a word may be written stand in no entry: asked for, each costs as much as the others."""
        match node:
            case tree.Term(field, value):
                return self._searcher.doc_freq(field, value) > 0
            case tree.Boosted(part) | tree.Worth(part):
                return self._may_match(part)
            case _:
                return True

    def _all_of(self, parts: tuple[tree.Tree, ...]) -> Query:
        clauses = [
            (Occur.MustNot, self.query(part.part)) if isinstance(part, tree.Not) else (Occur.Must, self.query(part))
            for part in parts
        ]
        if all(isinstance(part, tree.Not) for part in parts):
            clauses.append((Occur.Must, Query.const_score_query(Query.all_query(), 0.0)))
        return Query.boolean_query(clauses)
