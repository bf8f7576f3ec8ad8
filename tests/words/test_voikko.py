"""libvoikko as the analyser of Finnish: readings, parts, and threads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tarjotin.words import voikko
from tarjotin.words.forms import Forms

pytestmark = pytest.mark.skipif(
    not voikko.is_there(), reason="libvoikko is missing: install the packages libvoikko1 and voikko-fi"
)


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("uimahallissa", Forms(("uimahalli",), ("uima", "halli"))),
        ("käsityökerhoissa", Forms(("käsityökerho",), ("käsi", "käsityö", "työ", "työkerho", "kerho"))),
        ("liikunnalla", Forms(("liikunta",), (), ("liikkua",))),
        ("liikuntatuntien", Forms(("liikuntatunti",), ("liikunta", "tunti", "liikkua"))),
        ("maksuttomat", Forms(("maksuton",))),
        ("maailma", Forms(("maailma",))),
        ("tanssi", Forms(("tanssia", "tanssi"))),
    ],
)
def test_a_word_is_read_with_its_parts_and_its_roots(word: str, forms: Forms) -> None:
    assert voikko.forms(word) == forms


def test_all_readings_of_an_ambiguous_word_are_kept() -> None:
    found = voikko.forms("alusta")

    assert found is not None
    assert found.lemmas == ("alku", "alus", "alunen", "alusta", "alustaa")


def test_a_word_no_dictionary_knows_has_no_reading() -> None:
    assert voikko.forms("zumba") is None


def test_many_threads_read_the_same_as_one() -> None:
    words = [f"{front}{back}" for front in ("uima", "jää", "liikunta", "perhe") for back in ("hallissa", "kerhojen")]
    one = [voikko.forms(word) for word in words * 100]

    with ThreadPoolExecutor(8) as threads:
        many = list(threads.map(voikko.forms, words * 100))

    assert many == one
