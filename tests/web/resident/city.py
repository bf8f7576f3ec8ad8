"""A small city in which every page has something to show, and in which every fact of a page is told once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from uuid import UUID

from tarjotin.catalogue.models import Activity, Organisation, Place, Service
from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.guidance.actions import add_item, start_plan
from tarjotin.guidance.models import Watch
from tarjotin.guidance.watching import Notices, ask_watch, token_of
from tests import make

# The token of a watch that every test knows; it goes with the keys of a laptop.
WATCH = UUID(int=7)
TOKEN = token_of(Watch(pk=WATCH))
_WRITTEN = {
    "front": {"fi": "/fi/", "sv": "/sv/", "en": "/en/"},
    "results": {"fi": "/fi/haku/", "sv": "/sv/sok/", "en": "/en/search/"},
    "about": {"fi": "/fi/tietoa/", "sv": "/sv/om/", "en": "/en/about/"},
    "settings": {"fi": "/fi/asetukset/", "sv": "/sv/installningar/", "en": "/en/settings/"},
    "map": {"fi": "/fi/kartta/", "sv": "/sv/karta/", "en": "/en/map/"},
    "calendar": {"fi": "/fi/kalenteri/", "sv": "/sv/kalender/", "en": "/en/calendar/"},
    "try": {"fi": "/fi/kokeile/", "sv": "/sv/prova/", "en": "/en/try/"},
    "watch": {"fi": "/fi/vahti/", "sv": "/sv/bevakning/", "en": "/en/watch/"},
    "watch_open": {"fi": f"/fi/vahti/{TOKEN}/", "sv": f"/sv/bevakning/{TOKEN}/", "en": f"/en/watch/{TOKEN}/"},
    "compare": {"fi": "/fi/vertaa/", "sv": "/sv/jamfor/", "en": "/en/compare/"},
    "list": {"fi": "/fi/lista/", "sv": "/sv/lista/", "en": "/en/list/"},
    "list_of_code": {"fi": "/fi/lista/K7M-2QX/", "sv": "/sv/lista/K7M-2QX/", "en": "/en/list/K7M-2QX/"},
    "week_of_code": {"fi": "/fi/viikko/K7M-2QX/", "sv": "/sv/vecka/K7M-2QX/", "en": "/en/week/K7M-2QX/"},
    "words": {"fi": "/fi/sanat/", "sv": "/sv/ord/", "en": "/en/words/"},
    "subject": {"fi": "/fi/sanat/liikunta/", "sv": "/sv/ord/motion/", "en": "/en/words/sport/"},
    "desks": {"fi": "/fi/neuvontapaikat/", "sv": "/sv/radgivning/", "en": "/en/guidance/"},
    "take_part": {"fi": "/fi/tee-itse/", "sv": "/sv/gor-sjalv/", "en": "/en/take-part/"},
    "accessibility": {"fi": "/fi/saavutettavuus/", "sv": "/sv/tillganglighet/", "en": "/en/accessibility/"},
    "urgent": {"fi": "/fi/apua-heti/", "sv": "/sv/akut-hjalp/", "en": "/en/urgent-help/"},
    "rights": {"fi": "/fi/raha-ja-oikeudet/", "sv": "/sv/pengar-och-rattigheter/", "en": "/en/money-and-rights/"},
    "right": {
        "fi": "/fi/raha-ja-oikeudet/tulkki/",
        "sv": "/sv/pengar-och-rattigheter/tolk/",
        "en": "/en/money-and-rights/interpreter/",
    },
    "choose": {"fi": "/fi/auta-valitsemaan/", "sv": "/sv/hjalp-att-valja/", "en": "/en/help-me-choose/"},
    "close_one": {"fi": "/fi/laheiselle/", "sv": "/sv/for-en-narstaende/", "en": "/en/for-someone-close/"},
    "open": {"fi": "/fi/open/", "sv": "/sv/open/", "en": "/en/open/"},
    "activity": {
        "fi": "/fi/toiminta/tuolijumppa/",
        "sv": "/sv/aktivitet/stolgymnastik/",
        "en": "/en/activity/chair-exercise/",
    },
    "service": {
        "fi": "/fi/palvelu/velkaneuvonta/",
        "sv": "/sv/tjanst/skuldradgivning/",
        "en": "/en/service/debt-advice/",
    },
    "place": {
        "fi": "/fi/paikka/kallion-kirjasto/",
        "sv": "/sv/plats/berghalls-bibliotek/",
        "en": "/en/place/kallio-library/",
    },
    "organisation": {
        "fi": "/fi/jarjestaja/kotikulma-ry/",
        "sv": "/sv/arrangor/kotikulma-rf/",
        "en": "/en/organiser/kotikulma-association/",
    },
    "report": {
        "fi": "/fi/ilmoita-virheesta/toiminta/tuolijumppa/",
        "sv": "/sv/anmal-fel/aktivitet/stolgymnastik/",
        "en": "/en/report/activity/chair-exercise/",
    },
}

# Plain Finnish has the words of Finnish, every other language those of English.
PAGES = {
    page: {
        language: urls.get(language)
        or f"/{language}/" + urls["fi" if language == "fi-simple" else "en"].split("/", 2)[2]
        for language in INTERFACE_LANGUAGES
    }
    for page, urls in _WRITTEN.items()
}


# What is about somebody's own list is kept by nobody.
PRIVATE = {"list", "list_of_code", "week_of_code", "watch_open"}


@dataclass(frozen=True)
class City:
    activity: Activity
    service: Service
    place: Place
    organisation: Organisation


def texts(fi: str, sv: str, en: str) -> dict[str, str]:
    return {"fi": fi, "sv": sv, "en": en}


def build() -> City:
    make.concept(scheme="category", code="sport", label=texts("Liikunta", "Motion", "Exercise"), position=0)
    make.concept(scheme="category", code="advice", label=texts("Neuvonta", "Råd", "Advice"), position=1)
    organisation = make.organisation(
        name=texts("Kotikulma ry", "Kotikulma rf", "Kotikulma Association"),
        description="Naapurien yhdistys.",
        phone="+358405551234",
        email="kotikulma@example.org",
        website="https://www.example.net/yhteys",
    )
    place = _place(organisation)
    activity = _activity(organisation, place)
    service = _service(organisation, place)
    _list(activity, service, place)
    _watch()
    make.run(source="linkedevents", ended_at=make.NOW - timedelta(hours=5))
    return City(activity, service, place, organisation)


def _watch() -> None:
    watch = ask_watch(
        email="maija@example.org", language="fi", criteria="category=sport", notices=Notices(), now=make.NOW
    )
    Watch.objects.filter(pk=watch.pk).update(id=WATCH, confirmed_at=make.NOW)


def _list(*entities: Activity | Service | Place) -> None:
    """Somebody's list, with a code that every test knows."""
    plan = start_plan(language="fi", now=make.NOW)
    for entity in entities:
        add_item(plan, kind=entity.kind_name, entity_id=entity.id, now=make.NOW)
    type(plan).objects.filter(pk=plan.pk).update(code="K7M2QX")


def _place(organisation: Organisation) -> Place:
    place = make.place(
        name=texts("Kallion kirjasto", "Berghälls bibliotek", "Kallio Library"),
        summary=texts("Kirjasto kukkulalla.", "Bibliotek på kullen.", "A library on the hill."),
        organisation=organisation,
        entrance="Ovella on kolme porrasta.",
        phone="+358931085053",
        notice="Hissi on rikki.",
    )
    make.tag(place, code="sport")
    make.transit(place=place)
    for weekday in range(1, 6):
        make.hours(place=place, weekday=weekday, opens=time(8), closes=time(20))
    make.access(place=place, verdict="shortcomings", count=2, shortcomings="Luiska on jyrkkä.")
    make.access(place=place, profile="rollator", verdict="ok")
    return place


def _activity(organisation: Organisation, place: Place) -> Activity:
    activity = make.activity(
        name=texts("Tuolijumppa", "Stolgymnastik", "Chair exercise"),
        summary=texts("Jumppaa istuen.", "Gymnastik sittande.", "Exercise sitting down."),
        description="Liikumme yhdessä tunnin.\n\nLisää: https://example.org/jumppa tai 040 555 1234.",
        what_happens="Istumme piirissä.",
        what_you_gain="Voimaa jalkoihin.",
        organisation=organisation,
        place=place,
        rhythm="weekly",
        entry="drop_in",
        min_age=60,
        beginners=True,
        demands=["noise"],
        register_phone="+358931044556",
        bring="Vesipullo.",
    )
    make.tag(activity, code="sport")
    activity.activity_languages.create(language="fi")
    make.price(activity=activity, amount="7")
    make.price(activity=activity, amount="3.5", who="pensioner")
    make.schedule(activity=activity, rrule="FREQ=WEEKLY;BYDAY=TU", start=time(14), end=time(15, 30))
    told = {"places_left": 3, "places_left_at": make.NOW}
    make.session(activity=activity, starts_at=make.NOW + timedelta(hours=2), minutes=90, **told)
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=7, hours=2), minutes=90, state="cancelled")
    make.suitability(activity=activity, limit="wheelchair", verdict="suits", note="Tilaa on.")
    make.contact(activity=activity, role="Ohjaaja", phone="+358931044556")
    return activity


def _service(organisation: Organisation, place: Place) -> Service:
    service = make.service(
        name=texts("Velkaneuvonta", "Skuldrådgivning", "Debt advice"),
        summary=texts("Neuvoja veloista.", "Råd om skulder.", "Advice on debts."),
        kind="guidance_desk",
        organisation=organisation,
        is_free=True,
        how_to_get="Soita tai tule.",
        requirements="Kuka vain voi tulla.",
        languages=["fi", "sv"],
    )
    make.tag(service, code="advice")
    channel = make.channel(service=service, value="+358295660123", languages=["fi"])
    make.hours(channel=channel, weekday=2, opens=time(9), closes=time(15))
    make.channel(service=service, kind="web", value="https://example.org/velka", name="Verkkosivu")
    make.service_place(service=service, place=place, phone="+358295660124")
    return service
