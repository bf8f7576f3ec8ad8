"""Names, hosts and addresses in one form, and how alike two names are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarjotin.sources.likeness import NameLikeness, compare_names
from tarjotin.sources.normalising import (
    activity_name,
    mail_host,
    organisation_name,
    plain_name,
    street_and_number,
    web_host,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helsingin Martat ry", "helsingin martat"),
        ("Suomalaisen Kirjallisuuden Seura r.y.", "suomalaisen kirjallisuuden seura"),
        ("Folkhälsan i Helsingfors r.f.", "folkhälsan i helsingfors"),
        ("Oy Martat Ab", "martat"),
        ("Taiteilijaseuran Säätiö sr", "taiteilijaseuran säätiö"),
        ("Helsingin kaupunki, kaupunginmuseo", "kaupunginmuseo"),
        ("Helsingin kaupungin liikuntapalvelut", "liikuntapalvelut"),
        ("Helsingfors stads museum", "museum"),
        ("Helsingin kaupunki", "helsingin kaupunki"),
        ("Auto‑ ja Kuljetusalan – liitto", "auto ja kuljetusalan liitto"),
        ("Ｋａｌｌｉｏ\u00adn Martat", "kallion martat"),
        ("Palokunta 2 ry", "palokunta 2"),
        ("Ryhti", "ryhti"),
    ],
)
def test_organisation_name_loses_its_legal_form_and_the_city(text: str, expected: str) -> None:
    assert organisation_name(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kynäniekka – 13–17 v klo 18.00–19.30", "kynäniekka 13 17 v"),
        ("Den fullständiga kursen – 11–18 år kl 17.15–19.30", "den fullständiga kursen 11 18 år"),
        ("Tuolijumppa klo 10", "tuolijumppa"),
        ("Tai chi 17:30–18:30", "tai chi"),
        ("Lauantai työnjako 22.8.", "lauantai työnjako"),
        ("Jumppakortti Seniorit kevät 7.1. - 27.4.2020", "jumppakortti seniorit kevät 2020"),
        ("EasySport -mailapelit 1. - 4. lk.", "easysport mailapelit 1 4 lk"),
        ("PERUTTU: Satujoogaa", "satujoogaa"),
        ("VESIJUMPPA +75 -vuotiaat, NAISET", "vesijumppa 75 vuotiaat naiset"),
        ("XXL_kuntosaliharjoittelu M+N", "xxl kuntosaliharjoittelu m n"),
        ("klo 10", "klo 10"),
    ],
)
def test_activity_name_loses_times_and_dates_and_keeps_ages_and_years(text: str, expected: str) -> None:
    assert activity_name(text) == expected


@given(st.text(max_size=40))
def test_normalising_a_name_again_changes_nothing(text: str) -> None:
    once = plain_name(text)

    assert plain_name(once) == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Viides linja 11", "viides linja 11"),
        ("Yrjönkatu 21 b", "yrjönkatu 21"),
        ("Paavo Nurmen kuja 1c", "paavo nurmen kuja 1"),
        ("Isonnevantie 14-16", "isonnevantie 14"),
        ("Eduskuntatalon edusta, Mannerheimintie 30, Etu-Töölö", "mannerheimintie 30"),
        ("Suomenlinna C 74", "suomenlinna c 74"),
        ("Kaasutehtaankatu 1/4, rakennus 8", "kaasutehtaankatu 1"),
        ("Eteläranta", ""),
        ("00530", ""),
        ("", ""),
    ],
)
def test_address_becomes_street_and_number(text: str, expected: str) -> None:
    assert street_and_number(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.martat.fi/helsinki/", "martat.fi"),
        ("kallio.martat.fi", "kallio.martat.fi"),
        ("HTTP://Martat.fi:8080?x=1", "martat.fi"),
        ("https://www.facebook.com/kallionmartat", ""),
        ("https://sites.google.com/view/martat", ""),
        ("", ""),
    ],
)
def test_web_host_is_the_host_unless_thousands_share_it(url: str, expected: str) -> None:
    assert web_host(url) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [("Toimisto@Martat.fi ", "martat.fi"), ("martat@gmail.com", ""), ("martat", ""), ("", "")],
)
def test_mail_host_is_the_host_unless_thousands_share_it(address: str, expected: str) -> None:
    assert mail_host(address) == expected


@pytest.mark.parametrize(
    ("a", "b", "may_be_one", "difference"),
    [
        ("vesijumppa n m", "vesijumppa m n", True, ""),
        ("foam roller kehonhuolto", "foam roller ja kehonhuolto", True, ""),
        ("kallio martat", "kallion martat", True, ""),
        ("jatko 1", "jatko 2", False, "1 / 2"),
        ("jatko 01", "jatko 1", True, ""),
        ("kevytjumppa tiistaisin", "kevytjumppa torstaisin", False, "thursday / tuesday"),
        ("stadiluotsi eteläinen", "stadiluotsi itäinen", False, "east / south"),
        ("jumppakortti kevät", "jumppakortti syksy", False, "autumn / spring"),
        ("vesijumppa naiset", "vesijumppa miehet", False, "miehet / naiset"),
        ("kallion osasto", "malmin osasto", False, "kallion / malmin"),
        ("tuolijumppa 75", "tuolijumppa", False, "75"),
    ],
)
def test_names_with_other_marks_or_words_of_their_own_may_not_be_one(
    a: str, b: str, may_be_one: bool, difference: str
) -> None:
    likeness = compare_names(a, b)

    assert (likeness.may_be_one, likeness.difference) == (may_be_one, difference)


def test_subset_of_a_name_is_not_the_same_name() -> None:
    assert compare_names("tuolijumppa", "tuolijumppa seniorit").score < 80


def test_nothing_is_like_no_name() -> None:
    assert compare_names("", "tuolijumppa") == NameLikeness(0.0)


@given(st.text("aäbc 12", max_size=20), st.text("aäbc 12", max_size=20))
def test_likeness_is_the_same_whichever_name_comes_first(a: str, b: str) -> None:
    one, other = compare_names(plain_name(a), plain_name(b)), compare_names(plain_name(b), plain_name(a))

    assert (one.score, one.identical, one.may_be_one, one.difference) == (
        other.score,
        other.identical,
        other.may_be_one,
        other.difference,
    )
