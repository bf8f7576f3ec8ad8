"""How many places are free in a session, with the age of that news; what is old or not told is not said."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarjotin.catalogue.models import Session

HOUR = timedelta(hours=1)


def free_places(session: Session, now: datetime) -> SafeString | str:
    """ "3 paikkaa vapaana, kerrottu 2 tuntia sitten"; on paper without the age, which would be wrong there."""
    number = session.free_places(now)
    if number is None or session.places_left_at is None:
        return ""
    said = _("Täynnä, kysy peruutuspaikkaa") if number == 0 else _free(number)
    return format_html('{}<span class="screen">, {}</span>', said, age(now - session.places_left_at))


def age(passed: timedelta) -> str:
    """ "kerrottu 2 tuntia sitten"."""
    hours = passed // HOUR
    if hours < 1:
        return _("kerrottu äsken")
    return ngettext("kerrottu %(hours)s tunti sitten", "kerrottu %(hours)s tuntia sitten", hours) % {"hours": hours}


def _free(number: int) -> str:
    return ngettext("%(number)s paikka vapaana", "%(number)s paikkaa vapaana", number) % {"number": number}
