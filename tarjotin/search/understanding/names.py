"""Names of districts and stations, in every form in which a question may have them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tarjotin.catalogue.geography import districts, stops
from tarjotin.common.distance import Point
from tarjotin.search.understanding.inflecting import forms
from tarjotin.words.analysis import fold, words

# What people say for several districts, or for one of a double name.
MORE_DISTRICTS = {
    "Töölö": ("13", "14"),
    "Tölö": ("13", "14"),
    "Mustikkamaa": ("19",),
    "Korkeasaari": ("19",),
    "Högholmen": ("19",),
    "Sörkka": ("10",),
    "Munkka": ("30",),
    "Lauttis": ("31",),
    "Larusso": ("31",),
    "Hertsika": ("43",),
}
# Swedish and everyday names of stations.
MORE_STOPS = {
    "Östra centrum": "Itäkeskus",
    "Itis": "Itäkeskus",
    "Hagnäs": "Hakaniemi",
    "Hakis": "Hakaniemi",
    "Gräsviken": "Ruoholahti",
    "Fiskehamnen": "Kalasatama",
    "Gårdsbacka": "Kontula",
    "Mellungsbacka": "Mellunmäki",
    "Kvarnbäcken": "Myllypuro",
    "Botbyhöjden": "Puotila",
    "Rastböle": "Rastila",
    "Igelkottsvägen": "Siilitie",
    "Gamlas": "Kannelmäki",
    "Malmgård": "Malminkartano",
    "Norra Haga": "Pohjois-Haaga",
    "Mosabacka": "Tapanila",
    "Parkstad": "Puistola",
    "Hoplax": "Huopalahti",
    "Dickursby": "Tikkurila",
    "Alberga": "Leppävaara",
    "Hagalund": "Tapiola",
    "Mattby": "Matinkylä",
    "Esboviken": "Espoonlahti",
    "Myrbacka": "Myyrmäki",
    "Björkby": "Koivukylä",
    "Mårtensdal": "Martinlaakso",
    "Järnvägstorget": "Rautatientori",
}
# Whole cities, and what is no place to start from.
LEFT_OUT = frozenset({"Helsinki", "Urheilupuisto", "Lentoasema"})
# Also everyday words: a place only when written with a capital, or in a form that says where.
ALSO_WORDS = frozenset("dal vik haga malm laakso kilo valimo kera soukka".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A district by its codes, or a station by its point; a district has the point of its middle."""

    label: str
    districts: tuple[str, ...] = ()
    point: Point | None = None
    bare: bool = False  # an everyday word that says no where: a place only when written with a capital


# How Finnish letters are written in Russian and Ukrainian: Кяпюля, Тёёлё, Итякескус.
_CYRILLIC = str.maketrans(dict(zip("абвгґдеёєзиіїйклмнопрстуфхыэюя", "abvggdeoeziiiiklmnoprstufhyeya", strict=True)))


def find(keys: tuple[str, ...]) -> Name | None:
    """The place whose name these words are, in any form, with or without its dots, in Latin or Cyrillic letters."""
    exact, folded = _forms()
    if name := exact.get(keys):
        return name
    plain = tuple(fold(key.translate(_CYRILLIC)) for key in keys)
    return folded.get(plain) if all(key == fold(key) or key >= "а" for key in keys) else None


@cache
def _forms() -> tuple[dict[tuple[str, ...], Name], dict[tuple[str, ...], Name]]:
    exact: dict[tuple[str, ...], Name] = {}
    for language, written, name in _names():
        cut = tuple(words(written))
        bent = forms(cut[-1]) if language == "fi" else (cut[-1], cut[-1] + "s")
        for form in bent:
            bare = form == cut[-1] and form in ALSO_WORDS
            exact.setdefault((*cut[:-1], form), Name(name.label, name.districts, name.point, bare))
    folded: dict[tuple[str, ...], Name] = {}
    for keys, name in exact.items():
        folded.setdefault(tuple(fold(key) for key in keys), name)
    return exact, folded


def _names() -> Iterator[tuple[str, str, Name]]:
    """Language, name as written and what it names; districts come before stations of the same name."""
    points = {stop.name: stop.point for stop in stops()}
    for code, district in districts().items():
        label = district.name.get("fi")
        name = Name(label, (code,), points.get(label) or district.middle)
        yield from ((wording.language, wording.text, name) for wording in district.name.wordings)
    for label, codes in MORE_DISTRICTS.items():
        yield "fi", label, Name(label, codes, districts()[codes[0]].middle)
    for label, point in points.items():
        if label not in LEFT_OUT:
            yield "fi", label, Name(label, (), point)
    for label, stop in MORE_STOPS.items():
        yield "fi" if label in ("Itis", "Hakis") else "sv", label, Name(stop, (), points[stop])
