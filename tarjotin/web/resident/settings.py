"""Settings: the language, and how one wants to read. Nothing is kept until one says so, and it goes as easily."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings as deployment
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tarjotin.web.resident import preferences
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.posting import page_and_form, resident_form, safe_back


@dataclass(frozen=True, slots=True)
class Choice:
    name: str
    label: str
    hint: str
    chosen: bool


@resident_page
def _page(request: HttpRequest, language: str) -> HttpResponse:
    values = {
        "choices": choices(preferences.current()),
        "saved": request.GET.get("saved", "") in ("1", "0") and request.GET["saved"],
        "kept": bool(preferences.current()),
        "back": safe_back(request.GET.get("back", ""), ""),
    }
    return show(
        "resident/settings.html", values, language=language, now=timezone.now(), same_page=addresses("settings")
    )


@resident_form
def _keep(request: HttpRequest, language: str) -> HttpResponse:
    names = [name for name in preferences.KNOWN if name in request.POST.getlist("want")]
    if "clear" in request.POST:
        names = []
    saved = "1" if names else "0"
    response = HttpResponseRedirect(address("settings", language, query=f"saved={saved}"))
    if names:
        response.set_cookie(
            preferences.COOKIE,
            ".".join(names),
            max_age=preferences.SECONDS_KEPT,
            secure=deployment.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    else:
        response.delete_cookie(preferences.COOKIE, samesite="Lax")
    return response


settings = page_and_form(_page, _keep)


def choices(wanted: tuple[str, ...]) -> list[Choice]:
    told = (
        ("big", _("Iso teksti"), _("Kaikki kirjaimet ovat puolet isompia.")),
        ("calm", _("Rauhallinen sivu"), _("Sivulla ei ole värejä eikä kuvia, joita et tarvitse.")),
        ("aloud", _("Lue ääneen"), _("Sivulle tulee nappi, jos laitteessasi on ääni tälle kielelle.")),
    )
    return [Choice(name, label, hint, name in wanted) for name, label, hint in told]
