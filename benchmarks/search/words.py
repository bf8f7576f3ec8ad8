"""Words for a made-up catalogue: common ones are common, and most are rare, as in real texts."""

from __future__ import annotations

import random
from itertools import product

FIRST = (
    "tuoli vesi tasapaino venyttely käsityö kieli perhe vauva luonto lautapeli yhteis ruoka muisti kunto musiikki "
    "kirja keramiikka valokuva digi nuoriso eläkeläis naisten miesten sauva lintu metsä ranta puisto liikunta tanssi"
).split()
LAST = (
    "jumppa kahvila kerho ryhmä kurssi retki ilta piiri kuoro tupa paja neuvonta hetki kävely pelit ruokailu tunti "
    "näyttely konsertti juhla leiri treffit luento opastus talkoot"
).split()
ALONE = (
    "jooga pilates tanssi uinti kävely kuoro teatteri kirjasto kuntosali vertaisryhmä olohuone shakki maalaus "
    "keramiikka digituki ensiapu musiikki elokuva venyttely sauvakävely asahi lavis muistikahvila"
    " ruokajako velkaneuvonta"
).split()
FI = (*ALONE, *(first + last for first, last in product(FIRST, LAST)))
SV = (
    "yoga gymnastik stolgymnastik vattengymnastik dans promenad simning klubb kör teater bibliotek språkkafé "
    "rådgivning utflykt kamratstöd målning keramik bokcirkel minnescafé familjecafé konsert utställning"
    " matlagning första hjälpen"
).split()
EN = (
    "yoga exercise dance walk swimming club choir theatre library language café advice trip nature group painting "
    "pottery board games reading circle peer support family concert exhibition cooking first aid digital help"
).split()
OUTDOORS = frozenset(word for word in FI if word.endswith(("retki", "kävely", "talkoot", "leiri")))
WHO = "senioreille aloittelijoille naisille miehille perheille nuorille kaikille työttömille maahanmuuttajille".split()
PLACES = (
    "Kallion Töölön Malmin Kontulan Vuosaaren Itäkeskuksen Lauttasaaren Haagan Oulunkylän Kannelmäen Pasilan Maunulan "
    "Viikin Herttoniemen Roihuvuoren Laajasalon Munkkiniemen Pukinmäen Tapulikaupungin Jätkäsaaren"
).split()
HOUSES = "kirjasto nuorisotalo palvelukeskus liikuntahalli asukastalo työväenopisto uimahalli leikkipuisto".split()
TEXT = (
    "tule mukaan rauhalliseen ryhmään jossa tutustutaan uusiin ihmisiin ja opitaan yhdessä ohjaaja auttaa alkuun etkä "
    "tarvitse aiempaa kokemusta kahvia on tarjolla tilaan pääsee hissillä ota mukavat vaatteet vesipullo hyvä mieli "
    "kokoonnumme joka viikko samassa paikassa ympäri vuoden lisätietoja saat puhelimitse arkisin ilmoittaudu "
    "viimeistään osallistuminen maksutonta paikkoja rajoitetusti lapset tervetulleita vanhempien kanssa"
    " sisäänkäynti pihan puolelta"
).split()
TEXT_SV = (
    "kom med i en lugn grupp där vi lär känna nya människor och lär oss tillsammans ledaren hjälper dig i gång du "
    "behöver ingen tidigare erfarenhet vi bjuder på kaffe och lokalen har hiss ta med bekväma kläder och gott humör"
).split()
TEXT_EN = (
    "join a calm group where you meet new people and learn together the instructor helps you to begin no experience "
    "is needed coffee is served and there is a lift bring comfortable clothes a bottle of water and a good mood"
).split()


def common_first(words: tuple[str, ...] | list[str], chance: random.Random, count: int) -> list[str]:
    """So many of them; each is as frequent as its rank is low (Zipf's law)."""
    return chance.choices(words, cum_weights=_weights(len(words)), k=count)


def misspelt(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def _weights(count: int) -> list[float]:
    if count not in _WEIGHTS:
        total, found = 0.0, []
        for rank in range(1, count + 1):
            total += 1 / rank
            found.append(total)
        _WEIGHTS[count] = found
    return _WEIGHTS[count]


_WEIGHTS: dict[int, list[float]] = {}
