"""What `cleaning` makes of the texts, addresses and numbers that sources write."""

from __future__ import annotations

import pytest

from tarjotin.common.text import LocalisedText
from tarjotin.sources import cleaning


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (None, ""),
        (7, ""),
        ("", ""),
        (" - ", ""),
        ("–", ""),
        ("&nbsp;", ""),
        ("<p>&nbsp;</p>", ""),
        ("Avoinna  arkisin ", "Avoinna arkisin"),
        ("Kahvi &#038; pulla", "Kahvi & pulla"),
        ("<p>Kahvi &amp;amp; pulla</p>", "Kahvi & pulla"),
        ("kes\u00adkus\u200btelu", "keskustelu"),
        ("خانه\u200cها", "خانه\u200cها"),
        ("Yksi\r\n\r\n\r\n\r\nkaksi\nkolme", "Yksi\n\nkaksi\nkolme"),
        ("Ota mukaan:\n- vesipullo\n* pyyhe", "Ota mukaan:\n• vesipullo\n• pyyhe"),
        ("Ikä < 18 & > 7", "Ikä < 18 & > 7"),
        ("<p>Ensin.</p>\n<p>Sitten\n näin.</p>", "Ensin.\n\nSitten näin."),
        ("<p>Rivi<br>toinen</p>", "Rivi\ntoinen"),
        ("<ul>\n<li>yksi</li>\n<li>kaksi</li>\n</ul>", "• yksi\n• kaksi"),
        ("Kaikki <strong>mukaan</strong>\nja rivi", "Kaikki mukaan\nja rivi"),
        ("<p>Hyvä<script>alert(1)</script><style>p{}</style></p>", "Hyvä"),
        ('<a href="https://esimerkki.fi/a">Lue lisää</a>', "Lue lisää (https://esimerkki.fi/a)"),
        ('<a href="https://www.esimerkki.fi/">esimerkki.fi</a>', "https://www.esimerkki.fi/"),
        ('<a href="javascript:alert(1)">Paina</a>', "Paina"),
        ('<a href="mailto:info@esimerkki.fi">Kirjoita</a>', "Kirjoita (info@esimerkki.fi)"),
        ('<a href="tel:+358401234567">+358 40 123 4567</a>', "+358 40 123 4567"),
        ("<p>auki jäänyt <b>tagi", "auki jäänyt tagi"),
    ],
)
def test_plain_keeps_the_words_and_drops_the_markup(written: object, kept: str) -> None:
    assert cleaning.plain(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("# Otsikko\n\nTeksti", "Otsikko\n\nTeksti"),
        ("Tämä on **tärkeä** ja *kallis*, arvo_on_sama", "Tämä on tärkeä ja kallis, arvo_on_sama"),
        ("Mukaan:\n\n* yksi\n- kaksi", "Mukaan:\n\n• yksi\n• kaksi"),
        ("[Varaa](https://esimerkki.fi/varaa)", "Varaa (https://esimerkki.fi/varaa)"),
        ("1\\. kerros", "1. kerros"),
        (None, ""),
    ],
)
def test_markdownless_gives_the_same_plain_text_as_html_would(written: object, kept: str) -> None:
    assert cleaning.markdownless(written) == kept


def test_safe_html_with_handlers_scripts_and_foreign_schemes_keeps_only_harmless_tags() -> None:
    written = (
        "<div onclick='x()'><p>a <b>b</b><script>c()</script></p><img src=x onerror=y>"
        "<a href='javascript:d'>d</a><a href='https://esimerkki.fi' target=_blank>e</a></div>"
    )

    cleaned = cleaning.safe_html(written)

    assert cleaned == (
        '<p>a <strong>b</strong></p><a rel="nofollow noopener">d</a>'
        '<a href="https://esimerkki.fi" rel="nofollow noopener">e</a>'
    )


def test_localised_takes_each_language_apart_and_leaves_out_what_means_no_value() -> None:
    raw = {"name_fi": " Uimahalli ", "name_sv": "-", "name_en": "<b>Swimming hall</b>", "name_ru": "Бассейн"}

    assert cleaning.localised(raw, "name") == LocalisedText.of(fi="Uimahalli", en="Swimming hall")


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("maija.mallikas@esimerkki.fi", True),
        ("Maija.Mallikas-Meri@esimerkki.fi", True),
        ("m.mallikas@esimerkki.fi", True),
        ("matti.hakulinen(at)esimerkki.fi", True),
        ("info@esimerkki.fi", False),
        ("pk.kannel@hel.fi", False),
        ("kallion_kirjasto@hel.fi", False),
        ("kirjasto.soukka@espoo.fi", False),
        ("neuvonta.opetusvirasto@hel.fi", False),
        ("toolo.srk@evl.fi", False),
        ("etunimi.sukunimi@hel.fi", False),
    ],
)
def test_is_personal_email_tells_people_from_roles(address: str, personal: bool) -> None:
    assert cleaning.is_personal_email(address) is personal


def test_mask_personal_with_a_person_and_a_role_masks_only_the_person() -> None:
    text = "Kysy: maija.mallikas@esimerkki.fi, matti.mallikas(at)esimerkki.fi tai info@esimerkki.fi."

    masked = cleaning.mask_personal(text)

    assert masked == ("Kysy: [sähköposti poistettu], [sähköposti poistettu] tai info@esimerkki.fi.", True)


def test_mask_personal_without_a_person_changes_nothing() -> None:
    assert cleaning.mask_personal("Kysy: info@esimerkki.fi") == ("Kysy: info@esimerkki.fi", False)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("Kirjoita: info@esimerkki.fi.", "info@esimerkki.fi"),
        ("info(at)esimerkki.fi", "info@esimerkki.fi"),
        ("etunimi.sukunimi@hel.fi, tai info@esimerkki.fi", "info@esimerkki.fi"),
        ("fornamn.efternamn@hel.fi", ""),
        ("ei ole", ""),
        (None, ""),
    ],
)
def test_email_finds_the_first_address(written: object, found: str) -> None:
    assert cleaning.email(written) == found


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("www.hel.fi", "https://www.hel.fi"),
        (" hel.fi/uimahallit ", "https://hel.fi/uimahallit"),
        ("http://www.hel.fi/a?b=1,2", "http://www.hel.fi/a?b=1,2"),
        ("https://https://www.hel.fi", "https://www.hel.fi"),
        ("//www.hel.fi/a", "https://www.hel.fi/a"),
        ("www.hel.fi, www.espoo.fi", "https://www.hel.fi"),
        ("hel.fi:8080/a", "https://hel.fi:8080/a"),
        ("(www.hel.fi)", "https://www.hel.fi"),
        ("https://www.hel.fi/uutinen(208)", "https://www.hel.fi/uutinen(208)"),
        ("javascript:alert(1)", ""),
        ("mailto:info@hel.fi", ""),
        ("info@hel.fi", ""),
        ("http://user:word@hel.fi", ""),
        ("http://localhost/", ""),
        ("http://[", ""),
        ("ei ole", ""),
        ("-", ""),
        (None, ""),
    ],
)
def test_web_address_adds_the_scheme_and_refuses_what_is_no_page(written: object, address: str) -> None:
    assert cleaning.web_address(written) == address


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("09 310 41627", ("+358931041627",)),
        ("09 310 41627, 050 123 4567", ("+358931041627", "+358501234567")),
        ("+358 9 310 41627/ +358 40 123 4567 (ark. 9-15)", ("+358931041627", "+358401234567")),
        ("+358 (0)9 310 1111", ("+35893101111",)),
        ("0800 02090", ("+35880002090",)),
        ("116 117 tai 112", ("116117", "112")),
        ("+46 8 508 00 000", ("+46850800000",)),
        ("20:00-22:00, 24.12.2024, 00530 Helsinki", ()),
        ("-", ()),
        (None, ()),
    ],
)
def test_phones_finds_each_number_once_in_international_form(written: str | None, numbers: tuple[str, ...]) -> None:
    assert cleaning.phones(written) == numbers
    assert cleaning.phone(written) == (numbers[0] if numbers else "")
