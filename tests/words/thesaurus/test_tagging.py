"""What an entry is about, how sure that is, and why."""

from __future__ import annotations

import pytest

from tarjotin.common.text import LocalisedText
from tarjotin.words.thesaurus import Topic, thesaurus, topics


def test_topics_of_a_source_code_name_it() -> None:
    assert topics(codes=["yso:p1949", "yso:p0", "nonsense"]) == (
        Topic("mental_wellbeing", 0.95, "YSO p1949 mielenterveys"),
    )


def test_topics_of_words_depend_on_where_they_stand() -> None:
    text = LocalisedText.of(fi="Yksinäisille")

    found = [topics(texts=[(where, text)]) for where in ("title", "keywords", "summary", "description")]

    assert found == [
        (Topic("loneliness", 0.9, "word ’yksinäisille’ in the name"),),
        (Topic("loneliness", 0.8, "word ’yksinäisille’ in the keywords"),),
        (Topic("loneliness", 0.6, "word ’yksinäisille’ in the summary"),),
        (Topic("loneliness", 0.4, "word ’yksinäisille’ in the description"),),
    ]


def test_topics_keep_the_surest_reason_of_each_concept() -> None:
    found = topics(
        texts=[
            ("description", LocalisedText.of(fi="Kun ei ole ystäviä ja ahdistaa.")),
            ("title", LocalisedText.of(fi="Yksinäisyys", en="Loneliness")),
        ]
    )

    assert found == (
        Topic("loneliness", 0.9, "word ’loneliness’ in the name"),
        Topic("anxiety", 0.4, "word ’ahdistaa’ in the description"),
    )


def test_topics_of_several_words_quote_them_all() -> None:
    found = topics(texts=[("summary", LocalisedText.of(sv="För dig som har inga vänner"))])

    assert found == (Topic("loneliness", 0.6, "words ’har inga vänner’ in the summary"),)


def test_topics_in_the_finnish_field_may_be_in_swedish_or_english() -> None:
    assert [topic.code for topic in topics(texts=[("title", LocalisedText.of(fi="Ensamhet"))])] == ["loneliness"]
    assert topics(texts=[("description", LocalisedText.of(fi="Ensamhet"))]) == ()


def test_topics_are_no_properties_and_no_audiences_with_a_criterion() -> None:
    text = LocalisedText.of(fi="Maksuton ilta eläkeläisille maanantaisin")

    assert topics(texts=[("title", text)]) == ()


def test_topics_are_twelve_at_most() -> None:
    labels = [concept.label("fi") for concept in thesaurus().values() if concept.kind == "need"]

    found = topics(texts=[("keywords", LocalisedText.of(fi=". ".join(labels)))])

    assert len(found) == 12


@pytest.mark.parametrize(
    ("language", "text"),
    [("fi", "Ei uimista, vaikka nimi niin lupaa."), ("sv", "Inget simmande trots namnet."), ("en", "No swimming.")],
)
def test_topics_leave_out_what_a_text_denies(language: str, text: str) -> None:
    told = topics(texts=[("summary", LocalisedText.of({language: text}))])

    assert "swimming" not in [topic.code for topic in told]
