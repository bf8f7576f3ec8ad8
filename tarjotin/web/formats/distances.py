"""How far: metres rounded as people say them, and minutes on foot."""

from __future__ import annotations

from babel.numbers import format_decimal
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.common.distance import walking_minutes
from tarjotin.web.formats.dates import locale_of
from tarjotin.web.formats.ltr import ltr

# Metre, kilometre, minute, where they are not written in Latin letters.
UNITS = {"ru": ("м", "км", "мин"), "uk": ("м", "км", "хв")}
OTHER_UNITS = ("m", "km", "min")
LONG_WALK_MIN = 45  # beyond this the minutes on foot help nobody


def metres(distance_m: int, language: str) -> str:
    metre, kilometre, _minute = UNITS.get(language, OTHER_UNITS)
    if distance_m < 1_000:
        return f"{max(10, round(distance_m / 10) * 10)} {metre}"
    return f"{format_decimal(round(distance_m / 1_000, 1), format='#,##0.#', locale=locale_of(language))} {kilometre}"


def on_foot(distance_m: int, language: str) -> SafeString:
    """ "450 m, 7 min kävellen"; for a long way the distance alone."""
    minutes = walking_minutes(distance_m)
    if minutes > LONG_WALK_MIN:
        return ltr(metres(distance_m, language))
    minute = UNITS.get(language, OTHER_UNITS)[-1]
    return format_html(_("{}, {} kävellen"), ltr(metres(distance_m, language)), ltr(f"{minutes} {minute}"))
