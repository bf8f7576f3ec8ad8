"""The coming times of an activity: free places with the age of that news, and until when one may sign up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarjotin.catalogue.models import Activity, Session
from tarjotin.catalogue.models.session import SessionState
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats import dates
from tarjotin.web.formats.ltr import ltr
from tarjotin.web.formats.texts import wording
from tarjotin.web.resident.cards import Html, session_line

PER_PAGE = 8
Facts = tuple[Html, ...]


@dataclass(frozen=True, slots=True)
class Time:
    """One session. `news` is true of this moment only, so paper leaves it out."""

    when: SafeString
    facts: Facts
    news: Facts


def coming(activity: Activity, page: str, now: datetime) -> Page[Session]:
    """One page of the sessions that are not over, soonest first."""
    return Paginator(activity.sessions.upcoming(now).select_related("place"), PER_PAGE).get_page(page)


def listed(sessions: Sequence[Session], activity: Activity, language: str, now: datetime) -> tuple[list[Time], Facts]:
    """The times; and apart from them how one signs up, when that is the same for all, as for a course."""
    sign_ups = {session.pk: tuple(_sign_up(session, language, now)) for session in sessions}
    kinds = set(sign_ups.values())
    shared = next(iter(kinds)) if len(kinds) == 1 and len(sessions) > 1 else ()
    own = dict.fromkeys(sign_ups, ()) if shared else sign_ups
    return [_time(session, activity, own[session.pk], language, now) for session in sessions], shared


def _time(session: Session, activity: Activity, sign_up: Facts, language: str, now: datetime) -> Time:
    when = session_line(session, language, now)
    if session.state == SessionState.CANCELLED:
        return Time(when, tuple(_place(session, activity, language)), ())
    facts = (*_place(session, activity, language), *_kind(session), *sign_up)
    return Time(when, facts, tuple(_free(session, now)))


def _place(session: Session, activity: Activity, language: str) -> Iterator[Html]:
    if session.place is not None and session.place_id != activity.place_id:
        yield format_html(_("Paikka: {place}."), place=wording(session.place.name, language))
    if session.note:
        yield wording(session.note, language)


def _kind(session: Session) -> Iterator[Html]:
    if session.is_trial:
        yield _("Tällä kerralla voit kokeilla.")
    if session.is_drop_in:
        yield _("Voit tulla ilman ilmoittautumista.")


def _sign_up(session: Session, language: str, now: datetime) -> Iterator[Html]:
    if session.opens_at and session.opens_at > now:
        yield format_html(_("Ilmoittautuminen alkaa {when}."), when=_moment(session.opens_at, language))
    elif session.closes_at and session.closes_at > now:
        yield format_html(_("Ilmoittaudu viimeistään {when}."), when=_moment(session.closes_at, language))
    elif session.closes_at and now < session.starts_at:
        yield _("Ilmoittautuminen on päättynyt.")


def _free(session: Session, now: datetime) -> Iterator[Html]:
    """The free places, and when somebody told it: nobody travels for a place that was free yesterday."""
    free = session.free_places(now)
    if free is None or session.places_left_at is None:
        return
    if free:
        yield format_html(ngettext("{count} vapaa paikka.", "{count} vapaata paikkaa.", free), count=ltr(free))
    else:
        yield _("Täynnä. Kysy peruutuspaikkaa.")
        if session.queue_left:
            yield _("Voit päästä jonoon.")
    yield dates.told_ago(session.places_left_at, now)


def _moment(at: datetime, language: str) -> SafeString:
    """A day and a clock time, without "today": the sentence is read on paper too."""
    local = to_helsinki(at)
    return format_html("{} {}", dates.day(local.date(), language), dates.clock_span(local.time(), None, language))
