"""Which concepts a text names."""

from __future__ import annotations

import pytest

from tarjotin.words.thesaurus import LANGUAGES, Match, find, languages_of, thesaurus
from tarjotin.words.thesaurus.loose_stems import loose_stem


def codes(text: str, *languages: str) -> list[str]:
    return [match.code for match in find(text, languages or None)]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("olen yksinäinen", "fi", ["loneliness"]),
        ("masennukseen apua", "fi", ["sadness"]),
        ("yksinäisten ja masentuneiden omaisille", "fi", ["loneliness", "sadness", "carers"]),
        ("maanantaisin ja keskiviikkona", "fi", ["monday", "wednesday"]),
        ("jag har ont i ryggen", "sv", ["limit_back", "back_pain"]),
        ("I feel lonely", "en", ["loneliness"]),
        ("mul on ärevus", "et", ["anxiety"]),
        ("мне одиноко", "ru", ["loneliness"]),
        ("по пятницам бесплатно", "ru", ["friday", "free"]),
        ("безкоштовна середа", "uk", ["free", "wednesday"]),
        ("أشعر بالوحدة كثيرا", "ar", ["loneliness"]),
        ("dadka waan ka baqaa", "so", ["shyness"]),
        ("افسردگی", "fa", ["sadness"]),
        ("دڵەڕاوکێ", "ckb", ["anxiety"]),
        ("kirjahylly", "fi", []),
        ("", "fi", []),
        ("…!?", "en", []),
    ],
)
def test_find_in_one_language(text: str, language: str, found: list[str]) -> None:
    assert sorted(codes(text, language)) == sorted(found)


@pytest.mark.parametrize(
    "text", ["yksinäisyys", "ensamhet", "loneliness", "üksindus", "kelinimo", "одиночество", "самотність"]
)
def test_find_without_a_language_tries_those_of_the_script(text: str) -> None:
    assert codes(text) == ["loneliness"]


def test_find_gives_the_words_and_the_wording() -> None:
    assert find("Tule, jos ei ole ystäviä maanantaina!", ("fi",)) == (
        Match("loneliness", "fi", 2, 3, "ei ole ystäviä", True),
        Match("monday", "fi", 5, 1, "maanantai", True),
    )


def test_find_takes_the_longest_wording() -> None:
    assert codes("we have no friends", "en") == ["loneliness"]
    assert codes("i morgon", "sv") == ["tomorrow"]
    assert codes("morgon", "sv") == ["morning"]


def test_find_in_a_compound_is_not_exact() -> None:
    assert [(match.code, match.exact) for match in find("senioritanhut", ("fi",)) if match.code == "older_people"] == [
        ("older_people", False)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("melontapaikka", "paddling"), ("neuleporukka", "knitting"), ("shakkijengi", "chess")],
)
def test_find_in_a_compound_of_people_or_places_what_they_do(text: str, code: str) -> None:
    assert code in codes(text, "fi")


@pytest.mark.parametrize("text", ["auringonlasku", "ruokasalille"])
def test_find_knows_no_need_nor_sport_in_a_sunset_or_a_hall(text: str) -> None:
    assert not {"debts", "gym"} & set(codes(text, "fi"))


def test_find_a_compound_written_apart_is_not_exact() -> None:
    assert find("velka neuvonnassa", ("fi",)) == (Match("debt_advice", "fi", 0, 2, "velkaneuvonta", False),)


def test_find_a_hyphenated_wording_written_together() -> None:
    assert [codes(text, "sv") for text in ("drop-in", "dropin", "drop in")] == [["drop_in"]] * 3


def test_find_without_diacritics_is_not_exact() -> None:
    assert find("yksinaisyys", ("fi",)) == (Match("loneliness", "fi", 0, 1, "yksinäisyys", False),)
    assert find("yksinäisyys", ("fi",)) == (Match("loneliness", "fi", 0, 1, "yksinäisyys", True),)


@pytest.mark.parametrize(
    ("text", "lookalike", "code"),
    [
        ("iltapäivällä", "fi", "evening"),
        ("läheinen", "fi", "near"),
        ("i morgon", "sv", "morning"),
        ("окружающая среда", "ru", "wednesday"),
        ("valuuttakurssi", "fi", "course"),
        ("när öppnar ni", "sv", "near"),
        ("hyvää päivää", "fi", "daytime"),
        ("osallistumisen maksu", "fi", "free"),
        ("приходите к нам", "ru", "church"),
    ],
)
def test_find_leaves_lookalikes_alone(text: str, lookalike: str, code: str) -> None:
    assert code not in codes(text, lookalike)


def test_find_prefers_the_first_language() -> None:
    text = "недорого"

    assert [match.language for match in find(text, ("uk", "ru"))] == ["uk"]
    assert [match.language for match in find(text, ("ru", "uk"))] == ["ru"]


def test_find_knows_no_unknown_language() -> None:
    assert find("ilmainen", ("xx",)) == ()


@pytest.mark.parametrize(
    ("text", "first", "languages"),
    [
        ("jooga", "", ("fi", "sv", "en", "et", "so")),
        ("jooga", "en", ("en", "fi", "sv", "et", "so")),
        ("йога", "uk", ("uk", "ru")),
        ("یوگا", "fa", ("fa", "ar", "ckb")),
        ("йога yoga", "ru", ("ru", "fi", "sv", "en", "et", "so", "uk")),
        ("瑜伽 123", "en", ()),
    ],
)
def test_languages_of_a_script(text: str, first: str, languages: tuple[str, ...]) -> None:
    assert languages_of(text, first) == languages


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("uk", ("безкоштовна", "безкоштовний", "безкоштовні")),
        ("uk", ("середа", "середу", "середи")),
        ("ar", ("مجاني", "مجانية", "المجانية")),
        ("fa", ("کلاس", "کلاسها", "کلاسهای")),
        ("ckb", ("یۆگا", "یۆگای", "یۆگادا")),
    ],
)
def test_light_brings_forms_together(language: str, words: tuple[str, ...]) -> None:
    assert len({loose_stem(language, word) for word in words}) == 1


def test_light_leaves_short_words_and_other_languages() -> None:
    assert [loose_stem(language, "ماء") for language in ("ar", "fi")] == ["ماء", "ماء"]
    assert loose_stem("uk", "їжа") == "їжа"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_finds_its_concept(language: str) -> None:
    lost = [
        (concept.code, concept.label(language))
        for concept in thesaurus().values()
        if concept.code not in codes(concept.label(language), language)
    ]

    assert lost == []
