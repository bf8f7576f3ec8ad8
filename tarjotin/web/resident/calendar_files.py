"""Calendar files: one session, one activity, a whole list, which a calendar programme may also follow by its code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tarjotin.catalogue.models import Activity, Place, Session
from tarjotin.catalogue.models.session import SessionState
from tarjotin.guidance.codes import shown_code
from tarjotin.guidance.queries import items_of
from tarjotin.web.formats import phones
from tarjotin.web.formats.ics import Dated, calendar_file
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.plain import as_text
from tarjotin.web.formats.texts import plain_wording, wording
from tarjotin.web.resident import my_list_access as access
from tarjotin.web.resident.addresses import absolute, entity_address
from tarjotin.web.resident.cards import stop_line

SECONDS_KEPT = 300
BACK = timedelta(days=30)
AHEAD = timedelta(days=180)
MOST = 500


def _file(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A calendar file in one language, for reading only."""

    def in_language(request: HttpRequest, language: str, **more: Any) -> HttpResponse:
        with translation.override(language):
            return view(request, language=language, **more)

    return require_safe(in_language)


@_file
def session_file(request: HttpRequest, language: str, session: UUID) -> HttpResponse:
    found = list(_sessions(activity__in=Activity.objects.visible(timezone.now()), pk=session))
    if not found:
        raise Http404
    return _kept(_answer(found, language, name=plain_wording(found[0].activity.name, language)))


@_file
def activity_file(request: HttpRequest, language: str, activity: UUID) -> HttpResponse:
    now = timezone.now()
    shown = Activity.objects.visible(now).filter(pk=activity).first()
    if shown is None:
        raise Http404
    sessions = _sessions(activity=shown, starts_at__gte=now - BACK, starts_at__lt=now + AHEAD)
    return _kept(_answer(sessions, language, name=plain_wording(shown.name, language)))


@_file
def list_file(request: HttpRequest, language: str, code: str) -> HttpResponse:
    """Nobody keeps it; an unknown code answers as a page that is not there."""
    now = timezone.now()
    try:
        plan = access.list_of_code(request, code, now)
    except access.NoSuchList as problem:
        raise Http404 from problem
    except access.TooManyTries:
        return HttpResponse(status=429)
    activities = [item.entity_id for item in items_of(plan) if item.kind == "activity"]
    visible = Activity.objects.visible(now).filter(pk__in=activities)
    sessions = _sessions(activity__in=visible, starts_at__gte=now - BACK, starts_at__lt=now + AHEAD)
    response = _answer(sessions, language, name=f"{_('Oma lista')} {shown_code(plan.code)}")
    patch_cache_control(response, private=True, no_store=True)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _sessions(**where: Any) -> Iterable[Session]:
    return (
        Session.objects.filter(**where)
        .exclude(state=SessionState.WITHDRAWN)
        .select_related("activity__place", "activity__organisation", "place")
        .prefetch_related("activity__contacts", "activity__place__transit", "place__transit")
        .order_by("starts_at", "id")[:MOST]
    )


def _answer(sessions: Iterable[Session], language: str, *, name: str) -> HttpResponse:
    content = calendar_file((_dated(session, language) for session in sessions), name=name)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="tarjotin.ics"'
    response.headers["Content-Language"] = language
    return response


def _kept(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    return response


def _dated(session: Session, language: str) -> Dated:
    activity, place = session.activity, session.place or session.activity.place
    cancelled = session.state == SessionState.CANCELLED
    name = plain_wording(activity.name, language)
    url = absolute(entity_address(activity, language))
    return Dated(
        uid=f"{session.id}@{urlsplit(settings.PUBLIC_URL).hostname}",
        name=_("Peruttu: %(name)s") % {"name": name} if cancelled else name,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        all_day=not session.time_known,
        cancelled=cancelled,
        changed_at=session.modified_at,
        where=_where(activity, place, language),
        about="\n".join(line for line in [*_about(activity, place, language), url] if line),
        url=url,
        point=(place.lat, place.lon) if place and place.lat is not None and place.lon is not None else None,
    )


def _where(activity: Activity, place: Place | None, language: str) -> str:
    if place is None:
        return plain_wording(activity.place_text, language)
    city = f"{place.postal_code} {plain_wording(place.city, language)}".strip()
    return as_text(joined(wording(place.name, language), wording(place.street, language), city), language)


def _about(activity: Activity, place: Place | None, language: str) -> list[str]:
    """Whom to call and how to get there."""
    phone = phone_of(activity)
    stops = sorted(place.transit.all(), key=lambda stop: stop.walk_m) if place else []
    return [
        f"{_('Soita')} {phones.readable(phone)}" if phone else "",
        as_text(stop_line(stops[0], language), language) if stops else "",
        plain_wording(place.arrival or place.entrance, language) if place else "",
        plain_wording(activity.how_to_join, language),
    ]


def phone_of(activity: Activity) -> str:
    """The number nearest to the activity that somebody answers; the desk's own when there is none."""
    organisation, place = activity.organisation, activity.place
    nearest = [activity.register_phone, *(contact.phone for contact in activity.contacts.all())]
    nearest += [organisation.phone if organisation else "", place.phone if place else "", settings.HELP_PHONE]
    return next((phone for phone in nearest if phone), "")
