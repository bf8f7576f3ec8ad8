"""The one thing to do next, near the top of a page: call, sign up, write or come (ux.md § 3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import Activity, Contact
from tarjotin.catalogue.models.activity import Entry
from tarjotin.web.formats import phones
from tarjotin.web.formats.ltr import ltr
from tarjotin.web.formats.texts import plain_wording
from tarjotin.web.resident.cards import Html

SIGN_UP = frozenset({Entry.REGISTER, Entry.REGISTER_OR_DROP_IN})
WALK_IN = frozenset({Entry.DROP_IN, Entry.REGISTER_OR_DROP_IN})


@dataclass(frozen=True, slots=True)
class Action:
    """`symbol` names the picture beside the words; `follow` is false for addresses of others."""

    symbol: str
    url: str
    label: Html
    follow: bool = True


def main_action(activity: Activity, phone: str, language: str) -> Action | None:
    """A person on the phone first; then the sign-up page, a letter, or the way there."""
    if phone:
        return call(phone, sign_up=activity.entry in SIGN_UP and phone == activity.register_phone)
    url = plain_wording(activity.register_url, language)
    if url.startswith(("https://", "http://")):
        return Action("door", url, _("Ilmoittaudu verkossa"), follow=False)
    if activity.register_email:
        said = format_html(_("Ilmoittaudu sähköpostilla {address}"), address=ltr(activity.register_email))
        return Action("door", f"mailto:{activity.register_email}", said)
    if activity.entry in WALK_IN and activity.place_id:
        return Action("door", "#where", _("Tule paikalle: katso, minne"))
    return None


def call(phone: str, *, sign_up: bool = False) -> Action:
    number = _readable(phone)
    words = _("Soita ja ilmoittaudu {number}") if sign_up else _("Soita {number}")
    return Action("phone", f"tel:{phone}", format_html(words, number=number))


def nearest_phone(activity: Activity, contacts: Iterable[Contact]) -> str:
    """The number nearest to the activity that somebody answers."""
    nearest = [activity.register_phone, *(contact.phone for contact in contacts)]
    organisation, place = activity.organisation, activity.place
    nearest += [organisation.phone if organisation else "", place.phone if place else ""]
    return next((phone for phone in nearest if phone), "")


def _readable(phone: str) -> SafeString:
    return ltr(phones.readable(phone))
