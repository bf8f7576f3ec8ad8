from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import ConceptRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.ptv import SOURCE
from tarjotin.sources.source import Parsed
from tests.sources.ptv import make

L = LocalisedText.of


@pytest.mark.parametrize(
    ("kind", "scheme"), [("service_class", "ptv"), ("target_group", "ptvtarget"), ("life_event", "ptvlife")]
)
def test_a_code_becomes_a_concept_of_its_scheme(kind: str, scheme: str) -> None:
    raw = {"code": "P27.1", "name": make.texts(fi="Liikunta", sv="Motion"), "uri": "http://uri/P27.1", "parent": "P27"}

    assert SOURCE.parse(kind, raw) == Parsed(
        ConceptRecord(
            scheme=scheme, code="P27.1", label=L(fi="Liikunta", sv="Motion"), uri="http://uri/P27.1", parents=("P27",)
        )
    )


def test_a_national_description_becomes_a_concept_with_its_codes_as_parents() -> None:
    assert SOURCE.parse("general_description", make.general()) == Parsed(
        ConceptRecord(
            scheme="ptvgd", code=make.GENERAL, label=L(fi="Erityisliikunta"), parents=("P27.1", "KR1.1", "KE10")
        )
    )


@pytest.mark.parametrize(
    ("kind", "raw", "reason"),
    [
        ("service_class", {"name": make.texts(fi="Nimi")}, "no code"),
        ("service_class", {"code": "P1", "name": []}, "P1 has no name"),
        ("general_description", make.general(names=[]), "the national description has no name"),
        ("general_description", {}, "no id"),
    ],
)
def test_a_concept_without_code_or_name_is_rejected(kind: str, raw: dict[str, Any], reason: str) -> None:
    parsed = SOURCE.parse(kind, raw)

    assert (parsed.record, parsed.rejected) == (None, reason)
