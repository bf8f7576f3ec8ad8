"""Five people's journeys without scripts, in Finnish and another language, in at most the acts that ux.md allows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.web.browser import town
from tests.web.browser.town import build_town
from tests.web.browser.walking import said, walking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TO_FIRST_RESULT = 2  # taps from the front page, without typing
TO_PAPER = 8  # acts of an adviser, from the search to paper in the language of the caller


@pytest.fixture
def server(browser: Browser, live_server: Any, index: Callable[[], None]) -> str:
    build_town()
    index()
    return str(live_server.url)


def named(name: dict[str, str], language: str) -> str:
    return name.get(language) or name["en"]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_lonely_older_person_finds_whom_to_call_now(browser: Browser, server: str, language: str) -> None:
    with walking(browser, server, language) as walk:
        walk.follow("Neuvontapaikat")
        first = walk.page.locator("main .card").first.inner_text()

        assert walk.acts <= TO_FIRST_RESULT
        assert town.OPEN_DESK[language] in first
        assert "09 310 11 111" in first


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_lonely_older_person_prints_a_week_with_seated_exercise(browser: Browser, server: str, language: str) -> None:
    seated = town.SEATED[language]
    with walking(browser, server, language) as walk:
        walk.follow("Auta valitsemaan")
        walk.tick("Liikkua kevyesti")
        walk.press("Jatka")
        walk.tick("Ei ainakaan aamulla")
        walk.press("Jatka")
        walk.page.locator("#from").fill("Kallio")
        walk.tick("Lyhyt kävely, noin kymmenen minuuttia")
        walk.tick("Lähellä metroa tai junaa")
        walk.press("Jatka")
        walk.tick("Pitää voida istua")
        walk.press("Jatka")
        walk.follow("En tiedä, ohita tämä")
        offered, card, acts = walk.names, walk.card(seated), walk.acts + 1
        walk.keep(seated)
        walk.follow("Näytä viikko ja tulosta")
        week, sheets = walk.read, walk.sheets

    assert offered[0] == seated
    assert not {town.MORNING[language], town.FAR[language], town.GYM[language]} & set(offered)
    assert [part for part in ("2 €", "Kallio", "09 310 33 333") if part not in card.replace("\xa0", " ")] == []
    assert (seated in week, "14" in week, sheets) == (True, True, 1)
    assert acts <= 12


@pytest.mark.parametrize("language", ["fi", "ar"])
def test_newcomer_finds_swimming_for_women_its_price_and_how_to_get_in(
    browser: Browser, server: str, language: str
) -> None:
    women = named(town.WOMEN, language)
    with walking(browser, server, language) as walk:
        walk.follow("Naisille")
        offered, card = walk.names, walk.card(women)
        walk.go(walk.page.locator("main").get_by_role("link", name=women).first)

        assert walk.acts <= TO_FIRST_RESULT
        assert offered == [women]
        assert "5,50" in card or "5.50" in card
        assert walk.heading == women
        assert walk.said("Vain naisille.") in walk.read
        assert ("Osta lippu kassalta." if language == "fi" else "Buy the ticket at the desk.") in walk.read


@pytest.mark.parametrize(("language", "words"), [("fi", "uintia naisille"), ("ar", "سباحة للنساء")])
def test_newcomer_finds_swimming_for_women_by_words(browser: Browser, server: str, language: str, words: str) -> None:
    with walking(browser, server, language) as walk:
        walk.type(walk.page.locator("input[name=q]"), words)

        assert walk.acts <= TO_FIRST_RESULT
        assert walk.names[0] == named(town.WOMEN, language)
        assert named(town.MEN, language) not in walk.names


@pytest.mark.parametrize("language", ["fi", "ru"])
def test_unemployed_person_keeps_free_food_in_company_as_a_code(browser: Browser, server: str, language: str) -> None:
    soup = named(town.SOUP, language)
    with walking(browser, server, language) as walk, walking(browser, server, language) as elsewhere:
        walk.follow("Maksutonta")
        within_two = soup in walk.names
        walk.tap(walk.page.locator("details.criteria > summary"))
        walk.tap(walk.page.locator("details.criteria summary", has_text=walk.said("Kellonaika")))
        walk.tick("päivällä (klo 10–14)")
        walk.tick("iltapäivällä (klo 14–17)")
        walk.press("Lisää ehtoja")
        walk.tap(walk.page.locator("summary", has_text=walk.said("Millaista siellä on")))
        walk.tick("Saat maksuttoman aterian.")
        walk.tick("Pieni ryhmä (enintään 8)")
        walk.press("Näytä tulokset")
        offered, acts = walk.names, walk.acts
        walk.keep(soup)
        code = walk.page.locator(".out .number").inner_text()
        elsewhere.go(elsewhere.page.locator("footer").get_by_role("link", name=walk.said("Oma lista")))
        elsewhere.type(elsewhere.page.locator("#code"), code.lower())

        assert (within_two, offered) == (True, [soup])
        assert acts <= 10
        assert [each.strip() for each in elsewhere.page.locator("ol.mine h2").all_inner_texts()] == [soup]
        assert elsewhere.acts <= 3


@pytest.mark.parametrize("language", ["fi", "en"])
def test_daughter_finds_company_and_a_human_for_a_man_who_wants_nothing(
    browser: Browser, server: str, language: str
) -> None:
    with walking(browser, server, language) as walk:
        walk.follow("Läheiselle")
        advice, numbers = walk.read, walk.page.locator("main a.tel").count()
        walk.follow("Katso ehdotuksia: seuraa puhelimella tai joku mukaan")

        assert walk.acts <= TO_FIRST_RESULT
        assert walk.said("Hän ei halua enää mitään") in advice
        assert numbers >= 3
        assert walk.heading == walk.said("Nämä voisivat sopia hänelle")
        assert town.PHONE_FRIEND[language] in walk.read
        assert town.BUDDY[language] in walk.read
        assert town.GYM[language] not in walk.read


@pytest.mark.parametrize("language", ["fi", "en"])
def test_daughter_is_asked_the_same_questions_about_him(browser: Browser, server: str, language: str) -> None:
    with walking(browser, server, language) as walk:
        walk.follow("Läheiselle")
        walk.follow("Etsi sopivaa läheiselle")
        asked = [walk.heading]
        walk.tick("Tavata ihmisiä")
        walk.press("Jatka")
        for _question in range(4):
            asked.append(walk.heading)
            walk.follow("En tiedä, ohita tämä")

        assert asked == [
            walk.said("Mikä tekisi hänelle hyvää?"),
            walk.said("Milloin hänelle sopii?"),
            walk.said("Mistä hän lähtee?"),
            walk.said("Mikä voisi tulla hänelle esteeksi?"),
            walk.said("Miten hän haluaisi alkaa?"),
        ]
        assert walk.heading == walk.said("Nämä voisivat sopia hänelle")


@pytest.mark.parametrize(
    ("language", "words", "theirs"), [("fi", "tuolijumppa", "so"), ("en", "chair exercise", "ar")], ids=["so", "ar"]
)
def test_adviser_gives_three_picks_in_the_language_of_the_caller(
    browser: Browser, server: str, language: str, words: str, theirs: str
) -> None:
    picks = [town.SEATED, town.MORNING, town.FAR]
    with walking(browser, server, language) as walk:
        walk.type(walk.page.locator("input[name=q]"), words)
        for at, pick in enumerate(picks):
            if at:
                walk.back()
            walk.keep(pick[language])
        walk.go(walk.page.locator(f"main a[lang={theirs}]").first)
        kept = [each.strip() for each in walk.page.locator("ol.mine h2").all_inner_texts()]
        messages = walk.page.locator("main a[href^='sms:']").count()

        assert walk.acts <= TO_PAPER
        assert walk.page.locator("html").get_attribute("lang") == theirs
        assert walk.heading == said(theirs, "Oma lista")
        assert kept == [named(pick, theirs) for pick in picks]
        assert messages == len(picks) + 1
        assert walk.sheets <= 2
