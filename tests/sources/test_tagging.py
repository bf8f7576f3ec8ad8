"""What records are about in the words of the thesaurus, each with whose codes or words say so."""

from __future__ import annotations

import pytest

from tarjotin.catalogue.records import ActivityRecord, Code, PlaceRecord, Record, ServiceRecord, TopicRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.tagging import Tagger, Told

TREE = {"611": ["610"], "9001": ["9002"], "9002": ["551"], "9003": []}
NATIONAL = {"guide": ["P15.1", "KR1", "KE9"]}
TAGGER = Tagger(TREE, NATIONAL)


def text(fi: str, **more: str) -> LocalisedText:
    return LocalisedText.of(fi=fi, **more)


def codes(*written: str) -> tuple[Code, ...]:
    return tuple(Code(*each.split(":", 1)) for each in written)


def topics(record: Record, **sources: str) -> tuple[TopicRecord, ...]:
    fields = {field.replace("_", "."): source for field, source in sources.items()}
    return TAGGER.topics(Told.of_record(record, fields))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            ActivityRecord(text("Iltaryhmä"), codes=codes("yso:p3111")),
            TopicRecord("yoga", 0.95, "YSO p3111 jooga", "code", "yso:p3111", "linkedevents"),
        ),
        (
            ActivityRecord(text("Perjantairyhmä"), codes=codes("ht:ht_kadentaidot")),
            TopicRecord(
                "crafts", 0.5, "Lähellä.fi ht_kadentaidot kädentaidot", "code", "lahella:ht_kadentaidot", "lahella"
            ),
        ),
        (
            PlaceRecord(text("Talo"), codes=codes("tprword:961")),
            TopicRecord("museum", 0.95, "TPR word 961 museot", "code", "tprword:961", "tpr"),
        ),
        (
            PlaceRecord(text("Talo"), lipas_type="3110"),
            TopicRecord("swimming_hall", 0.95, "LIPAS 3110 Uimahalli", "code", "lipas:3110", "lipas"),
        ),
        (
            ServiceRecord(text("Asiointi"), codes=codes("koko:p75613")),
            TopicRecord("debt_advice", 0.95, "KOKO p75613 talousneuvonta", "code", "koko:p75613", "ptv"),
        ),
        (
            ServiceRecord(text("Asiointi"), codes=codes("tprtag:hh_vet")),
            TopicRecord(
                "volunteering",
                0.5,
                "service register mark hh_vet vapaaehtoistoiminta",
                "code",
                "tprtag:hh_vet",
                "palvelurekisteri",
            ),
        ),
    ],
)
def test_topics_of_a_code_name_it_and_whose_it_is(record: Record, expected: TopicRecord) -> None:
    assert topics(record) == (expected,)


def test_topics_of_a_national_description_are_those_of_its_classes_and_life_events() -> None:
    found = topics(ServiceRecord(text("Asiointi"), upstream_id="guide"))

    assert found == (
        TopicRecord("debt_advice", 0.5, "PTV P15.1 Henkilön talous- ja velkaneuvonta", "code", "ptv:P15.1", "ptv"),
        TopicRecord("debts", 0.5, "PTV KE9 Velkaantuminen", "code", "ptv:KE9", "ptv"),
    )


@pytest.mark.parametrize(
    ("node", "matched"),
    [
        ("611", ["tpr:611"]),  # a concept names it: what stands above says less
        ("9001", ["tpr:551"]),  # none does: the nearest above that one names
        ("9003", []),
        ("9999", []),  # not in the tree
    ],
)
def test_topics_of_a_node_are_those_of_the_nearest_that_a_concept_names(node: str, matched: list[str]) -> None:
    found = topics(PlaceRecord(text("Talo"), codes=codes(f"tpr:{node}")))

    assert [topic.matched for topic in found] == matched


def test_topics_of_words_tell_whose_text_it_is() -> None:
    record = ActivityRecord(text("Ryhmä", sv="Yoga"), keywords=text("Shakki"), description=text("Välillä neulomme."))

    found = topics(record, name_fi="edits", name_sv="lahella", keywords_fi="linkedevents", description_fi="ptv")

    assert [(topic.code, topic.where, topic.matched, topic.source) for topic in found] == [
        ("yoga", "title", "yoga", "lahella"),
        ("chess", "keywords", "shakki", "linkedevents"),
        ("knitting", "description", "neulomme", "ptv"),
    ]


def test_topics_of_a_code_and_a_word_are_told_once_by_the_surer() -> None:
    found = topics(ActivityRecord(text("Jooga"), codes=codes("yso:p3111")))

    assert [(topic.code, topic.where) for topic in found] == [("yoga", "code")]


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("Luistelukoulu", {"skating": "title"}),  # sport at large adds nothing to skating
        ("Aamuryhmä", {"exercise": "code"}),
        ("Luistelua ja jumppaa", {"skating": "title", "exercise": "title"}),
    ],
)
def test_topics_leave_out_a_broad_code_beside_what_is_narrower(name: str, where: dict[str, str]) -> None:
    found = topics(ActivityRecord(text(name), codes=codes("yso:p916")))

    assert {topic.code: topic.where for topic in found} == where


def test_topics_of_codes_nobody_named_and_words_that_say_nothing_are_none() -> None:
    record = ActivityRecord(text("Perjantai"), codes=codes("yso:p0", "tprprovider:x", "lekeyword:jooga"))

    assert topics(record) == ()
