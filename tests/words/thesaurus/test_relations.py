"""Broader, narrower and related concepts."""

from __future__ import annotations

from tarjotin.words.thesaurus import ancestors, descendants, expansions, related, thesaurus


def test_ancestors_of_a_concept_are_all_above_it() -> None:
    assert ancestors("want_company") == ("loneliness",)
    assert ancestors("nothing") == ()


def test_descendants_turn_ancestors_around() -> None:
    for code in thesaurus():
        assert all(code in descendants(above) for above in ancestors(code))


def test_expansions_begin_with_what_was_asked() -> None:
    assert expansions(["want_company", "loneliness"])[:2] == ("want_company", "loneliness")
    assert set(expansions(["loneliness"])) == {"loneliness", *descendants("loneliness")}
    assert "want_company" in expansions(["loneliness"])


def test_related_is_told_from_either_side() -> None:
    for code, concept in thesaurus().items():
        assert all(code in related(other) for other in concept.related)
