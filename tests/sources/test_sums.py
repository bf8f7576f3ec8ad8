from __future__ import annotations

import pytest

from tarjotin.sources.sums import read_sums


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7 €", [("everyone", "7.00", "")]),
        ("7,50", [("everyone", "7.50", "")]),
        ("€ 7", [("everyone", "7.00", "")]),
        ("10 e", [("everyone", "10.00", "")]),
        ("5 euroa", [("everyone", "5.00", "")]),
        ("12,-", [("everyone", "12.00", "")]),
        ("1 000 €", [("everyone", "1000.00", "")]),
        ("39-48€", [("everyone", "39.00", "")]),
        ("5–15 €", [("everyone", "5.00", "")]),
        ("5/3 €", [("everyone", "5.00", "")]),
        ("10 € / 5 €", [("everyone", "10.00", "")]),
        ("0 €", [("everyone", "0.00", "")]),
        ("eläkeläiset 3 €", [("pensioner", "3.00", "")]),
        ("10 €, työttömät 5 €", [("everyone", "10.00", ""), ("unemployed", "5.00", "")]),
        (
            "10/5 € (eläkeläiset, opiskelijat, työttömät)",
            [("everyone", "10.00", ""), ("pensioner", "5.00", ""), ("student", "5.00", ""), ("unemployed", "5.00", "")],
        ),
        (
            "Aikuiset 10 €, lapset 5 €, eläkeläiset ja opiskelijat 7 €",
            [("everyone", "10.00", ""), ("child", "5.00", ""), ("pensioner", "7.00", ""), ("student", "7.00", "")],
        ),
        (
            "Opiskelijat, eläkeläiset ja työttömät 5 €, muut 8 €",
            [("student", "5.00", ""), ("pensioner", "5.00", ""), ("unemployed", "5.00", ""), ("everyone", "8.00", "")],
        ),
        ("20 €, alle 18 v. ilmaiseksi", [("everyone", "20.00", ""), ("child", "0", "")]),
        ("Kulttuurikortilla 5 €, muuten 10 €", [("card", "5.00", ""), ("everyone", "10.00", "")]),
        ("Kausi 50 €, kerta 5 €", [("everyone", "50.00", "term"), ("everyone", "5.00", "time")]),
        ("35 €/kk", [("everyone", "35.00", "month")]),
        ("Inträde 5 €, pensionärer 3 €", [("everyone", "5.00", ""), ("pensioner", "3.00", "")]),
        ("Tickets 10 €, students 5 €", [("everyone", "10.00", ""), ("student", "5.00", "")]),
        ("2025", []),
        ("puh. 09 310 8571", []),
        ("Gluten-free", []),
        # What is free beside something that costs makes nothing free.
        ("5 €, ensimmäinen kerta 0 €", [("everyone", "5.00", "")]),
        ("60 €, ensimmäinen kerta maksuton", [("everyone", "60.00", "")]),
        ("3 €, ensimmäiset kaksi kertaa ilmaiseksi", [("everyone", "3.00", "")]),
        ("5 €, första gången gratis", [("everyone", "5.00", "")]),
        ("€25, first time free", [("everyone", "25.00", "")]),
        ("Ensimmäinen kerta ilmainen", []),
        ("Opastus maksuton, pääsylippu 18 €", [("everyone", "18.00", "")]),
        ("Opastus maksuton, pääsylippu 18 €, saattaja 0 €", [("everyone", "18.00", "")]),
        ("Opastus 0 €, museo 8 €", [("everyone", "8.00", "")]),
        ("Maksuton, lauttalippu 4,50 €", [("everyone", "4.50", "")]),
        ("12 €, torstaisin ilmainen", [("everyone", "12.00", "")]),
        ("12 €, avustaja ilmaiseksi", [("everyone", "12.00", "")]),
        ("Helsinkiläisille maksuton, muille 5 €", [("everyone", "5.00", "")]),
        ("Maksuton jäsenille", []),
        ("0–5 euroa", []),
        # Extras beside the price, and beside what is free.
        ("Maksuton, piirakka 2 €", [("everyone", "0", "")]),
        ("Maksuton. Suksien vuokra 10 €", [("everyone", "0", "")]),
        ("Kurssi 40 €, materiaalit 10 €", [("everyone", "40.00", "once")]),
        ("Kurssi maksuton, materiaalimaksu 5 €", [("everyone", "0", "once")]),
        ("Lounas 8,20 €, kahvi 2,20 €", [("everyone", "8.20", "")]),
        ("Peruuttamatta jätetystä ajasta 20 €. Muuten maksuton.", [("everyone", "0", "")]),
        ("10 €, vapaaehtoinen kahvimaksu 1 €", [("everyone", "10.00", "")]),
        ("Vuosikortti 30 €, kerta 5 €", [("everyone", "5.00", "time")]),
        # Each group its own sum.
        ("65 €, vapaapaikkoja työttömille 2", [("everyone", "65.00", "")]),
        (
            "3,40 €, työttömät ja eläkeläiset 2,80 €; muut 6,20 €",
            [("everyone", "6.20", ""), ("pensioner", "2.80", ""), ("unemployed", "2.80", "")],
        ),
        (
            "3,40 €, työttömät ja opiskelijat; muut 6,20 €",
            [("unemployed", "3.40", ""), ("student", "3.40", ""), ("everyone", "6.20", "")],
        ),
        (
            "3,40 € arbetslösa och studerande; övriga 6,20 €",
            [("unemployed", "3.40", ""), ("student", "3.40", ""), ("everyone", "6.20", "")],
        ),
        ("7,50 €, eläkeläiset ja työttömät", [("pensioner", "7.50", ""), ("unemployed", "7.50", "")]),
        ("Jäsenille 5 €, muille 8 €", [("everyone", "8.00", "")]),
        ("96 € (alennus 48 €)", [("everyone", "96.00", "")]),
        ("10 € (eläkeläiset 8 €)", [("everyone", "10.00", ""), ("pensioner", "8.00", "")]),
        ("Alle 30-vuotiaat 10 €, muut 20 €", [("everyone", "20.00", "")]),
        ("Alle 7 v. aikuisen seurassa ilmaiseksi, aikuiset 9 €", [("everyone", "9.00", "")]),
        ("Aikuiset 10 € lapset 5 €", [("everyone", "10.00", ""), ("child", "5.00", "")]),
        ("10 € aikuiset 5 € lapset", [("everyone", "10.00", ""), ("child", "5.00", "")]),
        ("Opiskelijat ja eläkeläiset:\n5 €", [("pensioner", "5.00", ""), ("student", "5.00", "")]),
        ("40 € / kausi, työttömät 0 €", [("everyone", "40.00", "term"), ("unemployed", "0.00", "")]),
        ("2 €, lapset maksutta", [("everyone", "2.00", ""), ("child", "0", "")]),
        ("40 € kaudelta, työttömiltä ei peritä maksua", [("everyone", "40.00", "term"), ("unemployed", "0", "")]),
        ("0 €, jos sinulla on palvelukeskuskortti; muuten 4 €", [("card", "0.00", ""), ("everyone", "4.00", "")]),
        (
            "39–48 €. Halvempi hinta työttömille ja eläkeläisille",
            [("everyone", "48.00", ""), ("pensioner", "39.00", ""), ("unemployed", "39.00", "")],
        ),
        (
            "39–48 €. 48 €, työttömät ja eläkeläiset 39 €",
            [("everyone", "48.00", ""), ("pensioner", "39.00", ""), ("unemployed", "39.00", "")],
        ),
        ("42 € / 12 kertaa, hintaan kuuluu uinti", [("everyone", "42.00", "once")]),
    ],
)
def test_a_sum_in_words_is_read_for_whom_it_is(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = read_sums(text)

    assert [(each.who, str(each.amount), each.per) for each in found] == expected
