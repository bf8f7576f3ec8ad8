"""Words of vocabularies, kept up to date."""

from __future__ import annotations

import pytest

from tarjotin.catalogue.models import Concept
from tarjotin.catalogue.records import ConceptRecord
from tarjotin.catalogue.vocabulary import keep_concepts
from tarjotin.common.text import LocalisedText

pytestmark = pytest.mark.django_db


def text(fi: str) -> LocalisedText:
    return LocalisedText.of(fi=fi)


def test_keep_concepts_counts_only_what_is_new_or_changed() -> None:
    words = [ConceptRecord("tpr", "551", text("Liikunta")), ConceptRecord("tpr", "577", text("Reitit"))]

    counts = [keep_concepts(words), keep_concepts(words), keep_concepts([ConceptRecord("tpr", "577", text("Polut"))])]

    assert counts == [2, 0, 1]
    assert [str(c.label) for c in Concept.objects.order_by("code")] == ["Liikunta", "Polut"]
