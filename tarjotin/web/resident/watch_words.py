"""What a watch waits for, and why it tells something, in words."""

from __future__ import annotations

from django.http import QueryDict
from django.utils.translation import gettext as _

from tarjotin.common.time import to_helsinki
from tarjotin.guidance.watch_news import COMING, NEW, News
from tarjotin.web.formats import dates
from tarjotin.web.formats.mail import as_text
from tarjotin.web.resident import chips, criteria


def words_of(kept: str, language: str) -> list[str]:
    """The criteria in words; none when everything is wanted."""
    return [chip.label for chip in chips.chips(criteria.read(QueryDict(kept)), language)]


def notice_names() -> dict[str, str]:
    return {
        "new": _("Tulee uutta toimintaa tai uusi palvelu"),
        "sign_up": _("Ilmoittautuminen alkaa"),
        "coming": _("Kerta on viikon päästä"),
    }


def reason_words(news: News, language: str) -> str:
    """ "Uusi", "Ilmoittautuminen on alkanut", "Seuraava kerta ti 1.12."."""
    if news.reason == NEW or news.session is None:
        return _("Uusi")
    if news.reason == COMING:
        on = as_text(dates.day(to_helsinki(news.session.starts_at).date(), language), language)
        return _("Seuraava kerta: %(day)s") % {"day": on}
    return _("Ilmoittautuminen on alkanut")
