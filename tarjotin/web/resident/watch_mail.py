"""The mails of a watch: its confirmation, what is new, and that it ends soon. Plain text, in the watch's language."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarjotin.guidance import watching
from tarjotin.guidance.watch_news import Found, News, news
from tarjotin.guidance.watching import address_of, token_of
from tarjotin.search.queries import search
from tarjotin.search.query import Hit
from tarjotin.web.formats.mail import as_text
from tarjotin.web.formats.texts import plain_wording
from tarjotin.web.help_desk import help_desk
from tarjotin.web.resident import criteria
from tarjotin.web.resident.addresses import absolute, address
from tarjotin.web.resident.cards import cards
from tarjotin.web.resident.watch_words import reason_words, words_of

log = logging.getLogger(__name__)

MOST_SHOWN = 10
MOST_FOUND = 300  # a watch on half of the tray hears of its best matches only
A_PAGE = 100


def send_first(watch: watching.Watch, now: datetime) -> None:
    """The mail that asks whether the reader of this address wants the watch at all."""
    with translation.override(watch.language):
        subject = _("Vahvista, että haluat viestejä Tarjottimelta")
        _send(watch, subject, "resident/watch_first.txt", {}, now)


def send_news(watch: watching.Watch, now: datetime) -> bool:
    """What has come since the last time, when there is something; whether a mail went out.

    The watch is noted as told before the mail goes: killed in between, one day's news is lost and none comes twice.
    """
    told = news(watch, found_by(watch, now), now=now)
    watching.note_checked(watch, now=now)
    if not told:
        return False
    with translation.override(watch.language):
        subject = ngettext("%(count)s uutinen Tarjottimelta", "%(count)s uutista Tarjottimelta", len(told))
        values = {"entries": list(_entries(told[:MOST_SHOWN], watch.language, now)), "more": len(told) - MOST_SHOWN}
        _send(watch, subject % {"count": len(told)}, "resident/watch_news.txt", values, now)
    return True


def send_warning(watch: watching.Watch, now: datetime) -> None:
    """Two weeks before its end: one tap goes on, nothing has to be done to let it end."""
    watching.note_warned(watch, now=now)
    with translation.override(watch.language):
        _send(watch, _("Viestit Tarjottimelta loppuvat pian"), "resident/watch_warning.txt", {}, now)


def found_by(watch: watching.Watch, now: datetime) -> list[Found]:
    """What the criteria find today, the best first. Raises `IndexNotReady`."""
    asked = criteria.read(QueryDict(watch.criteria)).query
    hits: list[Found] = []
    for page in range(1, MOST_FOUND // A_PAGE + 1):
        answer = search(replace(asked, page=page, per_page=A_PAGE), language=watch.language, now=now)
        hits += [Found(hit.kind, hit.id) for hit in answer.hits]
        if len(hits) >= answer.total:
            break
    return hits


def _entries(told: Sequence[News], language: str, now: datetime) -> Iterator[dict[str, str]]:
    hits = [Hit(one.found.kind, one.found.id) for one in told]
    shown = {card.id: card for card in cards(hits, language=language, now=now)}
    for one in told:
        if card := shown.get(one.found.id):
            yield {
                "name": plain_wording(card.name, language),
                "reason": reason_words(one, language),
                "facts": "\n".join(as_text(fact.html, language) for fact in card.facts if fact.symbol != "about"),
                "url": absolute(card.url),
            }


def _send(watch: watching.Watch, subject: str, template: str, values: dict[str, object], now: datetime) -> None:
    language = watch.language
    here = absolute(address("watch", language, token_of(watch)))
    body = render_to_string(
        template,
        {
            **values,
            "here": here,
            "chips": words_of(watch.criteria, language),
            "all": absolute(address("results", language, query=watch.criteria)),
            "ends_at": watch.ends_at,
            "phone": help_desk(now).phone,
            "language": language,
        },
    )
    mail = EmailMessage(subject, as_text(body, language), settings.DEFAULT_FROM_EMAIL, [address_of(watch)])
    mail.extra_headers = {
        "List-Unsubscribe": f"<{absolute(f'/vahti/{token_of(watch)}/')}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Content-Language": language,
        "Auto-Submitted": "auto-generated",
    }
    mail.send()
    log.info("mail of watch %s: %s", watch.pk, template.rpartition("_")[2].removesuffix(".txt"))
