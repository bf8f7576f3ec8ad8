"""Ways to take part in making (D6): volunteer, run a group, book a space, have a say. Facts with source and day."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tarjotin.web.resident.support import service_page

_CITY = "Helsingin kaupunki"


@dataclass(frozen=True, slots=True)
class Way:
    code: str
    title: Promise
    what: Promise
    steps: tuple[Promise, ...]
    link_name: str  # proper name, in Finnish
    link_url: str
    source_name: str
    source_url: str
    search: str = ""  # words, in Finnish, that find what belongs to it in the catalogue


WAYS = (
    Way(
        code="volunteer",
        title=_("Ryhdy vapaaehtoiseksi"),
        what=_("Voit lähteä kaveriksi ulos, auttaa kirjastossa tai opastaa museossa. Aiempaa taitoa ei tarvita."),
        steps=(
            _("Katso tehtäviä kaupungin vapaaehtoissivulta tai kysy palvelukeskuksesta."),
            _("Kerro, mitä osaat ja milloin sinulle sopii. Kerran kuukaudessa riittää."),
            _("Saat neuvot ennen kuin aloitat. Joku ohjaa sinua koko ajan."),
        ),
        link_name="vapaaehtoistoiminta.hel.fi",
        link_url="https://vapaaehtoistoiminta.hel.fi/",
        source_name=_CITY,
        source_url=service_page(9981),
        search="vapaaehtoistoiminta",
    ),
    Way(
        code="group",
        title=_("Vedä omaa ryhmää"),
        what=_("Voit perustaa lukupiirin, pelikerhon tai kävelyryhmän. Sen voi pitää myös omalla kielelläsi."),
        steps=(
            _("Mieti, mitä teette, ja kysy yksi kaveri mukaan."),
            _("Kysy tilaa kirjastosta, palvelukeskuksesta tai yhteisötalosta."),
            _("Sovi henkilökunnan kanssa ajasta ja siitä, kuka kertoo ryhmästä."),
        ),
        link_name="helmet.finna.fi",
        link_url="https://helmet.finna.fi/Content/vapaaehtoiseksi-kirjastoon",
        source_name=_CITY,
        source_url=service_page(10168),
    ),
    Way(
        code="space",
        title=_("Varaa tila"),
        what=_("Kaupungin tiloja voi varata Varaamosta. Osa on maksuttomia, osasta maksetaan."),
        steps=(
            _("Etsi tila Varaamosta. Kysy ensin, onko tila sinulle maksuton."),
            _("Yhteisötaloista kysytään suoraan talosta."),
            _("Jos varaaminen on vaikeaa, pyydä apua kirjastosta."),
        ),
        link_name="varaamo.hel.fi",
        link_url="https://varaamo.hel.fi/",
        source_name=_CITY,
        source_url=service_page(10335),
        search="yhteisötalo",
    ),
    Way(
        code="say",
        title=_("Vaikuta kaupunkiin"),
        what=_("Kaupunki varaa rahaa asukkaiden ideoille. Voit ehdottaa, äänestää ja kysyä."),
        steps=(
            _("Katso OmaStadi-sivulta, mitä voit ehdottaa tai äänestää nyt."),
            _("Stadiluotsi on kaupungin työntekijä, joka auttaa idean alkuun."),
            _("Voit tehdä kaupungille aloitteen. Kysy ohje, jos et ole varma."),
        ),
        link_name="omastadi.hel.fi",
        link_url="https://omastadi.hel.fi/",
        source_name=_CITY,
        source_url=service_page(8974),
    ),
)
