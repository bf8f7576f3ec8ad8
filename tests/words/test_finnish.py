"""Finnish words: our own lists and rules, with and without libvoikko."""

from __future__ import annotations

import pytest

from tarjotin.words import finnish, finnish_guess
from tarjotin.words.forms import Forms


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("futikseen", Forms(("futis",), (), ("jalkapallo",))),
        ("zumbatunnille", Forms(("zumbatunti",), ("zumba", "tunti"))),
        ("padelia", Forms(("padel",))),
    ],
)
def test_words_of_our_own_list_are_known_to_both_analysers(word: str, forms: Forms) -> None:
    assert [finnish.forms(word), finnish.plain_forms(word)] == [forms, forms]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("kerhoissa", Forms(("kerho",))),
        ("kaupungin", Forms(("kaupunki",))),
        ("tuolijumpassa", Forms(("tuolijumppa",), ("tuoli", "jumppa"))),
        ("perhekahviloihin", Forms(("perhekahvila",), ("perhe", "kahvila"))),
        ("käsityökerho", Forms(("käsityökerho",), ("käsi", "käsityö", "työ", "työkerho", "kerho"))),
        ("avantouinnissa", Forms(("avantouinti",), ("avanto", "uinti", "uida"))),
        ("brasiliakerhossa", Forms(("brasiliakerho",), ("brasilia", "kerho"))),
        ("maton", Forms(("matto",))),
        ("madon", Forms(("mato",))),
    ],
)
def test_without_a_dictionary_known_words_are_read_in_their_cases_and_compounds(word: str, forms: Forms) -> None:
    assert finnish.plain_forms(word) == forms


@pytest.mark.parametrize("word", ["elokuva", "elokuvat", "elokuvakerho"])
def test_a_compound_with_a_meaning_of_its_own_is_never_torn(word: str) -> None:
    found = finnish.plain_forms(word)

    assert {"kuva", "kuvakerho", "elo"} & {*found.lemmas, *found.parts, *found.roots} == set()


def test_halli_is_in_uimahalli_and_never_equals_it() -> None:
    found = finnish.plain_forms("uimahalli")

    assert (found.lemmas, "halli" in found.parts) == (("uimahalli",), True)


@pytest.mark.parametrize(
    "words",
    [
        ("suomalainen", "suomalaisen", "suomalaisista", "suomalaisten", "suomalaista"),
        ("merkitys", "merkityksen", "merkityksiä", "merkityksestä"),
        ("polemiikki", "polemiikin", "polemiikista"),
    ],
)
def test_a_word_nobody_knows_has_one_key_in_its_cases(words: tuple[str, ...]) -> None:
    assert len({finnish_guess.key(word) for word in words}) == 1
