"""Pairs of records and what they are to each other, from recorded and demo data: facts of real places and titles.

Names, addresses, coordinates and course titles: City of Helsinki (TPR, Linked Events, Enkora), LIPAS, PTV; CC BY 4.0.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from tarjotin.catalogue.records import (
    ActivityRecord,
    OrganisationRecord,
    PlaceRecord,
    Ref,
    ScheduleRecord,
    ServiceRecord,
    SessionRecord,
)
from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import helsinki_to_utc
from tarjotin.sources.matching import Features, features

HELSINKI_BODY = Ref("tpr", "organisation", "83e74666-0836-4c1d-948a-4b34a8b90301")
STOA = Ref("linkedevents", "place", "tprek:7260")
ESPOO_BODY = Ref("tpr", "organisation", "520a4492-cb78-498b-9c82-86504de88dce")

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = "MO", "TU", "WE", "TH"
FIRST_DAY = {day: date(2027, 1, 4 + index) for index, day in enumerate((MONDAY, TUESDAY, WEDNESDAY, THURSDAY))}


@dataclass(frozen=True)
class Pair:
    name: str
    a: Features
    b: Features
    verdict: str
    rule: str


def organisation(source: str, fi: str, *, sv: str | None = None, own: str = "", **told: object) -> Features:
    record = OrganisationRecord(LocalisedText.of(fi=fi, sv=sv), **told)  # type: ignore[arg-type]
    return features(record, source=source, ref=Ref(source, "organisation", own) if own else None)


def place(source: str, fi: str, street: str = "", point: tuple[float, float] | None = None, **told: object) -> Features:
    at = Point(*point) if point else None
    own = told.pop("own", None)
    record = PlaceRecord(LocalisedText.of(fi=fi), street=LocalisedText.of(fi=street), point=at, **told)  # type: ignore[arg-type]
    return features(record, source=source, ref=own)  # type: ignore[arg-type]


def service(source: str, fi: str, organisation: str = "helsinki", upstream_id: str = "") -> Features:
    record = ServiceRecord(LocalisedText.of(fi=fi), upstream_id=upstream_id)
    return features(record, source=source, organisation=organisation)


def activity(source: str, fi: str, *, organisation: str = "sport", place: str = "hall", **told: object) -> Features:
    point = told.pop("point", None)
    record = ActivityRecord(LocalisedText.of(fi=fi), **told)  # type: ignore[arg-type]
    return features(record, source=source, organisation=organisation, place=place, point=point)  # type: ignore[arg-type]


def weekly(*days: str, at: time = time(10), certain: bool = True) -> tuple[ScheduleRecord, ...]:
    return tuple(ScheduleRecord(FIRST_DAY[day], at, None, f"FREQ=WEEKLY;BYDAY={day}", certain=certain) for day in days)


def dated(*starts: str) -> tuple[SessionRecord, ...]:
    """Sessions by their UTC starts, "2027-01-05T08:00"."""
    return tuple(SessionRecord(datetime.fromisoformat(start).replace(tzinfo=UTC)) for start in starts)


def tuesdays(first: date = date(2027, 1, 5), count: int = 12, at: time = time(10)) -> tuple[SessionRecord, ...]:
    """Sessions at one Helsinki wall-clock time, a week apart."""
    return tuple(SessionRecord(helsinki_to_utc(first + timedelta(weeks=week), at)) for week in range(count))


KALLIO = (60.18372, 24.95356)
KALLIO_MARTAT_RY = LocalisedText.of(fi="Kallion Martat ry")
KALLIO_MARTAT = LocalisedText.of(fi="Kallion martat")
MALMI_MARTAT = LocalisedText.of(fi="Malmin martat")
ANNEX = Point(60.1800, 24.9500)
OODI = (60.17397, 24.938158)

ORGANISATIONS = [
    Pair(
        "one business id in TPR and PTV, another wording",
        organisation("tpr", "Kirkkonummi", business_id="0203107-0"),
        organisation("ptv", "Kirkkonummen kunta", business_id="0203107-0"),
        "same",
        "same business id",
    ),
    Pair(
        "a business id is read without its dash",
        organisation("tpr", "Vihti", business_id="01319056"),
        organisation("ptv", "Vihdin kunta", business_id="0131905-6"),
        "same",
        "same business id",
    ),
    Pair(
        "the same GUID in TPR and PTV",
        organisation("tpr", "Helsinki", own="83e74666-0836-4c1d-948a-4b34a8b90301"),
        organisation("ptv", "Helsingin kaupunki", own="83E74666-0836-4C1D-948A-4B34A8B90301"),
        "same",
        "same id",
    ),
    Pair(
        "same name but different business ids",
        organisation("tpr", "Teatteri Kultsa ry", business_id="0762383-3"),
        organisation("lahella", "Teatteri Kultsa ry", business_id="0200103-1"),
        "different",
        "business ids differ",
    ),
    Pair(
        "two towns of PTV",
        organisation("ptv", "Naantalin kaupunki", business_id="0135457-2"),
        organisation("ptv", "Vaasan kaupunki", business_id="0209602-6"),
        "different",
        "business ids differ",
    ),
    Pair(
        "a stand-in business id is no evidence",
        organisation("tpr", "Senioriliikunta - PKS", business_id="0000004-3"),
        organisation("tpr", "Ateneumin taidemuseo", business_id="0000004-3"),
        "different",
        "names of two bodies",
    ),
    Pair(
        "the same name with and without its legal form",
        organisation("tpr", "Teatteri Kultsa ry"),
        organisation("lahella", "Teatteri Kultsa"),
        "same",
        "same name",
    ),
    Pair(
        "the same name with an old way to write the legal form",
        organisation("linkedevents", "Suomalaisen Kirjallisuuden Seura r.y."),
        organisation("tpr", "SUOMALAISEN KIRJALLISUUDEN SEURA ry"),
        "same",
        "same name",
    ),
    Pair(
        "the same name with another dash",
        organisation("tpr", "Auto- ja Kuljetusalan Työntekijäliitto AKT ry"),
        organisation("lahella", "Auto‑ ja kuljetusalan työntekijäliitto AKT"),
        "same",
        "same name",
    ),
    Pair(
        "the city's name before its department",
        organisation("linkedevents", "Helsingin kaupunki, kaupunginmuseo"),
        organisation("tpr", "Kaupunginmuseo"),
        "same",
        "same name",
    ),
    Pair(
        "a name nearly the same with an own phone in common",
        organisation("tpr", "Suomalaisen Kirjallisuuden Seura ry", phone="+358201131231"),
        organisation("lahella", "Suomen Kirjallisuuden Seura", phone="+358201131231"),
        "same",
        "name and contact",
    ),
    Pair(
        "a name in another order with an own domain in common",
        organisation("lahella", "Helsingin Martat ry", email="toimisto@helsinginmartat.example"),
        organisation(
            "linkedevents", "Martat, Helsinki", website=LocalisedText.of(fi="https://www.helsinginmartat.example/fi")
        ),
        "same",
        "name and contact",
    ),
    Pair(
        "a name nearly the same, only a switchboard in common",
        organisation("tpr", "Kaupunginkirjasto", phone="+358931085000"),
        organisation("linkedevents", "Kaupunginkirjastot", phone="+358931085000"),
        "ask",
        "name alone",
    ),
    Pair(
        "a name nearly the same and nothing else",
        organisation("tpr", "Arkkitehtuurimuseo"),
        organisation("linkedevents", "Arkkitehtuurin museo"),
        "ask",
        "name alone",
    ),
    Pair(
        "an own phone in common, the name only near",
        organisation("tpr", "Ateneumin taidemuseo, Helsinki", phone="+358294500401"),
        organisation("linkedevents", "Ateneumin taidemuseo", phone="+358294500401"),
        "ask",
        "contact agrees, name near",
    ),
    Pair(
        "a museum and a theatre museum at one number",
        organisation("tpr", "Teatterimuseo", phone="+358401922300"),
        organisation("tpr", "Suomen valokuvataiteen museo", phone="+358401922300"),
        "different",
        "names of two bodies",
    ),
    Pair(
        "two numbered groups",
        organisation("lahella", "Helsingin Palokunta 1 ry"),
        organisation("lahella", "Helsingin Palokunta 2 ry"),
        "different",
        "numbers in the names differ",
    ),
    Pair(
        "only one of two names has a number",
        organisation("lahella", "Partiolippukunta Vesikot 2 ry"),
        organisation("linkedevents", "Partiolippukunta Vesikot"),
        "different",
        "numbers in the names differ",
    ),
    Pair(
        "two chapters of one body with its domain",
        organisation("lahella", "Suomen Punainen Risti, Kallion osasto", email="x@punainenristi.example"),
        organisation("lahella", "Suomen Punainen Risti, Malmin osasto", email="y@punainenristi.example"),
        "ask",
        "contact agrees, name near",
    ),
    Pair(
        "two chapters of one body",
        organisation("lahella", "Suomen Punainen Risti, Kallion osasto"),
        organisation("linkedevents", "Suomen Punainen Risti, Malmin osasto"),
        "different",
        "names of two bodies",
    ),
    Pair(
        "a chapter and its head office by name",
        organisation("lahella", "Suomen Punainen Risti, Kallion osasto"),
        organisation("ptv", "Suomen Punainen Risti"),
        "different",
        "chapter and head office",
    ),
    Pair(
        "eastern and western chapters of one body",
        organisation("lahella", "Eläkeliiton Itä-Helsingin yhdistys ry"),
        organisation("lahella", "Eläkeliiton Länsi-Helsingin yhdistys ry"),
        "different",
        "names of two chapters",
    ),
    Pair(
        "a department with the city's business id",
        organisation("tpr", "Kasvatuksen ja koulutuksen toimiala", business_id="0201256-6", parent=HELSINKI_BODY),
        organisation("ptv", "Helsingin kaupunki", business_id="0201256-6"),
        "different",
        "departments of one body",
    ),
    Pair(
        "a department whose parent is the other",
        organisation("tpr", "Helsingin kaupunki, museo", business_id="0201256-6", parent=HELSINKI_BODY),
        organisation("ptv", "Museo", business_id="0201256-6", own="83e74666-0836-4c1d-948a-4b34a8b90301"),
        "different",
        "chapter and head office",
    ),
    Pair(
        "the same department in TPR and PTV by name",
        organisation("tpr", "Kasvatuksen ja koulutuksen toimiala", business_id="0201256-6", parent=HELSINKI_BODY),
        organisation("ptv", "Kasvatuksen ja koulutuksen toimiala", business_id="0201256-6", parent=HELSINKI_BODY),
        "same",
        "same business id",
    ),
    Pair(
        "departments of one name in two towns",
        organisation("tpr", "Kulttuuri ja vapaa-aika", parent=HELSINKI_BODY),
        organisation("ptv", "Kulttuuri ja vapaa-aika", parent=ESPOO_BODY),
        "ask",
        "same name under two bodies",
    ),
    Pair(
        "a shared mail provider is no evidence",
        organisation("lahella", "Kuvataideyhdistys Helsinki", email="kuvat@gmail.com"),
        organisation("linkedevents", "Kuvataideyhdistys ry", email="maalaus@gmail.com"),
        "different",
        "unlike",
    ),
    Pair(
        "names that share no word",
        organisation("tpr", "Väestörekisterikeskus"),
        organisation("ptv", "Linnanmäki"),
        "different",
        "names of two bodies",
    ),
]

PLACES = [
    Pair(
        "a Linked Events place is the TPR unit of its id",
        place("tpr", "Kallion kirjasto", "Viides linja 11", KALLIO, tpr_unit="8215"),
        place("linkedevents", "Kirjasto, Kallio", own=Ref("linkedevents", "place", "tprek:8215")),
        "same",
        "same id",
    ),
    Pair(
        "an id decides even with a wrong point",
        place("tpr", "Keskustakirjasto Oodi", "Töölönlahdenkatu 4", OODI, tpr_unit="51342"),
        place("linkedevents", "Oodi", point=(60.20, 24.66), own=Ref("linkedevents", "place", "tprek:51342")),
        "same",
        "same id",
    ),
    Pair(
        "a TPR unit and LIPAS's own record of one site",
        place("tpr", "Yrjönkadun uimahalli", "Yrjönkatu 21 b", tpr_unit="41102", lipas_id="506031"),
        place("ptv", "Uimahalli", lipas_id="506031"),
        "same",
        "same id",
    ),
    Pair(
        "two TPR units at one address",
        place("tpr", "Päiväkoti Kannel", "Kannelpolku 5", (60.239895, 24.879782), tpr_unit="3"),
        place("tpr", "Perhepäivähoito Kaarela", "Kannelpolku 5", (60.23978, 24.88008), tpr_unit="2266"),
        "different",
        "two numbers of one register",
    ),
    Pair(
        "two museums in one house",
        place("tpr", "Teatterimuseo", "Kaapeliaukio 3", (60.161957, 24.905712), tpr_unit="20930"),
        place("linkedevents", "Tanssin talo", "Kaapeliaukio 3", (60.16202, 24.90589)),
        "different",
        "unlike",
    ),
    Pair(
        "a PTV service location beside its TPR unit",
        place("tpr", "Kallion kirjasto", "Viides linja 11", KALLIO),
        place("ptv", "Kallion kirjasto", "Viides linja 11", (60.18381, 24.95371)),
        "same",
        "name and location",
    ),
    Pair(
        "the same name 100 m apart",
        place("tpr", "Arabianrannan kirjasto", "Hämeentie 135 A", (60.208977, 24.976784)),
        place("ptv", "Arabianrannan kirjasto", "Arabianrannan kauppakeskus", (60.209877, 24.976784)),
        "same",
        "name and location",
    ),
    Pair(
        "the same address without points",
        place("tpr", "Maunulan kirjasto", "Metsäpurontie 4"),
        place("lahella", "Maunulan kirjasto", "Metsäpurontie 4 C"),
        "same",
        "name and location",
    ),
    Pair(
        "the street after the building's name",
        place("linkedevents", "Meilahden kirkko", "Pihlajatie 16"),
        place("lahella", "Meilahden kirkko ", "Seurakuntatalo, Pihlajatie 16, Meilahti"),
        "same",
        "name and location",
    ),
    Pair(
        "one name and address in two towns",
        place("tpr", "Kirkonkylän kirjasto", "Kirkkotie 1", municipality="092"),
        place("ptv", "Kirkonkylän kirjasto", "Kirkkotie 1", municipality="049"),
        "different",
        "unlike",
    ),
    Pair(
        "one name 300 m apart",
        place("tpr", "Ruoholahden venesatama", point=(60.1614767101026, 24.9113409378996)),
        place("ptv", "Ruoholahden venesatama", point=(60.1618578414296, 24.9168)),
        "different",
        "too far apart",
    ),
    Pair(
        "two memorials of one name far apart",
        place("linkedevents", "Crescendo", point=(60.190807, 24.925196)),
        place("ptv", "Crescendo", point=(60.18502, 24.856739)),
        "different",
        "too far apart",
    ),
    Pair(
        "a statue and the church it stands before",
        place("linkedevents", "Laupias Samarialainen", "Meilahden kirkko, Pihlajatie 16", (60.192802, 24.904036)),
        place("ptv", "Meilahden kirkko", "Pihlajatie 16", (60.19293, 24.904226)),
        "different",
        "unlike",
    ),
    Pair(
        "a swimming hall and an ice rink of one park",
        place("tpr", "Pirkkolan uimahalli", "Pirkkolan metsätie 6", (60.2330, 24.9200), tpr_unit="40774"),
        place("ptv", "Pirkkolan jäähalli", "Pirkkolan metsätie 6", (60.2332, 24.9202)),
        "ask",
        "near, name alike",
    ),
    Pair(
        "a swimming hall and an ice rink, both TPR units",
        place("tpr", "Pirkkolan uimahalli", tpr_unit="40774"),
        place("tpr", "Pirkkolan Jäähalli", tpr_unit="67714"),
        "different",
        "two numbers of one register",
    ),
    Pair(
        "a sports hall under two names beside each other",
        place("tpr", "Töölön kisahalli", "Paavo Nurmen kuja 1c", (60.183926, 24.925648)),
        place("lahella", "Töölön liikuntahalli", "Paavo Nurmen kuja 1", (60.18395, 24.92570)),
        "ask",
        "near, name alike",
    ),
    Pair(
        "a renamed centre on the same spot",
        place("tpr", "Kampin seniorikeskus", point=(60.16822, 24.92685)),
        place("linkedevents", "Kampin palvelukeskus", point=(60.16822, 24.92685)),
        "ask",
        "near, name alike",
    ),
    Pair(
        "a room whose parent is the other, in another source",
        place(
            "linkedevents",
            "Stoa, musiikkisali",
            point=(60.2118, 25.0790),
            parent=STOA,
        ),
        place("tpr", "Stoa", point=(60.2118, 25.0790), tpr_unit="7260"),
        "different",
        "a room of the other",
    ),
    Pair(
        "numbered fields of one park",
        place("linkedevents", "Käpylän kenttä 1", point=(60.2100, 24.9500)),
        place("lahella", "Käpylän kenttä 2", point=(60.2101, 24.9501)),
        "different",
        "numbers or marks in the names differ",
    ),
    Pair(
        "northern and southern islets of one name",
        place("ptv", "Käärmeluodot (Pohjoinen)", point=(60.1471, 24.8494)),
        place("lahella", "Käärmeluodot (Läntinen)", point=(60.1465, 24.8484)),
        "different",
        "numbers or marks in the names differ",
    ),
    Pair(
        "one name, one side without a location",
        place("linkedevents", "Kumpulan maauimala", own=Ref("linkedevents", "place", "enkora:6")),
        place("tpr", "Kumpulan maauimala", point=(60.20842550865654, 24.95801326472787), tpr_unit="40823"),
        "ask",
        "same name, location not told",
    ),
    Pair(
        "one building id, a fitting name",
        place("tpr", "Oulunkylän seniorikeskus", building_id="1031422980"),
        place("ptv", "Oulunkylän seniorikeskus ", building_id="1031422980"),
        "same",
        "same building",
    ),
    Pair(
        "one building id, a library and a day-care centre",
        place("ptv", "Päiväkoti Kannelmäki", building_id="1031422980"),
        place("lahella", "Kannelmäen kirjasto", building_id="1031422980"),
        "ask",
        "same building, another name",
    ),
    Pair(
        "a library and a church of one district",
        place("tpr", "Kallion kirjasto", "Viides linja 11", KALLIO),
        place("linkedevents", "Kallion kirkko", "Itäinen Papinkatu 2", (60.184143, 24.949368)),
        "different",
        "unlike",
    ),
]

SERVICES = [
    Pair(
        "one service in the register and in PTV",
        service("palvelurekisteri", "Etsivä nuorisotyö"),
        service("ptv", "Etsivä nuorisotyö", upstream_id="1e74a0bb-b521-4d49-9a9a-e3b7fe3d5a20"),
        "same",
        "name within the organisation",
    ),
    Pair(
        "one service in another inflection",
        service("palvelurekisteri", "Sosiaali- ja terveyspalvelujen neuvonta"),
        service("ptv", "Sosiaali- ja terveyspalveluiden neuvonta"),
        "same",
        "name within the organisation",
    ),
    Pair(
        "one name in two towns",
        service("ptv", "Perusopetus", "naantali", "27d2f17f-085f-4686-82c7-c030cb6556ac"),
        service("ptv", "Perusopetus", "vaasa", "27d2f17f-085f-4686-82c7-c030cb6556ac"),
        "different",
        "another organisation",
    ),
    Pair(
        "one name in the register and in another town's PTV",
        service("palvelurekisteri", "Painotettu opetus", "helsinki"),
        service("ptv", "Painotettu opetus", "naantali"),
        "different",
        "another organisation",
    ),
    Pair(
        "one national description, two services",
        service("palvelurekisteri", "Luokkien 1-6 perusopetus", upstream_id="27d2f17f"),
        service("ptv", "Oman uskonnon opetus", upstream_id="27d2f17f"),
        "different",
        "unlike",
    ),
    Pair(
        "classes 1–6 and 7–9",
        service("palvelurekisteri", "Luokkien 1-6 perusopetus"),
        service("ptv", "Luokkien 7-9 perusopetus"),
        "different",
        "numbers or marks in the names differ",
    ),
    Pair(
        "health checks of two classes",
        service("palvelurekisteri", "Kouluterveydenhuollon terveystarkastukset, 1. luokka"),
        service("ptv", "Kouluterveydenhuollon terveystarkastukset, 2. luokka"),
        "different",
        "numbers or marks in the names differ",
    ),
    Pair(
        "vocational training and basic vocational training",
        service("palvelurekisteri", "Ammatillinen koulutus"),
        service("ptv", "Ammatillinen peruskoulutus"),
        "ask",
        "name alike",
    ),
    Pair(
        "one title twice in the register",
        service("palvelurekisteri", "Etsivä lähityö"),
        service("palvelurekisteri", "Etsivä lähityö"),
        "ask",
        "same name twice in one source",
    ),
    Pair(
        "two near titles of the register",
        service("palvelurekisteri", "Palkkatuki työnantajalle"),
        service("palvelurekisteri", "Palkkatuki työnhakijalle"),
        "different",
        "two services of one source",
    ),
    Pair(
        "district guides of two districts",
        service("palvelurekisteri", "Stadiluotsi Eteläinen suurpiiri"),
        service("ptv", "Stadiluotsi Läntinen suurpiiri"),
        "different",
        "numbers or marks in the names differ",
    ),
    Pair(
        "one name, the organisation not told on a side",
        service("palvelurekisteri", "Uimahalli", ""),
        service("ptv", "Uimahalli"),
        "ask",
        "name alike",
    ),
    Pair(
        "advice on money and on housing",
        service("palvelurekisteri", "Talous- ja velkaneuvonta"),
        service("ptv", "Asumisneuvonta"),
        "different",
        "unlike",
    ),
]

ACTIVITIES = [
    Pair(
        "a weekly group in two sources, its title with the time",
        activity("linkedevents", "Tuolijumppa klo 10.00–10.45", sessions=tuesdays()),
        activity("lahella", "Tuolijumppa", schedules=weekly(TUESDAY)),
        "same",
        "organiser, place, weekday and time",
    ),
    Pair(
        "a weekly group across the clock change keeps its hour",
        activity("linkedevents", "Sauvakävely", sessions=dated("2027-03-23T08:00", "2027-03-30T07:00")),
        activity("lahella", "Sauvakävely", schedules=weekly(TUESDAY)),
        "same",
        "organiser, place, weekday and time",
    ),
    Pair(
        "men and women written in two orders",
        activity("linkedevents", "Vesijumppa M + N", schedules=weekly(TUESDAY)),
        activity("lahella", "Vesijumppa, N+M", schedules=weekly(TUESDAY)),
        "same",
        "organiser, place, weekday and time",
    ),
    Pair(
        "the organiser only by name on both sides",
        activity(
            "linkedevents",
            "Kielikahvila",
            organisation="",
            provider=KALLIO_MARTAT_RY,
            schedules=weekly(TUESDAY),
        ),
        activity(
            "lahella",
            "Kielikahvila",
            organisation="",
            provider=KALLIO_MARTAT,
            schedules=weekly(TUESDAY),
        ),
        "same",
        "organiser, place, weekday and time",
    ),
    Pair(
        "one session under two ids, the organiser not told on a side",
        activity("linkedevents", "Satutunti", organisation="", sessions=dated("2027-01-05T08:00")),
        activity("linkedevents", "Satutunti", sessions=dated("2027-01-05T08:00")),
        "same",
        "same title, start and place",
    ),
    Pair(
        "a cancelled twin of a session keeps its title",
        activity("linkedevents", "PERUTTU: Satujoogaa", sessions=dated("2027-01-05T08:00")),
        activity("linkedevents", "Satujoogaa", sessions=dated("2027-01-05T08:00")),
        "same",
        "same title, start and place",
    ),
    Pair(
        "women's and men's group at the same time",
        activity("linkedevents", "Vesijumppa Naiset", schedules=weekly(TUESDAY)),
        activity("linkedevents", "Vesijumppa Miehet", schedules=weekly(TUESDAY)),
        "different",
        "two activities of one source",
    ),
    Pair(
        "women's and men's group by letter",
        activity("linkedevents", "Vesijumppa N", schedules=weekly(TUESDAY)),
        activity("lahella", "Vesijumppa M", schedules=weekly(TUESDAY)),
        "different",
        "a parallel group",
    ),
    Pair(
        "numbered parallel groups",
        activity("linkedevents", "Kuperkeikkoja ja sateenkaaria, ryhmä 1 – (3–5 v) klo 10.30–12.30"),
        activity("linkedevents", "Kuperkeikkoja ja sateenkaaria, ryhmä 2 – (3–5 v) klo 13-15"),
        "different",
        "a parallel group",
    ),
    Pair(
        "levels one and two",
        activity("linkedevents", "JATKO 1, YLI 6 -VUOTIAAT", schedules=weekly(TUESDAY)),
        activity("lahella", "JATKO 2, YLI 6 -VUOTIAAT", schedules=weekly(TUESDAY)),
        "different",
        "a parallel group",
    ),
    Pair(
        "beginners of two ages",
        activity("linkedevents", "TYTTÖJEN UIMAKOULU, ALKEET 10-12 -vuotiaat", schedules=weekly(TUESDAY)),
        activity("lahella", "TYTTÖJEN UIMAKOULU, ALKEET 7-9 -vuotiaat", schedules=weekly(TUESDAY)),
        "different",
        "a parallel group",
    ),
    Pair(
        "school classes of two ages",
        activity("linkedevents", "EasySport -mailapelit 3. - 6. lk.", schedules=weekly(TUESDAY)),
        activity("lahella", "EasySport -mailapelit 1. - 4. lk.", schedules=weekly(TUESDAY)),
        "different",
        "a parallel group",
    ),
    Pair(
        "one group on two weekdays",
        activity("linkedevents", "SenioriKuntojumppa", schedules=weekly(TUESDAY)),
        activity("linkedevents", "SenioriKuntojumppa", schedules=weekly(THURSDAY)),
        "different",
        "another weekday or time",
    ),
    Pair(
        "one group at two hours in two sources",
        activity("linkedevents", "SenioriSyke M + N", schedules=weekly(TUESDAY, at=time(10))),
        activity("lahella", "SenioriSyke M + N", schedules=weekly(TUESDAY, at=time(11))),
        "different",
        "another weekday or time",
    ),
    Pair(
        "weekday in the title only",
        activity("linkedevents", "Kevytjumppa tiistaisin"),
        activity("lahella", "Kevytjumppa torstaisin"),
        "different",
        "a parallel group",
    ),
    Pair(
        "spring cards of two years",
        activity("linkedevents", "Jumppakortti Seniorit kevät 2018"),
        activity("lahella", "Jumppakortti Seniorit Kevät 2019"),
        "different",
        "a parallel group",
    ),
    Pair(
        "one title of two organisers",
        activity("linkedevents", "Kielikahvila", organisation="martat", schedules=weekly(TUESDAY)),
        activity("lahella", "Kielikahvila", organisation="parish", schedules=weekly(TUESDAY)),
        "different",
        "another organiser",
    ),
    Pair(
        "one title of two providers the city does not publish for",
        activity(
            "linkedevents",
            "Kielikahvila",
            organisation="",
            provider=KALLIO_MARTAT,
            schedules=weekly(TUESDAY),
        ),
        activity(
            "lahella",
            "Kielikahvila",
            organisation="",
            provider=MALMI_MARTAT,
            schedules=weekly(TUESDAY),
        ),
        "different",
        "another organiser",
    ),
    Pair(
        "a spring course at ten and an autumn course at eleven",
        activity("linkedevents", "Kahvakuula", sessions=tuesdays()),
        activity("linkedevents", "Kahvakuula", sessions=tuesdays(date(2027, 9, 7), at=time(11))),
        "different",
        "another weekday or time",
    ),
    Pair(
        "two terms of one course at the same hour",
        activity("linkedevents", "Kahvakuula", sessions=tuesdays()),
        activity("linkedevents", "Kahvakuula", sessions=tuesdays(date(2027, 9, 7))),
        "different",
        "other dates",
    ),
    Pair(
        "two sources that agree but in their dates",
        activity("linkedevents", "Kahvakuula", sessions=tuesdays()),
        activity("lahella", "Kahvakuula", sessions=tuesdays(date(2027, 9, 7))),
        "ask",
        "all agree but the dates",
    ),
    Pair(
        "the schedule missing on a side",
        activity("linkedevents", "Foam roller & kehonhuolto", schedules=weekly(TUESDAY)),
        activity("lahella", "Foam roller ja kehonhuolto"),
        "ask",
        "name and place alike",
    ),
    Pair(
        "one group with one more weekday in the other source",
        activity("linkedevents", "Puistojumppa", schedules=weekly(TUESDAY, THURSDAY)),
        activity("lahella", "Puistojumppa", schedules=weekly(TUESDAY)),
        "ask",
        "name and place alike",
    ),
    Pair(
        "a schedule read out of free text that differs",
        activity("linkedevents", "Soukan kirjaston lukupiiri", schedules=weekly(WEDNESDAY, at=time(14), certain=False)),
        activity("lahella", "Soukan kirjaston lukupiiri", schedules=weekly(TUESDAY)),
        "ask",
        "name and place alike",
    ),
    Pair(
        "a schedule read out of free text that agrees",
        activity("linkedevents", "Soukan kirjaston lukupiiri", schedules=weekly(WEDNESDAY, at=time(14), certain=False)),
        activity("lahella", "Soukan kirjaston lukupiiri", schedules=weekly(WEDNESDAY, at=time(14))),
        "same",
        "organiser, place, weekday and time",
    ),
    Pair(
        "a group for one age, the other source tells no age",
        activity("linkedevents", "Vesijumppa +75 ja veteraanit", schedules=weekly(TUESDAY)),
        activity("lahella", "Vesijumppa ja veteraanit", schedules=weekly(TUESDAY)),
        "ask",
        "name and place alike",
    ),
    Pair(
        "the place missing on a side",
        activity("linkedevents", "Metsäjooga", schedules=weekly(TUESDAY)),
        activity("lahella", "Metsäjooga", place="", schedules=weekly(TUESDAY)),
        "ask",
        "place missing on a side",
    ),
    Pair(
        "two houses 150 m apart",
        activity("linkedevents", "Stolgymnastik", place="annex", point=ANNEX, schedules=weekly(TUESDAY)),
        activity("lahella", "Stolgymnastik", point=Point(60.18135, 24.9500), schedules=weekly(TUESDAY)),
        "ask",
        "name and place alike",
    ),
    Pair(
        "a door named where the other source names the house",
        activity(
            "linkedevents", "Asahi puistossa", place="park", point=Point(60.1762, 24.9365), schedules=weekly(MONDAY)
        ),
        activity("lahella", "Asahi puistossa", place="lawn", point=Point(60.1763, 24.9366), schedules=weekly(MONDAY)),
        "same",
        "organiser, place, weekday and time",
    ),
    Pair(
        "two houses a kilometre apart",
        activity("linkedevents", "Stolgymnastik", place="annex", point=ANNEX, schedules=weekly(TUESDAY)),
        activity("lahella", "Stolgymnastik", point=Point(60.1890, 24.9500), schedules=weekly(TUESDAY)),
        "different",
        "unlike",
    ),
    Pair(
        "two exercise groups side by side",
        activity("linkedevents", "Kehonhuolto", schedules=weekly(TUESDAY)),
        activity("linkedevents", "Kuntojumppa", schedules=weekly(TUESDAY)),
        "different",
        "two activities of one source",
    ),
    Pair(
        "a group and the same group for a special audience",
        activity("linkedevents", "Kevytjumppa M + N", schedules=weekly(TUESDAY)),
        activity("lahella", "Kevytjumppa, Kuulovammaiset ja huonokuuloiset M + N", schedules=weekly(TUESDAY)),
        "different",
        "unlike",
    ),
    Pair(
        "two courses of one studio without dates",
        activity("linkedevents", "Lauantaikuvat – 10–12 v klo 12.15–13.45"),
        activity("linkedevents", "Avaruusmatka mielikuvitukseen – 7–9 v klo 10.30–12"),
        "different",
        "a parallel group",
    ),
]

NOTICES = [
    Pair(
        "a notice sent on to PTV",
        activity("lahella", "Puhelinystävä ikäihmiselle", organisation="lanka"),
        service("ptv", "Puhelinystävä ikäihmiselle", organisation="lanka"),
        "same",
        "a notice sent on to PTV",
    ),
    Pair(
        "a notice and another association's service",
        activity("lahella", "Puhelinystävä ikäihmiselle", organisation="lanka"),
        service("ptv", "Puhelinystävä ikäihmiselle", organisation="helsinki"),
        "different",
        "another kind of thing",
    ),
    Pair(
        "an event and the city's service of one name",
        activity("linkedevents", "Lauluryhmä", organisation="helsinki"),
        service("palvelurekisteri", "Lauluryhmä", organisation="helsinki"),
        "different",
        "another kind of thing",
    ),
]

PAIRS = [*ORGANISATIONS, *PLACES, *SERVICES, *ACTIVITIES, *NOTICES]
