"""A town in which each journey could also end at something that does not fit: too early, too dear, too far."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from tarjotin.catalogue.models import Place
from tests import make
from tests.web.resident.city import texts

EARLY, NOON, AFTERNOON = 6, 10, 12  # hours of UTC; in Helsinki two more
CATEGORIES = {
    "sport": texts("Liikunta", "Motion", "Exercise"),
    "food": texts("Ruoka", "Mat", "Food"),
    "community": texts("Seura", "Gemenskap", "Company"),
    "advice": texts("Neuvonta", "Råd", "Advice"),
}
SEATED = texts("Tuolijumppa iltapäivällä", "Stolgymnastik på eftermiddagen", "Chair exercise in the afternoon")
MORNING = texts("Aamun tuolijumppa", "Stolgymnastik på morgonen", "Chair exercise in the morning")
FAR = texts("Tuolijumppa saaressa", "Stolgymnastik på ön", "Chair exercise on the island")
GYM = texts("Kova kuntosali", "Hårt gym", "Hard gym")
WOMEN = texts("Naisten uintivuoro", "Simning för kvinnor", "Swimming for women")
MEN = texts("Miesten uintivuoro", "Simning för män", "Swimming for men")
SOUP = texts("Keittoporukka", "Soppgrupp", "Soup group")
LUNCH = texts("Ravintolalounas", "Restauranglunch", "Restaurant lunch")
PORRIDGE = texts("Aamupuuro", "Morgongröt", "Morning porridge")
BUDDY = texts("Kävelykaveri", "Promenadvän", "Walking buddy")
PHONE_FRIEND = texts("Puhelinystävä", "Telefonvän", "Telephone friend")
OPEN_DESK = texts("Helsinki-info", "Helsingfors-info", "Helsinki Info")
SHUT_DESK = texts("Velkaneuvonta", "Skuldrådgivning", "Debt advice")


def build_town() -> None:
    for position, (code, label) in enumerate(CATEGORIES.items()):
        make.concept(code=code, label=label, position=position)
    near, hall, far = _places()
    _sport(near, far)
    _swimming(hall)
    _food(near)
    _company()
    _desk(OPEN_DESK, "+358931011111", opens=8, closes=20)
    _desk(SHUT_DESK, "+358931022222", opens=8, closes=9)


def _places() -> tuple[Place, Place, Place]:
    near = make.place(phone="+358931085053")
    make.transit(place=near, walk_m=200)
    hall = make.place(name=texts("Uimahalli", "Simhallen", "Swimming hall"), street="Helsinginkatu 25")
    make.transit(place=hall, walk_m=300)
    far = make.place(name=texts("Saaritalo", "Öhuset", "Island house"), lat=60.1601, lon=25.0437, district="49")
    return near, hall, far


def _activity(name: dict[str, str], hour: int, *, category: str = "sport", euros: str = "0", **facts: Any) -> Any:
    """Tomorrow, a Wednesday, at this hour."""
    activity = make.activity(name=name, **facts)
    make.tag(activity, code=category)
    make.price(activity=activity, amount=euros)
    make.session(activity=activity, starts_at=make.NOW.replace(hour=hour) + timedelta(days=1))
    return activity


def _sport(near: Place, far: Place) -> None:
    gentle = {"seated_option": True, "fitness": "light", "register_phone": "+358931033333"}
    _activity(SEATED, AFTERNOON, euros="2", place=near, **gentle)
    _activity(MORNING, EARLY, euros="2", place=near, **gentle)
    _activity(FAR, AFTERNOON, euros="2", place=far, **gentle)
    _activity(GYM, AFTERNOON, euros="9", place=near, seated_option=False, fitness="demanding")


def _swimming(hall: Place) -> None:
    women = _activity(
        WOMEN,
        AFTERNOON,
        euros="5.5",
        place=hall,
        gender="women",
        entry="drop_in",
        setting="water",
        arrival=texts("Osta lippu kassalta.", "Köp biljetten i kassan.", "Buy the ticket at the desk."),
    )
    women.activity_languages.create(language="ar")
    _activity(MEN, AFTERNOON, euros="5.5", place=hall, gender="men", entry="drop_in", setting="water")


def _food(near: Place) -> None:
    group = {"category": "food", "place": near, "group_typical": 6}
    _activity(SOUP, NOON, food="meal_free", **group)
    _activity(LUNCH, NOON, euros="12", food="meal_cheap", **group)
    _activity(PORRIDGE, EARLY, food="meal_free", **group)


def _company() -> None:
    _activity(BUDDY, NOON, category="community", companion=["buddy"], register_phone="+358931044444")
    friend = make.service(name=PHONE_FRIEND, is_free=True)
    make.tag(friend, code="community")
    make.channel(service=friend, value="+358931055555")


def _desk(name: dict[str, str], phone: str, *, opens: int, closes: int) -> None:
    summary = texts("Neuvontaa kaupungin palveluista", "Råd om stadens tjänster", "Advice on the city's services")
    desk = make.service(name=name, summary=summary, kind="guidance_desk")
    make.tag(desk, code="advice")
    channel = make.channel(service=desk, value=phone)
    make.hours(channel=channel, weekday=2, opens=time(opens), closes=time(closes))
