"""Reasons and evidence, which the pipeline keeps in English, in the words of the reader.

What no pattern here knows is shown as it is kept. The tests hold the table against everything the rules say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as later

from tarjotin.sources.classification.rules import load_rules
from tarjotin.sources.registry import SOURCES
from tarjotin.web.staff.words import concept_name, source_title

# --- Rules by which records became one -----------------------------------------------------------------------------
RULES: dict[str, Promise] = {
    "first": later("ensimmäinen tietue tästä"),
    "copy": later("lähde sanoo itse"),
    "series": later("sarjan kerta"),
    "person": later("ihminen päätti"),
    "same id": later("sama tunnus"),
    "same business id": later("sama Y-tunnus"),
    "same business id, part of a bigger body": later("sama Y-tunnus, osa isompaa"),
    "same name": later("sama nimi"),
    "same name under two bodies": later("sama nimi, eri emojärjestö"),
    "name and contact": later("nimi ja yhteystieto"),
    "contact agrees, name near": later("yhteystieto sama, nimi lähellä"),
    "name alone": later("vain nimi"),
    "name and location": later("nimi ja sijainti"),
    "same building": later("sama rakennus"),
    "same building, another name": later("sama rakennus, eri nimi"),
    "near, name alike": later("lähellä, nimi melkein sama"),
    "same address, name alike": later("sama osoite, nimi melkein sama"),
    "same name, location not told": later("sama nimi, sijainti puuttuu"),
    "name within the organisation": later("nimi saman järjestäjän sisällä"),
    "name alike": later("nimi melkein sama"),
    "same name twice in one source": later("sama nimi kahdesti yhdessä lähteessä"),
    "same title, start and place": later("sama nimi, alku ja paikka"),
    "organiser, place, weekday and time": later("järjestäjä, paikka, viikonpäivä ja aika"),
    "all agree but the dates": later("kaikki muu paitsi päivät samat"),
    "name and place alike": later("nimi ja paikka melkein samat"),
    "place missing on a side": later("paikka puuttuu toiselta"),
    "a notice sent on to PTV": later("PTV:hen lähetetty ilmoitus"),
}

_DAYS: dict[str, Promise] = {
    "Monday": later("maanantai"),
    "Tuesday": later("tiistai"),
    "Wednesday": later("keskiviikko"),
    "Thursday": later("torstai"),
    "Friday": later("perjantai"),
    "Saturday": later("lauantai"),
    "Sunday": later("sunnuntai"),
}
_AND = later("ja")


def _patterns(table: dict[str, Promise]) -> list[tuple[re.Pattern[str], Promise]]:
    return [(re.compile(pattern), phrase) for pattern, phrase in table.items()]


# --- Evidence: pieces with commas between --------------------------------------------------------------------------
_EVIDENCE = _patterns(
    {
        r"name (\d+)": later("nimi {0}/100"),
        r"same organiser": later("sama järjestäjä"),
        r"organiser not known to agree": later("järjestäjästä ei tietoa"),
        r"same organisation": later("sama organisaatio"),
        r"organisation not known on a side": later("organisaatio puuttuu toiselta"),
        r"same national description": later("sama valtakunnallinen kuvaus"),
        r"same place": later("sama paikka"),
        r"same address (.+)": later("sama osoite {0}"),
        r"the building id agrees": later("sama rakennustunnus"),
        r"business id (\S+) agrees": later("sama Y-tunnus {0}"),
        r"phone (\S+) agrees": later("sama puhelin {0}"),
        r"domain (\S+) agrees": later("sama verkkotunnus {0}"),
        r"weekday and time not known to agree": later("viikonpäivästä ja ajasta ei tietoa"),
        r"both start (\S+)": later("molemmat alkavat {0}"),
        r"both are (\S+)": later("molemmilla on tunnus {0}"),
        r"one has no point or address": later("toisella ei ole osoitetta"),
        r"no phone or domain in common": later("ei yhteistä puhelinta tai verkkotunnusta"),
        r"they belong to different bodies": later("kuuluvat eri emojärjestöihin"),
        r"place missing on a side": later("paikka puuttuu toiselta"),
        r"but no date in common": later("mutta ei yhtään yhteistä päivää"),
        r"but (.+)": later("mutta {0}"),
        r"(.+) agree": later("sama aika: {0}"),
        r"the first record of this thing": later("ensimmäinen tietue tästä"),
        r"a copy of (\S+)": later("kertoo tietueesta {0}"),
        r"a session of (\S+)": later("sarjan {0} kerta"),
        r"merged by (.+) on ([\d-]+)": later("{0} yhdisti {1}"),
        r"(.+) kept them apart, and it was taken back": later("{0} erotti nämä, ja se peruttiin"),
        r"split off by (.+) on ([\d-]+): (.*)": later("{0} erotti {1}: {2}"),
    }
)

# --- Outcomes: a headline, then particulars behind a colon or in brackets --------------------------------------------
_OUTCOMES = _patterns(
    {
        r"unclassified": later("luokittelematta"),
        r"nobody to ask": later("ei ketään, jolta kysyä"),
        r"what it is about is not here": later("kohde puuttuu"),
        r"an organisation": later("järjestäjä"),
        r"a place": later("paikka"),
        r"a word of the vocabulary": later("sanaston sana"),
        r"a session of a series": later("sarjan kerta"),
        r"the same thing": later("sama asia kuin toinen tietue"),
        r"the same thing by (.+)": later("sama asia: {0}"),
        r"outside the tray, (.+), as a person decided": later("ei kuulu tarjottimelle, ihminen päätti: {0}"),
        r"outside the tray, (.+)": later("ei kuulu tarjottimelle: {0}"),
        r"gone from the source": later("poissa lähteestä"),
        r"replaced in the source": later("korvattu lähteessä"),
        r"over": later("päättynyt"),
        r"not published": later("ei julkaistu lähteessä"),
        r"no name in any language|the \w+ has no name|no title in any language": later("nimi puuttuu"),
        r"no start time": later("alkuaika puuttuu"),
        r"postponed, and no new time is told": later("siirretty, uutta aikaa ei kerrota"),
        r"the whole series is cancelled": later("koko sarja on peruttu"),
        r"lasts (\d+) days": later("kestää {0} päivää"),
        r"outside the region": later("alueen ulkopuolella"),
        r"held online or by phone": later("verkossa tai puhelimessa"),
        r"deprecated at the source": later("poistettu käytöstä lähteessä"),
        r"a test record of the register": later("rekisterin testitietue"),
        r"about|fields|reason": later("muutos on vajaa"),
    }
)
_PARTICULARS = _patterns(
    {
        r"no rule says what it is about": later("mikään sääntö ei kerro, mistä on kyse"),
        r"no phone, e-mail or page of it, its organiser or its place": later(
            "ei puhelinta, sähköpostia eikä sivua sillä, järjestäjällä tai paikalla"
        ),
        r"another record's name is shown": later("toisen tietueen nimi näytetään"),
        r"found through what happens there": later("löytyy sen kautta, mitä siellä tapahtuu"),
    }
)
# --- What speaks for a category or an audience: pieces with semicolons between ---------------------------------------
_SIGNS = _patterns(
    {
        r"a person decided": later("ihminen päätti"),
        r"word ’(.+)’ in the name": later("sana ’{0}’ nimessä"),
        r"words ’(.+)’ in the name": later("sanat ’{0}’ nimessä"),
        r"word ’(.+)’ in the organiser's name": later("sana ’{0}’ järjestäjän nimessä"),
        r"word ’(.+)’ in the summary": later("sana ’{0}’ tiivistelmässä"),
        r"words ’(.+)’ in the summary": later("sanat ’{0}’ tiivistelmässä"),
        r"word ’(.+)’ in the description": later("sana ’{0}’ kuvauksessa"),
        r"words ’(.+)’ in the description": later("sanat ’{0}’ kuvauksessa"),
        r"word ’(.+)’ in the keywords": later("sana ’{0}’ asiasanoissa"),
        r"words ’(.+)’ in the keywords": later("sanat ’{0}’ asiasanoissa"),
        r"asks the reader to help": later("pyytää lukijaa auttamaan"),
        r"audience keyword (.+)": later("kohderyhmän asiasana {0}"),
        r"keyword (.+)": later("asiasana {0}"),
        r"TPR node (\S+), under (.+)": later("TPR-luokka {0}, sen yllä {1}"),
        r"TPR word (.+)": later("TPR-sana {0}"),
        r"TPR node (.+)": later("TPR-luokka {0}"),
        r"PTV class (.+)": later("PTV-luokka {0}"),
        r"PTV target group (.+)": later("PTV-kohderyhmä {0}"),
        r"PTV life event (.+)": later("PTV-elämäntapahtuma {0}"),
        r"service register target group (.+)": later("palvelurekisterin kohderyhmä {0}"),
        r"service register life event (.+)": later("palvelurekisterin elämäntapahtuma {0}"),
        r"service register mark (.+)": later("palvelurekisterin merkintä {0}"),
        r"Lähellä.fi type (.+)": later("Lähellä.fin tyyppi {0}"),
        r"Lähellä.fi age group (.+)": later("Lähellä.fin ikäryhmä {0}"),
        r"Lähellä.fi theme (.+)": later("Lähellä.fin teema {0}"),
        r"Lähellä.fi format (.+)": later("Lähellä.fin muoto {0}"),
        r"LIPAS type (.+)": later("LIPAS-tyyppi {0}"),
        r"gender .+|for (?:women|men) only": later("vain yhdelle sukupuolelle"),
        r"for people aged (\d+) or more": later("vähintään {0}-vuotiaille"),
        r"for people aged (\d+) or less": later("enintään {0}-vuotiaille"),
        r"voluntary work": later("vapaaehtoistyötä"),
    }
)

# --- Why a value won --------------------------------------------------------------------------------------------
_WHY = _patterns(
    {
        r"nobody else tells it": later("muut eivät kerro tätä"),
        r"says the same": later("sanoo saman"),
        r"a written wording goes before a machine translation": later(
            "ihmisen kirjoittama menee konekäännöksen edelle"
        ),
        r"what people change here goes before every source": later("täällä muutettu menee kaikkien lähteiden edelle"),
        r"(\w+) goes before (\w+) for \w+ fields": later("{0} menee edelle: {1}"),
        r"of the records of (\w+), the one changed last": later("lähteen {0} tietueista viimeksi muuttunut"),
        r"of the records of (\w+), the one with the lowest number": later("lähteen {0} tietueista vanhin"),
        r"joined with the others, (\w+) first": later("yhdistetty muiden kanssa, {0} ensin"),
        r"joined by start; what people change here goes before every source": later(
            "yhdistetty alkuajan mukaan; täällä muutettu menee edelle"
        ),
        r"joined by start; the record of a session goes before its series": later(
            "yhdistetty alkuajan mukaan; kerran oma tietue menee sarjan edelle"
        ),
        r"joined by start; dated sessions go before those computed from a schedule": later(
            "yhdistetty alkuajan mukaan; päivätty kerta menee viikkoajoista lasketun edelle"
        ),
    }
)
_HELD = _patterns({r"(\d+) of (\d+) records of kind (\S+) are missing": later("{0}/{1} tietuetta lajista {2} puuttuu")})
_VALUES = _patterns({r"yes": later("kyllä"), r"no": later("ei")})


def rule(text: str) -> str:
    return str(RULES.get(text, text))


def evidence(text: str) -> str:
    """A comma inside a piece ("but helsingin, itä") stays with its piece when that is the last."""
    before, but, after = text.partition(", but ")
    pieces = [*before.split(", "), *([f"but {after}"] if but else [])]
    return days(", ".join(_translated(piece, _EVIDENCE) for piece in pieces))


def outcome(text: str) -> str:
    """The reason of a record's outcome: the headline, and its particulars."""
    match = re.match(r"(?s)(.*?)(: | \()(.*)$", text)
    headline, between, rest = match.groups() if match else (text, "", "")
    if headline in load_rules().concepts["category"]:
        headline = concept_name("category", headline)
    elif found := re.fullmatch(r"the same thing by (.+)", headline):
        headline = _translated(f"the same thing by {rule(found[1])}", _OUTCOMES)
        rest = evidence(rest)
    elif found := re.fullmatch(r"outside the tray, (.+?)(, as a person decided)?", headline):
        headline = _translated(f"outside the tray, {_outside(found[1])}{found[2] or ''}", _OUTCOMES)
    else:
        headline = _translated(headline, _OUTCOMES)
    rest = _translated(rest, _PARTICULARS)
    return f"{headline}{between}{signs(rest.removesuffix(')'))}{')' if between == ' (' else ''}"


def _outside(label: str) -> str:
    """The reason to stay outside, kept by its English name."""
    known = load_rules().concepts["outside"].items()
    return next((concept_name("outside", code) for code, concept in known if concept.label.get("en") == label), label)


def signs(text: str) -> str:
    """What speaks for a category or an audience."""
    return "; ".join(_translated(piece, _SIGNS) for piece in text.split("; "))


def why(text: str) -> str:
    return _translated(text, _WHY, names=True)


def problem(text: str) -> str:
    """What is wrong with a run."""
    return "; ".join(_translated(piece, _HELD) for piece in text.split("; "))


def value(text: str) -> str:
    return _translated(text, _VALUES)


def _translated(text: str, patterns: Iterable[tuple[re.Pattern[str], Promise]], *, names: bool = False) -> str:
    for pattern, phrase in patterns:
        if found := pattern.fullmatch(text):
            parts = [source_title(part) if names and part in SOURCES else part for part in found.groups()]
            return str(phrase).format(*parts)
    return text


def days(text: str) -> str:
    text = re.sub(r"(?<=\d\d:\d\d) and ", f" {_AND} ", text)
    return re.sub(r"\b[A-Z][a-z]+day\b", lambda found: str(_DAYS.get(found[0], found[0])), text)
