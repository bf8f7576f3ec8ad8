"""What people write in their own words meets what they mean, in every language; words of every day mean nothing."""

from __future__ import annotations

import pytest

from tarjotin.words.thesaurus import find


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("mulla ei oo kavereita", "fi", "loneliness"),
        ("jag har inga kompisar", "sv", "loneliness"),
        ("I don't have any friends", "en", "loneliness"),
        ("mul pole sõpru", "et", "loneliness"),
        ("мне не с кем общаться", "ru", "loneliness"),
        ("у мене немає друзів", "uk", "loneliness"),
        ("ليس عندي أصدقاء", "ar", "loneliness"),
        ("saaxiibo ma lihi", "so", "loneliness"),
        ("خیلی تنها هستم", "fa", "loneliness"),
        ("هاوڕێم نیە", "ckb", "loneliness"),
        ("en saa maksettua vuokraa", "fi", "eviction"),
        ("jag kan inte betala min hyra", "sv", "eviction"),
        ("can't pay my rent", "en", "eviction"),
        ("hoidan muistisairasta vaimoa", "fi", "caring_for_relative"),
        ("jag vågar inte gå ut", "sv", "anxiety"),
        ("I'm afraid of falling", "en", "fear_of_falling"),
        ("мне негде ночевать", "ru", "homelessness"),
        ("I have nowhere to sleep", "en", "homelessness"),
        ("asunnossani on hometta", "fi", "home_faults"),
        ("курсы финского", "ru", "finnish_course"),
        ("информация о Финляндии", "ru", "newly_in_finland"),
        ("معلومات عن فنلندا", "ar", "newly_in_finland"),
        ("کمک برای پر کردن فرم", "fa", "form_help"),
        ("پێویستم بە پارێزەرە", "ckb", "legal_aid"),
        ("puolison kanssa kulttuurikahvilaan ja treenikämppä bändille", "fi", "band"),
        ("company to the theatre", "en", "culture_companion"),
        ("I can't use the bus", "en", "transport_support"),
    ],
)
def test_everyday_sentence_names_what_it_means(text: str, language: str, code: str) -> None:
    assert code in [match.code for match in find(text, (language,))]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kiitos paljon, mitä kuuluu", "fi"),
        ("tule mukaan, lisätietoja antaa järjestäjä", "fi"),
        ("välkommen, mer information och kontakt", "sv"),
        ("thank you, what is on and who can join", "en"),
        ("tere tulemast, rohkem infot", "et"),
        ("добро пожаловать, подробнее на странице", "ru"),
        ("ласкаво просимо, детальніше", "uk"),
        ("مرحبا بكم، معلومات أكثر", "ar"),
        ("soo dhawow, su'aal iyo jawaab", "so"),
        ("خوش آمدید، اطلاعات بیشتر", "fa"),
        ("بەخێربێن یان نا", "ckb"),
    ],
)
def test_common_words_name_nothing(text: str, language: str) -> None:
    assert find(text, (language,)) == ()
