"""Numbers for somebody in trouble now; each with its source and the day that source was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tarjotin.web.resident.support import REGISTER, REGISTER_READ_ON, service_page

ALWAYS = _("Auki aina, yöllä ja päivällä.")
WEEKDAYS = _("Auki arkisin.")
ON_SOME_DAYS = _("Auki maanantaina, keskiviikkona ja perjantaina.")
SOMETIMES = _("Auki joinakin aikoina. Katso ajat verkkosivulta.")
FREE = _("Puhelu on maksuton.")
USUAL_PRICE = _("Puhelu maksaa saman kuin muutkin puhelusi.")

_MIELI = ("MIELI Suomen Mielenterveys ry", "https://mieli.fi/helpline")
_MIELI_READ_ON = date(2022, 11, 17)  # when the other languages were last told by the source
_SOCIAL = "+358931044400"


@dataclass(frozen=True, slots=True)
class Helpline:
    """One number. What is not known (hours, price, languages) is left out and never guessed."""

    number: str  # E.164, a short number, or as its owner groups it; empty when each language has its own
    name: Promise
    when: Promise  # when to call it
    source_name: str  # in Finnish
    source_url: str
    checked_on: date
    hours: Promise | None = None
    span: tuple[time, time] | None = None
    price: Promise | None = None
    languages: tuple[str, ...] = ()
    interpreted: tuple[str, ...] = ()  # by an interpreter on the phone; Dari is "fa-AF"
    note: Promise | None = None
    others: tuple[tuple[str, str], ...] = ()  # language, number

    @property
    def numbers(self) -> tuple[str, ...]:
        return (*([self.number] if self.number else []), *(number for _language, number in self.others))


EMERGENCY = Helpline(
    number="112",
    name=_("Hätänumero"),
    when=_("Soita, jos henki, terveys tai koti on vaarassa. Soita myös, jos et ole varma."),
    hours=ALWAYS,
    price=FREE,
    note=_("Kerro, missä olet. Vastaa kysymyksiin. Älä sulje puhelinta ennen kuin saat luvan."),
    source_name="Hätäkeskuslaitos",
    source_url="https://112.fi/",
    checked_on=date(2025, 2, 10),
)
ILLNESS = (
    Helpline(
        number="116117",
        name=_("Päivystysapu"),
        when=_("Soita, jos sairastut äkkiä ja terveysasema on kiinni. Soita ennen kuin lähdet päivystykseen."),
        hours=ALWAYS,
        price=FREE,
        source_name=REGISTER,
        source_url=service_page(3132),
        checked_on=REGISTER_READ_ON,
    ),
    Helpline(
        number="+358800147111",
        name=_("Myrkytystietokeskus"),
        when=_("Soita, jos joku on syönyt tai hengittänyt jotain myrkyllistä. Soita 112, jos hän ei vastaa sinulle."),
        hours=ALWAYS,
        price=FREE,
        source_name="HUS, Terveyskylä, Päivystyshelppi",
        source_url="https://paivystyshelppi.terveyskyla.fi/symptoms/333/",
        checked_on=date(2019, 8, 14),
    ),
)
MIND = (
    Helpline(
        number="+358925250111",
        name=_("MIELI Kriisipuhelin"),
        when=_("Soita, jos olo on paha, pelottaa tai ajattelet kuolemaa. Saat puhua rauhassa. Nimeä ei kysytä."),
        hours=ALWAYS,
        price=USUAL_PRICE,
        languages=("fi",),
        note=_("Jos linja on varattu, soita uudelleen muutaman minuutin päästä."),
        source_name=_MIELI[0],
        source_url=_MIELI[1],
        checked_on=date(2025, 12, 2),
    ),
    Helpline(
        number="",
        others=(
            ("sv", "+358925250112"),
            ("en", "+358925250116"),
            ("uk", "+358925250114"),
            ("ru", "+358925250115"),
        ),
        name=_("MIELI Kriisipuhelin muilla kielillä"),
        when=_("Saat puhua omalla kielelläsi."),
        hours=SOMETIMES,
        price=USUAL_PRICE,
        source_name=_MIELI[0],
        source_url=_MIELI[1],
        checked_on=_MIELI_READ_ON,
    ),
    Helpline(
        number="+358931044222",
        name=_("Kriisipäivystys, Helsinki"),
        when=_("Soita, jos jotain kauheaa tapahtui äkkiä: kuolema, onnettomuus, tulipalo tai väkivalta."),
        hours=ALWAYS,
        price=USUAL_PRICE,
        languages=("fi", "sv"),
        note=_("Apu on maksutonta. Voit soittaa myös toisen puolesta."),
        source_name=REGISTER,
        source_url=service_page(9208),
        checked_on=REGISTER_READ_ON,
    ),
)
VIOLENCE = (
    Helpline(
        number="080 005 005",
        name=_("Nollalinja"),
        when=_("Soita, jos läheinen lyö, uhkaa, pelottelee tai määrää sinua. Soita myös, jos pelkäät toisen puolesta."),
        hours=ALWAYS,
        price=FREE,
        languages=("fi", "sv", "en"),
        interpreted=("ar", "fa-AF", "es", "fa", "so", "ckb", "th", "ru"),
        note=_("Numerosi ei näy. Soitto ei näy puhelinlaskussa. Nollalinja tietää, missä turvakodissa on tilaa."),
        source_name="THL, Nollalinja",
        source_url="https://nollalinja.fi/",
        checked_on=date(2023, 12, 21),
    ),
    Helpline(
        number="116006",
        name=_("Rikosuhripäivystys"),
        when=_("Soita, jos sinulle on tehty rikos. Saat neuvoja ja tukea."),
        hours=WEEKDAYS,
        price=FREE,
        languages=("fi", "sv"),
        source_name="Rikosuhripäivystys",
        source_url="https://www.riku.fi/",
        checked_on=date(2020, 5, 19),
    ),
)
CARE = (
    Helpline(
        number="020 696 006",
        name=_("Sosiaalipäivystys, Helsinki"),
        when=_("Soita, jos lapsi, vanhus tai vammainen ihminen on vaarassa eikä asia voi odottaa huomiseen."),
        hours=ALWAYS,
        price=USUAL_PRICE,
        languages=("fi", "sv"),
        source_name=REGISTER,
        source_url=service_page(9207),
        checked_on=REGISTER_READ_ON,
    ),
)
MONEY = (
    Helpline(
        number=_SOCIAL,
        name=_("Sosiaalineuvonta"),
        when=_("Soita, jos rahat, ruoka tai lääkkeet loppuivat. Sano, että asia on kiireellinen."),
        hours=WEEKDAYS,
        span=(time(9), time(15)),
        price=FREE,
        languages=("fi", "sv"),
        source_name=REGISTER,
        source_url=service_page(9624),
        checked_on=REGISTER_READ_ON,
    ),
    Helpline(
        number="+358931022530",
        name=_("Asunnottomien neuvonta"),
        when=_("Soita, jos sinulla ei ole paikkaa, jossa nukkua."),
        hours=ON_SOME_DAYS,
        span=(time(9), time(15)),
        price=USUAL_PRICE,
        languages=("fi", "sv", "en"),
        source_name=REGISTER,
        source_url=service_page(8965),
        checked_on=REGISTER_READ_ON,
    ),
    Helpline(
        number="+358931023747",
        name=_("Neuvoja ilman oleskelulupaa"),
        when=_("Soita, jos olet Helsingissä ilman papereita ja tarvitset yösijan tai lääkärin."),
        hours=WEEKDAYS,
        span=(time(9), time(16)),
        price=FREE,
        languages=("fi", "sv"),
        note=_("Tarvittaessa järjestetään tulkki."),
        source_name=REGISTER,
        source_url=service_page(9001),
        checked_on=REGISTER_READ_ON,
    ),
)

GROUPS: tuple[tuple[Promise, tuple[Helpline, ...]], ...] = (
    (_("Väkivalta tai rikos"), VIOLENCE),
    (_("Paha olo tai kriisi"), MIND),
    (_("Sairaus tai myrkytys"), ILLNESS),
    (_("Lapsi tai läheinen vaarassa"), CARE),
    (_("Raha, ruoka tai yösija"), MONEY),
)
