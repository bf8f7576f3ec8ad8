"""What questions say, in all languages: the whole of what is understood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tarjotin.common.distance import Point
from tarjotin.search.query import GROUPS
from tarjotin.search.understanding import Chip, Meant, Understood, understand
from tarjotin.words.thesaurus import thesaurus

TODAY = date(2026, 11, 24)  # a Tuesday


def chip(criterion: str, words: str, without: str) -> Chip:
    """ "price=free" as a chip; "-price=free" denied."""
    group, _, options = criterion.lstrip("-").partition("=")
    return Chip(group, tuple(options.split(",")), words, without, criterion.startswith("-"))


def heard(words: str, *chips: Chip, **more: Any) -> Understood:
    return Understood(words, chips, **more)


def day(month: int, number: int) -> date:
    return date(2026, month, number)


# Criteria of all kinds in one question.
ALL = [
    (
        "fi",
        "ilmainen jooga keskiviikkoiltana Kalliossa",
        heard(
            "jooga",
            chip("price=free", "ilmainen", "jooga keskiviikkoiltana Kalliossa"),
            chip("weekday=3", "keskiviikko", "ilmainen jooga iltana Kalliossa"),
            chip("time=evening", "iltana", "ilmainen jooga keskiviikko Kalliossa"),
            chip("district=11", "Kalliossa", "ilmainen jooga keskiviikkoiltana"),
        ),
    ),
    (
        "fi",
        "tuolijumppaa 75-vuotiaalle Malmilla aamupäivällä",
        heard(
            "tuolijumppaa",
            chip("age=75", "75-vuotiaalle", "tuolijumppaa Malmilla aamupäivällä"),
            chip("district=38", "Malmilla", "tuolijumppaa 75-vuotiaalle aamupäivällä"),
            chip("time=morning", "aamupäivällä", "tuolijumppaa 75-vuotiaalle Malmilla"),
            age=75,
        ),
    ),
    (
        "fi",
        "lauantaina jotain ilmaista Kalliossa",
        heard(
            "",
            chip("weekday=6", "lauantaina", "jotain ilmaista Kalliossa"),
            chip("price=free", "ilmaista", "lauantaina jotain Kalliossa"),
            chip("district=11", "Kalliossa", "lauantaina jotain ilmaista"),
        ),
    ),
    (
        "fi",
        "eläkeläisille ilmaista Töölössä",
        heard(
            "",
            chip("audience=older_people", "eläkeläisille", "ilmaista Töölössä"),
            chip("price=free", "ilmaista", "eläkeläisille Töölössä"),
            chip("district=13,14", "Töölössä", "eläkeläisille ilmaista"),
        ),
    ),
    (
        "sv",
        "gratis yoga på onsdag i Berghäll",
        heard(
            "yoga",
            chip("price=free", "gratis", "yoga på onsdag i Berghäll"),
            chip("weekday=3", "på onsdag", "gratis yoga i Berghäll"),
            chip("district=11", "i Berghäll", "gratis yoga på onsdag"),
        ),
    ),
    (
        "en",
        "something free this weekend in Töölö",
        heard(
            "",
            chip("price=free", "free", "something this weekend in Töölö"),
            chip("when=this_weekend", "this weekend", "something free in Töölö"),
            chip("district=13,14", "in Töölö", "something free this weekend"),
            starts_from=day(11, 28),
            until=day(11, 29),
        ),
    ),
    (
        "et",
        "tasuta jooga kolmapäeva õhtul",
        heard(
            "jooga",
            chip("price=free", "tasuta", "jooga kolmapäeva õhtul"),
            chip("weekday=3", "kolmapäeva", "tasuta jooga õhtul"),
            chip("time=evening", "õhtul", "tasuta jooga kolmapäeva"),
        ),
    ),
    (
        "ru",
        "бесплатная йога в среду вечером",
        heard(
            "йога",
            chip("price=free", "бесплатная", "йога в среду вечером"),
            chip("weekday=3", "в среду", "бесплатная йога вечером"),
            chip("time=evening", "вечером", "бесплатная йога в среду"),
        ),
    ),
    (
        "uk",
        "безкоштовна йога в середу ввечері",
        heard(
            "йога",
            chip("price=free", "безкоштовна", "йога в середу ввечері"),
            chip("weekday=3", "в середу", "безкоштовна йога ввечері"),
            chip("time=evening", "ввечері", "безкоштовна йога в середу"),
        ),
    ),
    (
        "ar",
        "يوغا مجانية مساء الأربعاء",
        heard(
            "يوغا",
            chip("price=free", "مجانية", "يوغا مساء الأربعاء"),
            chip("time=evening", "مساء", "يوغا مجانية الأربعاء"),
            chip("weekday=3", "الأربعاء", "يوغا مجانية مساء"),
        ),
    ),
    (
        "so",
        "yoga bilaash ah Arbaco",
        heard("yoga", chip("price=free", "bilaash", "yoga ah Arbaco"), chip("weekday=3", "ah Arbaco", "yoga bilaash")),
    ),
    (
        "fa",
        "یوگا رایگان چهارشنبه عصر",
        heard(
            "یوگا",
            chip("price=free", "رایگان", "یوگا چهارشنبه عصر"),
            chip("weekday=3", "چهارشنبه", "یوگا رایگان عصر"),
            chip("time=afternoon", "عصر", "یوگا رایگان چهارشنبه"),
        ),
    ),
    (
        "ckb",
        "یۆگای خۆڕایی چوارشەممە ئێوارە",
        heard(
            "یۆگای",
            chip("price=free", "خۆڕایی", "یۆگای چوارشەممە ئێوارە"),
            chip("weekday=3", "چوارشەممە", "یۆگای خۆڕایی ئێوارە"),
            chip("time=evening", "ئێوارە", "یۆگای خۆڕایی چوارشەممە"),
        ),
    ),
]

# Nothing but a criterion, and no criterion.
ALONE = [
    ("fi", "ilmainen", heard("", chip("price=free", "ilmainen", ""))),
    ("fi", "ei maksa mitään", heard("", chip("price=free", "ei maksa mitään", ""))),
    ("fi", "Kalliossa", heard("", chip("district=11", "Kalliossa", ""))),
    (
        "en",
        "tonight",
        heard(
            "",
            chip("when=today", "tonight", ""),
            chip("time=evening", "tonight", ""),
            starts_from=day(11, 24),
            until=day(11, 24),
        ),
    ),
    ("fi", "jooga kipeä selkä", heard("jooga", chip("limit=back", "kipeä selkä", "jooga"))),
    ("fi", "kirjahylly & C++", heard("kirjahylly & C++")),
    ("en", "gluten-free cake", heard("gluten-free cake")),
]

# What is sought besides.
MEANT = [
    ("fi", "yksinäinen", heard("yksinäinen", concepts=(Meant("loneliness", "yksinäinen"),))),
    ("fi", "kipeä selkä", heard("kipeä selkä", concepts=(Meant("back_pain", "kipeä selkä"),))),
    ("fi", "senioriasia", heard("senioriasia", concepts=(Meant("older_people", "senioriasia", False),))),
    (
        "fi",
        "velkaneuvonta ilman ajanvarausta Malmilla",
        heard(
            "velkaneuvonta",
            chip("entry=drop_in", "ilman ajanvarausta", "velkaneuvonta Malmilla"),
            chip("district=38", "Malmilla", "velkaneuvonta ilman ajanvarausta"),
            concepts=(Meant("debt_advice", "velkaneuvonta"),),
        ),
    ),
    ("fi", "velka neuvonta", heard("velka neuvonta", concepts=(Meant("debt_advice", "velka neuvonta", False),))),
    (
        "fi",
        "mies juo liikaa mitä teen",
        heard("mies juo liikaa mitä teen", concepts=(Meant("alcohol_problem", "juo liikaa"),)),
    ),
    (
        "fi",
        "apua yksinäisyyteen mutta ei vapaaehtoistyötä",
        heard(
            "apua yksinäisyyteen",
            chip("-concept=volunteering", "mutta ei vapaaehtoistyötä", "apua yksinäisyyteen"),
            concepts=(Meant("loneliness", "yksinäisyyteen"),),
        ),
    ),
    (
        "sv",
        "jag är ensam på kvällarna",
        heard(
            "ensam",
            chip("time=evening", "på kvällarna", "jag är ensam"),
            concepts=(Meant("loneliness", "ensam"),),
        ),
    ),
    (
        "en",
        "feeling depressed and 80 years old",
        heard(
            "feeling depressed",
            chip("age=80", "and 80 years old", "feeling depressed"),
            concepts=(Meant("sadness", "depressed"),),
            age=80,
        ),
    ),
    (
        "ru",
        "одиноко, не с кем поговорить",
        heard("одиноко, не с кем поговорить", concepts=(Meant("loneliness", "одиноко"),)),
    ),
    (
        "ar",
        "أشعر بالوحدة في المساء",
        heard(
            "أشعر بالوحدة",
            chip("time=evening", "في المساء", "أشعر بالوحدة"),
            concepts=(Meant("loneliness", "أشعر بالوحدة"),),
        ),
    ),
]

# Age.
AGES = [
    ("fi", "70-vuotias", heard("", chip("age=70", "70-vuotias", ""), age=70)),
    ("fi", "70v uimaan", heard("uimaan", chip("age=70", "70v", "uimaan"), age=70)),
    ("fi", "yli 65 vuotiaille uimaan", heard("uimaan", chip("age=65", "yli 65 vuotiaille", "uimaan"), age=65)),
    ("fi", "alle 30-vuotiaat", heard("", chip("age=29", "alle 30-vuotiaat", ""), age=29)),
    ("fi", "7–12-vuotiaiden uinti", heard("uinti", chip("age=7", "7–12-vuotiaiden", "uinti"), age=7)),
    ("fi", "uinti yli 10 euroa", heard("uinti yli 10 euroa")),
    ("sv", "över 65", heard("", chip("age=65", "över 65", ""), age=65)),
    ("sv", "simning för 70-åringar", heard("simning", chip("age=70", "för 70-åringar", "simning"), age=70)),
    ("en", "72-year-old", heard("", chip("age=72", "72-year-old", ""), age=72)),
    ("en", "swimming 65+", heard("swimming", chip("age=65", "65", "swimming"), age=65)),
    ("et", "üle 65 aastased", heard("", chip("age=65", "üle 65 aastased", ""), age=65)),
    ("ru", "для людей старше 60 лет", heard("людей", chip("age=60", "старше 60 лет", "для людей"), age=60)),
    ("uk", "70 років", heard("", chip("age=70", "70 років", ""), age=70)),
    ("ar", "عمري 70 سنة", heard("", chip("age=70", "عمري 70 سنة", ""), age=70)),
    ("fa", "۷۰ ساله", heard("", chip("age=70", "۷۰ ساله", ""), age=70)),
]

# Denials.
DENIED = [
    ("fi", "uimaan ei aamulla", heard("uimaan", chip("-time=morning", "ei aamulla", "uimaan"))),
    ("fi", "uimaan ilman ilmoittautumista", heard("uimaan", chip("entry=drop_in", "ilman ilmoittautumista", "uimaan"))),
    (
        "fi",
        "uimaan ei maanantaisin tai tiistaisin",
        heard(
            "uimaan",
            chip("-weekday=1", "ei maanantaisin", "uimaan tai tiistaisin"),
            chip("-weekday=2", "tai tiistaisin", "uimaan ei maanantaisin"),
        ),
    ),
    ("fi", "uimaan, en ole työtön", heard("uimaan", chip("-audience=unemployed", "en ole työtön", "uimaan"))),
    ("fi", "uimaan ei Kalliossa", heard("uimaan", chip("-district=11", "ei Kalliossa", "uimaan"))),
    ("sv", "simma ej på morgonen", heard("simma", chip("-time=morning", "ej på morgonen", "simma"))),
    ("en", "swimming not in the morning", heard("swimming", chip("-time=morning", "not in the morning", "swimming"))),
    ("et", "ujuma mitte hommikul", heard("ujuma", chip("-time=morning", "mitte hommikul", "ujuma"))),
    ("ru", "плавать не утром", heard("плавать", chip("-time=morning", "не утром", "плавать"))),
    ("so", "dabaal subax ma aha", heard("dabaal", chip("-time=morning", "subax ma aha", "dabaal"))),
]

# Days and times.
TIMES = [
    (
        "fi",
        "huomenna Pasilassa",
        heard(
            "",
            chip("when=tomorrow", "huomenna", "Pasilassa"),
            chip("district=17", "Pasilassa", "huomenna"),
            starts_from=day(11, 25),
            until=day(11, 25),
        ),
    ),
    (
        "fi",
        "uimaan tänään",
        heard("uimaan", chip("when=today", "tänään", "uimaan"), starts_from=day(11, 24), until=day(11, 24)),
    ),
    (
        "fi",
        "uimaan tällä viikolla",
        heard("uimaan", chip("when=this_week", "tällä viikolla", "uimaan"), starts_from=day(11, 24), until=day(11, 29)),
    ),
    (
        "fi",
        "uimaan ensi viikolla",
        heard("uimaan", chip("when=next_week", "ensi viikolla", "uimaan"), starts_from=day(11, 30), until=day(12, 6)),
    ),
    ("fi", "uinti klo 17 jälkeen", heard("uinti", chip("time=evening", "klo 17 jälkeen", "uinti"))),
    ("fi", "uinti ennen klo 10", heard("uinti", chip("time=morning", "ennen klo 10", "uinti"))),
    ("fi", "uinti klo 10–12", heard("uinti", chip("time=day", "klo 10–12", "uinti"))),
    ("fi", "arkisin uimaan", heard("uimaan", chip("weekday=1,2,3,4,5", "arkisin", "uimaan"))),
    ("sv", "simma efter kl 17", heard("simma", chip("time=evening", "efter kl 17", "simma"))),
    ("sv", "i morgon", heard("", chip("when=tomorrow", "i morgon", ""), starts_from=day(11, 25), until=day(11, 25))),
    ("en", "swimming after 5 pm", heard("swimming", chip("time=evening", "after 5 pm", "swimming"))),
    ("en", "swimming at 16:30", heard("swimming", chip("time=afternoon", "at 16:30", "swimming"))),
    (
        "fi",
        "perjantai-iltana",
        heard("", chip("weekday=5", "perjantai", "iltana"), chip("time=evening", "iltana", "perjantai")),
    ),
]

# Places.
PLACES = [
    ("fi", "uimahalli lähellä", heard("uimahalli", chip("near=yes", "lähellä", "uimahalli"), wants_near=True)),
    (
        "fi",
        "uimahalli kodin lähellä",
        heard("uimahalli", chip("near=yes", "kodin lähellä", "uimahalli"), wants_near=True),
    ),
    ("en", "swimming near me", heard("swimming", chip("near=yes", "near me", "swimming"), wants_near=True)),
    (
        "fi",
        "uimahalli Kallion lähellä",
        heard("uimahalli", chip("from=Kallio", "Kallion lähellä", "uimahalli"), near=Point(60.18191, 24.94769)),
    ),
    (
        "fi",
        "lähellä Vuosaaren metroasemaa",
        heard("", chip("from=Vuosaari", "lähellä Vuosaaren metroasemaa", ""), near=Point(60.2072, 25.1425)),
    ),
    (
        "en",
        "swimming near Itäkeskus",
        heard("swimming", chip("from=Itäkeskus", "near Itäkeskus", "swimming"), near=Point(60.21, 25.0774)),
    ),
    (
        "fi",
        "uinti Itäkeskuksessa",
        heard("uinti", chip("from=Itäkeskus", "Itäkeskuksessa", "uinti"), near=Point(60.21, 25.0774)),
    ),
    (
        "fi",
        "uinti Pohjois-Haagassa",
        heard("uinti", chip("from=Pohjois-Haaga", "Pohjois-Haagassa", "uinti"), near=Point(60.2304, 24.8835)),
    ),
    ("fi", "kapylan uimahalli", heard("uimahalli", chip("district=25", "kapylan", "uimahalli"))),
    ("fi", "Etu-Töölössä", heard("", chip("district=13", "Etu-Töölössä", ""))),
    ("fi", "uinti Espoossa", heard("uinti", chip("district=049", "Espoossa", "uinti"))),
    ("sv", "simma i Malm", heard("simma", chip("district=38", "i Malm", "simma"))),
    ("sv", "simma i Dal", heard("simma", chip("district=18", "i Dal", "simma"))),
    ("sv", "dal", heard("dal")),
    ("fi", "kilo", heard("kilo")),
    ("fi", "kalliokiipeily", heard("kalliokiipeily")),
    ("ru", "плавать в Каллио", heard("плавать", chip("district=11", "в Каллио", "плавать"))),
    ("uk", "біля Итякескус", heard("", chip("from=Itäkeskus", "біля Итякескус", ""), near=Point(60.21, 25.0774))),
]

# Quotes.
QUOTED = [
    (
        "fi",
        '"Kallion ilta" tänään',
        heard(
            "Kallion ilta", chip("when=today", "tänään", '"Kallion ilta"'), starts_from=day(11, 24), until=day(11, 24)
        ),
    ),
    ("fi", "„ilmainen” uimahalli", heard("ilmainen uimahalli")),
    ("fi", "uinti «Malmi» ilmainen", heard("uinti Malmi", chip("price=free", "ilmainen", "uinti «Malmi»"))),
    ("fi", '"ilmainen', heard("", chip("price=free", "ilmainen", ""))),
]


@pytest.mark.parametrize(
    ("language", "question", "understood"), [*ALL, *ALONE, *AGES, *DENIED, *TIMES, *PLACES, *QUOTED]
)
def test_understand_a_question_gives_its_words_and_criteria(
    language: str, question: str, understood: Understood
) -> None:
    found = understand(question, language=language, today=TODAY)

    assert replace(found, concepts=()) == understood


@pytest.mark.parametrize(("language", "question", "understood"), MEANT)
def test_understand_a_question_gives_what_its_words_mean(language: str, question: str, understood: Understood) -> None:
    assert understand(question, language=language, today=TODAY) == understood


def test_understand_exactly_searches_the_words_as_they_are() -> None:
    found = understand("ilmainen uinti Kalliossa klo 17", language="fi", today=TODAY, exact=True)

    assert (found.words, found.chips) == ("ilmainen uinti Kalliossa klo 17", ())


def test_understand_a_long_question_reads_its_beginning() -> None:
    found = understand("ilmainen " + "uinti " * 40 + "maanantai", language="fi", today=TODAY)

    assert [each.group for each in found.chips] == ["price"]
    assert found.words == " ".join(["uinti"] * 29)


@pytest.mark.parametrize(
    ("today", "first", "last"), [(day(11, 24), 28, 29), (day(11, 28), 28, 29), (day(11, 29), 29, 29)]
)
def test_understand_this_weekend_is_what_is_left_of_it(today: date, first: int, last: int) -> None:
    found = understand("tänä viikonloppuna", language="fi", today=today)

    assert (found.starts_from, found.until) == (day(11, first), day(11, last))


def test_properties_say_options_that_can_be_chosen() -> None:
    told = [(each.code, each.criterion) for each in thesaurus().values() if each.criterion]

    unknown = [
        (code, criterion.group, option)
        for code, criterion in told
        for option in criterion.options
        if GROUPS.get(criterion.group) and option not in GROUPS[criterion.group]
    ]

    assert unknown == []
