"""The frame every resident page shares: language, the same page in other languages, help, cache."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from tarjotin.common.languages import INTERFACE_LANGUAGES, OWN_NAMES, base_of, direction
from tarjotin.web.help_desk import HelpDesk, help_desk
from tarjotin.web.resident import preferences
from tarjotin.web.resident.addresses import absolute, address, addresses

SECONDS_KEPT = 60
_NEAREST = ("fi", "sv", "en", "fi-simple")


@dataclass(frozen=True, slots=True)
class LanguageLink:
    language: str
    name: str
    direction: str
    url: str
    current: bool

    @property
    def html_language(self) -> str:
        return base_of(self.language)

    @property
    def absolute_url(self) -> str:
        return absolute(self.url)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the template `components/page.html` needs besides the page's own values."""

    language: str
    direction: str
    languages: tuple[LanguageLink, ...]
    nearest: tuple[LanguageLink, ...]
    help: HelpDesk
    now: datetime
    front: str
    results: str
    about: str
    words: str
    urgent: str
    desks: str
    rights: str
    take_part: str
    accessibility: str
    settings: str
    list: str
    compare: str
    here: str
    preferences: tuple[str, ...]
    canonical: str

    @property
    def html_language(self) -> str:
        return base_of(self.language)


def resident_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page in one language: reading only, and the same for everybody, so anyone may keep it for a minute.

    Only how it is to be read (`preferences.py`) differs, and then the reader's own browser alone may keep it.
    """

    @wraps(view)
    def in_language(request: HttpRequest, language: str, **more: Any) -> HttpResponse:
        wanted = preferences.read(request)
        with translation.override(language), preferences.wanted(wanted):
            response = view(request, language=language, **more)
        response.headers["Content-Language"] = language
        patch_vary_headers(response, ["Cookie"])
        if response.status_code < 400:
            patch_cache_control(response, **{"private" if wanted else "public": True}, max_age=SECONDS_KEPT)
        return response

    return require_safe(in_language)


def frame(language: str, now: datetime, same_page: Mapping[str, str] | None = None) -> Frame:
    """`same_page`: language → the address of this page in it; the front page when there is none."""
    urls = same_page or addresses("front")
    links = tuple(
        LanguageLink(tag, OWN_NAMES[tag], direction(tag), urls[tag], tag == language) for tag in INTERFACE_LANGUAGES
    )
    return Frame(
        language=language,
        direction=direction(language),
        languages=links,
        nearest=_nearest(links),
        help=help_desk(now),
        now=now,
        front=address("front", language),
        results=address("results", language),
        about=address("about", language),
        words=address("words", language),
        urgent=address("urgent", language),
        desks=address("desks", language),
        rights=address("rights", language),
        take_part=address("take_part", language),
        accessibility=address("accessibility", language),
        settings=address("settings", language),
        list=address("list", language),
        compare=address("compare", language),
        here=urls[language],
        preferences=preferences.current(),
        canonical=absolute(urls[language].split("?")[0]),
    )


def _nearest(links: tuple[LanguageLink, ...]) -> tuple[LanguageLink, ...]:
    """Three languages that readers of this page most often want as well."""
    others = [link for link in links if not link.current]
    return tuple(sorted(others, key=lambda link: _NEAREST.index(link.language) if link.language in _NEAREST else 9)[:3])


def show(
    template: str,
    values: Mapping[str, Any],
    *,
    language: str,
    now: datetime,
    same_page: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page. It is rendered without the request: nothing of a visitor can get into it."""
    context = {**values, "frame": frame(language, now, same_page), "language": language}
    return HttpResponse(render_to_string(template, context), status=status)
