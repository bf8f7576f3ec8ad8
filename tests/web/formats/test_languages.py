from __future__ import annotations

import pytest
from django.utils import translation

from tarjotin.common.languages import INTERFACE_LANGUAGES, OWN_NAMES
from tarjotin.sources.lahella.activities import LANGUAGES as LAHELLA
from tarjotin.web.formats.languages import KNOWN_AS, SAME_AS, SIGN_LANGUAGES, language_list, language_name
from tarjotin.web.resident.helplines import EMERGENCY, GROUPS
from tarjotin.words.thesaurus.concept import LANGUAGES as UNDERSTOOD

LINES = (EMERGENCY, *(line for _, lines in GROUPS for line in lines))
TOLD = {tag for line in LINES for tag in (*line.languages, *line.interpreted)}
MET = set("zh ku se smn sms fil tl my ti am bs sr hr sq pl hi ur bn ne".split())
KNOWN = {*OWN_NAMES, *LAHELLA.values(), *KNOWN_AS, *SAME_AS, *SIGN_LANGUAGES, *TOLD, *UNDERSTOOD, *MET}


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_language_is_never_called_by_its_tag(language: str) -> None:
    with translation.override(language):
        raw = [tag for tag in sorted({*KNOWN, "xx", "x-klingon"}) if language_name(tag, language) in {"", tag}]

    assert raw == []


@pytest.mark.parametrize(
    ("language", "dari", "sorani"),
    [
        ("fi", "dari", "kurdi (sorani)"),
        ("sv", "dari", "kurdiska (sorani)"),
        ("en", "Dari", "Kurdish (Sorani)"),
        ("et", "dari", "kurdi (sorani)"),
        ("ru", "дари", "курдский (сорани)"),
        ("uk", "дарі", "курдська (сорані)"),
        ("ar", "الدارية", "الكردية (السورانية)"),
        ("so", "Daari", "Kurdish (Soorani)"),
        ("fa", "دری", "کردی (سورانی)"),
    ],
)
def test_dari_and_sorani_are_called_as_their_speakers_know_them(language: str, dari: str, sorani: str) -> None:
    with translation.override(language):
        said = [language_name(tag, language) for tag in ("prs", "fa-AF", "ckb")]

    assert said == [dari, dari, sorani]


@pytest.mark.parametrize(("language", "comma"), [("fi", ", "), ("so", ", "), ("ar", "، "), ("fa", "، ")])
def test_list_of_languages_has_the_comma_of_the_script(language: str, comma: str) -> None:
    with translation.override(language):
        assert language_list(["ru", "uk", "ru"], language).count(comma) == 1
