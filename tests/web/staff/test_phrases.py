"""What the pipeline keeps in English is told in the reader's words; nothing the rules say is left out."""

from __future__ import annotations

import re

import pytest
from django.utils import translation

from tarjotin.sources.matching import decide
from tarjotin.web.staff import phrases
from tests.sources.matching_pairs import PAIRS


@pytest.fixture(autouse=True)
def finnish() -> None:
    translation.activate("fi")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "name 94, 60 m, same organiser, Tuesday 10:00 and Friday 9:30 agree",
            "nimi 94/100, 60 m, sama järjestäjä, sama aika: tiistai 10:00 ja perjantai 9:30",
        ),
        (
            "name 74, 1 m, same address turunlinnantie 1, but helsingin, itä",
            "nimi 74/100, 1 m, sama osoite turunlinnantie 1, mutta helsingin, itä",
        ),
        ("business id 0203107-0 agrees, name 69", "sama Y-tunnus 0203107-0, nimi 69/100"),
        ("a copy of tpr/unit/8215", "kertoo tietueesta tpr/unit/8215"),
        ("merged by aino on 2026-11-24", "aino yhdisti 2026-11-24"),
        ("split off by aino on 2026-11-24: kaksi salia", "aino erotti 2026-11-24: kaksi salia"),
        ("something nobody has foreseen", "something nobody has foreseen"),
        ("", ""),
    ],
)
def test_evidence_is_told_in_finnish(told: str, expected: str) -> None:
    assert phrases.evidence(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("unclassified: no rule says what it is about", "luokittelematta: mikään sääntö ei kerro, mistä on kyse"),
        (
            "sport: word ’jumppa’ in the name; keyword yso:p916 liikunta",
            "Liikunta: sana ’jumppa’ nimessä; asiasana yso:p916 liikunta",
        ),
        ("food: a person decided", "Ruoka: ihminen päätti"),
        (
            "outside the tray, For children only; the tray is for adults (word ’lapset’ in the name)",
            "ei kuulu tarjottimelle: Vain lapsille (sana ’lapset’ nimessä)",
        ),
        (
            "outside the tray, For children only; the tray is for adults, as a person decided",
            "ei kuulu tarjottimelle, ihminen päätti: Vain lapsille",
        ),
        (
            "the same thing by same name: name 100, phone +358401234567 agrees",
            "sama asia: sama nimi: nimi 100/100, sama puhelin +358401234567",
        ),
        ("gone from the source", "poissa lähteestä"),
        ("over: ended 2026-11-24", "päättynyt: ended 2026-11-24"),
        ("", ""),
    ],
)
def test_outcome_is_told_in_finnish(told: str, expected: str) -> None:
    assert phrases.outcome(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "tpr goes before ptv for place fields",
            "Pääkaupunkiseudun toimipisterekisteri (TPR) menee edelle: Palvelutietovaranto",
        ),
        ("nobody else tells it", "muut eivät kerro tätä"),
        ("joined with the others, ptv first", "yhdistetty muiden kanssa, Palvelutietovaranto ensin"),
    ],
)
def test_reason_of_a_value_is_told_in_finnish(told: str, expected: str) -> None:
    assert phrases.why(told) == expected


def test_problem_of_a_run_is_told_in_finnish() -> None:
    told = "30 of 60 records of kind unit are missing; 5 of 9 records of kind word are missing"

    assert phrases.problem(told) == "30/60 tietuetta lajista unit puuttuu; 5/9 tietuetta lajista word puuttuu"


def test_every_rule_and_all_evidence_of_the_example_pairs_is_known() -> None:
    decisions = [decide(pair.a, pair.b, common=lambda key: False) for pair in PAIRS]
    asked = [decision for decision in decisions if decision.verdict != "different"]

    unknown = {decision.rule for decision in asked if decision.rule not in phrases.RULES}
    metres = re.compile(r"\d+ m")
    pieces = {piece for decision in asked for piece in decision.evidence.partition(", but ")[0].split(", ") if piece}
    english = {piece for piece in pieces if phrases.evidence(piece) == piece and not metres.fullmatch(piece)}

    assert len(asked) > 30
    assert (unknown, english) == (set(), set())


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("word ’jooga’ in the name", "sana ’jooga’ nimessä"),
        ("words ’jumppa tuolilla’ in the name", "sanat ’jumppa tuolilla’ nimessä"),
        ("word ’shakki’ in the keywords", "sana ’shakki’ asiasanoissa"),
        ("words ’ei ystäviä’ in the summary", "sanat ’ei ystäviä’ tiivistelmässä"),
        ("words ’ei ystäviä’ in the description", "sanat ’ei ystäviä’ kuvauksessa"),
        ("YSO p3111 jooga", "YSO p3111 jooga"),
        ("TPR word 961 museot", "TPR-sana 961 museot"),
        ("asks the reader to help", "pyytää lukijaa auttamaan"),
    ],
)
def test_reason_of_a_topic_is_told_in_finnish(told: str, expected: str) -> None:
    assert phrases.signs(told) == expected
