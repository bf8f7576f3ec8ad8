"""Every address of the residents' pages; the words of each language are in `addresses.py`."""

from __future__ import annotations

from django.urls import URLPattern, path

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.web.resident import sitemap
from tarjotin.web.resident.about import about
from tarjotin.web.resident.accessibility import accessibility
from tarjotin.web.resident.activity import activity
from tarjotin.web.resident.addresses import word_of
from tarjotin.web.resident.calendar import calendar
from tarjotin.web.resident.calendar_files import activity_file, list_file, session_file
from tarjotin.web.resident.choose import choose
from tarjotin.web.resident.close_one import close_one
from tarjotin.web.resident.compare import compare
from tarjotin.web.resident.desks import desks
from tarjotin.web.resident.front import front
from tarjotin.web.resident.languages import languages
from tarjotin.web.resident.map import city_map
from tarjotin.web.resident.my_list import my_list
from tarjotin.web.resident.my_week import my_week
from tarjotin.web.resident.open import open_link
from tarjotin.web.resident.organisation import organisation
from tarjotin.web.resident.place import place
from tarjotin.web.resident.report import report
from tarjotin.web.resident.results import results
from tarjotin.web.resident.rights import right, rights
from tarjotin.web.resident.service import service
from tarjotin.web.resident.settings import settings
from tarjotin.web.resident.short import keep_worker, short
from tarjotin.web.resident.take_part import take_part
from tarjotin.web.resident.trials import trials
from tarjotin.web.resident.urgent import urgent
from tarjotin.web.resident.watch import watch
from tarjotin.web.resident.watch_open import end_by_mail_program, watch_open
from tarjotin.web.resident.words import subject, words

app_name = "resident"

PAGES = {
    "results": results,
    "about": about,
    "words": words,
    "settings": settings,
    "rights": rights,
    "urgent": urgent,
    "take_part": take_part,
    "accessibility": accessibility,
    "desks": desks,
    "choose": choose,
    "close_one": close_one,
    "open": open_link,
    "watch": watch,
    "calendar": calendar,
    "try": trials,
    "map": city_map,
    "compare": compare,
}
ENTITIES = {"activity": activity, "service": service, "place": place, "organisation": organisation}


def _of_language(language: str) -> list[URLPattern]:
    told = {"language": language}
    return [
        *_of_lists(language),
        path(f"{language}/", front, told, name=f"front-{language}"),
        *(
            path(f"{language}/{word_of(page, language)}/", view, told, name=f"{page}-{language}")
            for page, view in PAGES.items()
        ),
        path(f"{language}/{word_of('words', language)}/<str:slug>/", subject, told, name=f"subject-{language}"),
        path(f"{language}/{word_of('rights', language)}/<str:slug>/", right, told, name=f"right-{language}"),
        path(f"{language}/{word_of('watch', language)}/<str:token>/", watch_open, told, name=f"watch_open-{language}"),
        *(
            path(f"{language}/{word_of(kind, language)}/<str:slug>/", view, told, name=f"{kind}-{language}")
            for kind, view in ENTITIES.items()
        ),
        path(
            f"{language}/{word_of('report', language)}/<str:word>/<str:slug>/", report, told, name=f"report-{language}"
        ),
    ]


def _of_lists(language: str) -> list[URLPattern]:
    """The list and the week of this browser or of a code, and the files that belong to them."""
    told, ics = {"language": language}, f"{language}/ics"
    list_word, week_word = word_of("list", language), word_of("week", language)
    return [
        path(f"{language}/{list_word}/", my_list, told, name=f"list-{language}"),
        path(f"{language}/{list_word}/tallennus.js", keep_worker, told, name=f"keep-worker-{language}"),
        path(f"{language}/{list_word}/<str:code>/", my_list, told, name=f"list_of_code-{language}"),
        path(f"{language}/{week_word}/", my_week, told, name=f"week-{language}"),
        path(f"{language}/{week_word}/<str:code>/", my_week, told, name=f"week_of_code-{language}"),
        path(f"{ics}/session/<uuid:session>.ics", session_file, told, name=f"session-file-{language}"),
        path(f"{ics}/activity/<uuid:activity>.ics", activity_file, told, name=f"activity-file-{language}"),
        path(f"{ics}/list/<str:code>.ics", list_file, told, name=f"list-file-{language}"),
    ]


urlpatterns = [
    path("", languages, name="languages"),
    path("L/<str:code>", short, name="short"),
    path("l/<str:code>", short, name="short-typed"),
    *(pattern for language in INTERFACE_LANGUAGES for pattern in _of_language(language)),
    path("vahti/<str:token>/", end_by_mail_program, name="watch-end"),
    path("sitemap.xml", sitemap.index, name="sitemap"),
    path("sitemap-pages.xml", sitemap.pages, name="sitemap-pages"),
    path("sitemap-<str:kind>-<int:number>.xml", sitemap.entities, name="sitemap-entities"),
    path("robots.txt", sitemap.robots, name="robots"),
]
