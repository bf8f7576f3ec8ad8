"""Compare two to four things: a row a fact, and what differs stands first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import Activity, ActivityLanguage, PlaceAccess
from tarjotin.guidance.queries import read_keys
from tarjotin.web.formats import dates, phones
from tarjotin.web.formats.languages import language_list
from tarjotin.web.formats.ltr import ltr
from tarjotin.web.formats.plain import as_text
from tarjotin.web.resident import suitability
from tarjotin.web.resident.access import access_lines
from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.cards import checked_on
from tarjotin.web.resident.carrying import place_of
from tarjotin.web.resident.my_list_entries import Entry, entries
from tarjotin.web.resident.page import resident_page, show

MOST = 4
FEWEST = 2
READ = 12  # of what an address holds

Html = SafeString | str


@dataclass(frozen=True, slots=True)
class Cell:
    entry: Entry
    html: Html
    told: bool


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    cells: tuple[Cell, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class More:
    """What an activity has beside its card, loaded for all at once."""

    languages: dict[UUID, list[ActivityLanguage]]
    access: dict[UUID, list[PlaceAccess]]


@resident_page
def compare(request: HttpRequest, language: str) -> HttpResponse:
    now = timezone.now()
    keys = read_keys(request.GET.getlist("a")[:READ])
    found = [entry for entry in entries(keys, language=language, now=now) if entry.card]
    shown = found[:MOST]
    query = urlencode([("a", entry.key) for entry in shown])
    values = {
        "entries": shown,
        "rows": rows_of(shown, language) if len(shown) >= FEWEST else [],
        "too_many": len(found) > MOST,
        "lost": len(keys) > len(found),
        "most": MOST,
    }
    same_page = addresses("compare", query=query)
    return show("resident/compare.html", values, language=language, now=now, same_page=same_page)


def rows_of(shown: Sequence[Entry], language: str) -> list[Row]:
    """Rows that nobody told anything for are left out; those that differ come first, each part in its own order."""
    more = _more(shown)
    columns = [dict(_facts(entry, more, language)) for entry in shown]
    names = list(dict.fromkeys(name for column in columns for name in column))
    rows = [_row(name, shown, columns, language) for name in names]
    told = [row for row in rows if any(cell.told for cell in row.cells)]
    return sorted(told, key=lambda row: not row.differs)


def _row(name: str, shown: Sequence[Entry], columns: Sequence[dict[str, Html]], language: str) -> Row:
    said = [column.get(name, "") for column in columns]
    cells = tuple(Cell(entry, html, bool(html)) for entry, html in zip(shown, said, strict=True))
    return Row(name, cells, len({as_text(html, language) for html in said}) > 1)


def _facts(entry: Entry, more: More, language: str) -> Iterator[tuple[str, Html]]:
    """In the order people ask (mission C1)."""
    card = entry.card
    if card is None:
        return
    facts = {fact.symbol: fact.html for fact in card.facts}
    yield _("Milloin?"), facts.get("when", "")
    yield _("Hinta"), facts.get("price", "")
    yield _("Missä?"), facts.get("place", "")
    yield _("Miten pääsen mukaan?"), facts.get("join", "")
    yield _("Mikä se on?"), facts.get("about", "")
    if isinstance(entry.entity, Activity):
        yield from _of_activity(entry.entity, more, language)
    place = place_of(entry)
    lines = access_lines(more.access.get(place.id, []), language) if place else []
    yield _("Esteettömyys"), format_html_join(SafeString("<br>"), "{}: {}", ((line.name, line.said) for line in lines))
    yield _("Puhelin"), phones.link(card.phone) if card.phone else ""
    yield _("Kuka järjestää?"), card.organiser
    checked = checked_on(entry.entity)
    yield _("Tarkistettu"), dates.long_date(checked, language) if checked else ""


def _of_activity(activity: Activity, more: More, language: str) -> Iterator[tuple[str, Html]]:
    spoken = [row.language for row in more.languages.get(activity.id, []) if row.how == "spoken"]
    yield _("Kieli"), language_list(spoken, language) if spoken else ""
    yield _("Ikä"), _ages(activity)
    yield _("Kenelle?"), str(suitability.GENDER.get(activity.gender, ""))
    yield _("Kunto"), str(suitability.FITNESS.get(activity.fitness, ""))
    yield _("Aloittelijalle"), _yes_or_no(activity.beginners)
    yield _("Istuen"), _yes_or_no(activity.seated_option)
    yield _("Yksin"), _yes_or_no(activity.alone_ok)
    yield _("Ryhmän koko"), ltr(activity.group_typical) if activity.group_typical else ""
    yield _("Ohjaaja"), str(suitability.LED_BY.get(activity.led_by, ""))
    yield _("Kokeilu"), str(suitability.TRIAL.get(activity.trial, ""))
    yield _("Ruoka"), str(suitability.FOOD.get(activity.food, ""))
    yield _("Välineet"), str(suitability.EQUIPMENT.get(activity.equipment, ""))


def _ages(activity: Activity) -> Html:
    low, high = activity.min_age, activity.max_age
    if low is None and high is None:
        return ""
    return ltr(f"{low or 0}–{high}" if high is not None else f"{low}+")


def _yes_or_no(told: bool | None) -> str:
    return "" if told is None else _("kyllä") if told else _("ei")


def _more(shown: Sequence[Entry]) -> More:
    activities = [entry.id for entry in shown if entry.kind == "activity"]
    places = [place.id for entry in shown if (place := place_of(entry))]
    languages: dict[UUID, list[ActivityLanguage]] = {}
    for spoken in ActivityLanguage.objects.filter(activity__in=activities).order_by("id"):
        languages.setdefault(spoken.activity_id, []).append(spoken)
    access: dict[UUID, list[PlaceAccess]] = {}
    for row in PlaceAccess.objects.filter(place__in=places).order_by("id"):
        access.setdefault(row.place_id, []).append(row)
    return More(languages, access)
