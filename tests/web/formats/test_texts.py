from __future__ import annotations

import pytest
from django.utils import translation

from tarjotin.web.formats import texts
from tests import make


def test_wording_in_the_readers_language_is_plain() -> None:
    assert texts.wording(make.text({"fi": "Kuoro", "sv": "Kör & sång"}), "sv") == "Kör &amp; sång"


def test_wording_in_another_language_carries_it() -> None:
    assert texts.wording(make.text({"ar": "جوقة"}), "fi") == '<span lang="ar" dir="rtl">جوقة</span>'


def test_plain_finnish_is_finnish_for_html() -> None:
    text = make.text({"fi-simple": "Kuoro"})

    assert (texts.wording(text, "fi"), texts.only_in(text, "fi")) == ("Kuoro", "")


@pytest.mark.parametrize(
    ("tag", "language", "said"),
    [
        ("fi", "sv", "Bara på finska"),
        ("sv", "en", "Only in Swedish"),
        ("so", "fi", "Vain tällä kielellä: somali"),
        ("fi", "fi", ""),
    ],
)
def test_only_in_says_the_language_of_a_fallback(tag: str, language: str, said: str) -> None:
    with translation.override(language):
        assert texts.only_in(make.text({tag: "Teksti"}), language) == said


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Yksi.\n\nKaksi\nrivi.", "<p>Yksi.</p><p>Kaksi<br>rivi.</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("- vain yksi", "<p>- vain yksi</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
        (
            "Katso https://example.org/a?b=1&c=2.",
            '<p>Katso <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow">example.org/a?b=1&amp;c=2</a>.</p>',
        ),
        (
            "Soita 09 310 10023, arkisin",
            '<p>Soita <a class="tel" href="tel:0931010023"><bdi dir="ltr">09 310 10023</bdi></a>, arkisin</p>',
        ),
        ("Vuosi 2026 ja 12.30", "<p>Vuosi 2026 ja 12.30</p>"),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
    ],
)
def test_paragraphs_keep_the_shape_and_link_addresses(text: str, html: str) -> None:
    assert texts.paragraphs(make.text(text), "fi") == html


def test_paragraphs_in_another_language_carry_it() -> None:
    assert texts.paragraphs(make.text("Hei"), "en") == '<div lang="fi" dir="ltr"><p>Hei</p></div>'
