"""Counting words without result so that nobody stands behind them (docs/privacy.md).

A word is told only when it has been asked for from at least five days or addresses; until then there are keys of it,
which only this deployment's secret can make. One asker counts once a day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, F, QuerySet, TextField, Value
from django.utils.crypto import salted_hmac

from tarjotin.search.models import Sighting, SilencedWord, UnfoundDay, UnfoundWord
from tarjotin.search.unfound_terms import Term

ENOUGH = 5  # days or addresses apart
SIGHTED_FOR = timedelta(days=60)
COUNTED_FOR = timedelta(days=366)
MOST_A_DAY = 20_000  # sightings: nobody fills the disk with words made up

_SALT = "tarjotin.search.unfound"


def count(found: Iterable[Term], *, address: str, today: date) -> None:
    """Each word by itself: nothing ties the words of one question together."""
    with transaction.atomic():
        for term in sorted(found, key=lambda term: (term.text, term.language)):  # in one order: none locks another
            _count(term, address=address, today=today)


def _count(term: Term, *, address: str, today: date) -> None:
    key = _key(term)
    mark = salted_hmac(f"{_SALT}.{key}", f"{today} {address}", algorithm="sha256").hexdigest()
    known = _known(term, key, mark, today)
    if known & {"silenced", "full", "counted"}:
        return
    Sighting.objects.create(mark=mark, word_key=key, seen_on=today)  # nobody else counts now: `unfound_writing`
    if "told" in known:
        _add(UnfoundWord.objects.get(language=term.language, word=term.text), today)
    elif "enough" in known:
        _tell(term, key, today)


def _known(term: Term, key: str, mark: str, today: date) -> set[str]:
    """What is written of a word and of who asks for it, in one question: a page has few."""
    asked = [
        ("silenced", SilencedWord.objects.filter(word_key=key)),
        ("full", _of_one(Sighting.objects.filter(seen_on=today), "seen_on", MOST_A_DAY)),
        ("counted", Sighting.objects.filter(mark=mark)),
        ("told", UnfoundWord.objects.filter(language=term.language, word=term.text)),
        ("enough", _of_one(_since(key, today), "word_key", ENOUGH - 1)),  # with the one who asks now
    ]
    first, *others = (rows.order_by().values_list(Value(name, output_field=TextField())) for name, rows in asked)
    return {name for (name,) in first.union(*others, all=True)}


def _of_one(rows: QuerySet[Sighting], column: str, least: int) -> QuerySet[Any, Any]:
    """One row when there are so many, else none."""
    counted: QuerySet[Any, Any] = rows.values(column).annotate(number=Count("pk"))
    return counted.filter(number__gte=least)


def _since(key: str, today: date) -> QuerySet[Sighting]:
    return Sighting.objects.filter(word_key=key, seen_on__gt=today - SIGHTED_FOR)


def _tell(term: Term, key: str, today: date) -> None:
    """With the fifth asker the word gets its row, and the days of the others."""
    days = Counter(_since(key, today).values_list("seen_on", flat=True))
    word = UnfoundWord.objects.create(language=term.language, word=term.text)
    UnfoundDay.objects.bulk_create(UnfoundDay(word=word, asked_on=day, askers=n) for day, n in days.items())


def _add(word: UnfoundWord, today: date) -> None:
    day, _is_new = UnfoundDay.objects.get_or_create(word=word, asked_on=today, defaults={"askers": 0})
    UnfoundDay.objects.filter(pk=day.pk).update(askers=F("askers") + 1)


def _key(term: Term) -> str:
    return salted_hmac(f"{_SALT}.word", f"{term.language} {term.text}", algorithm="sha256").hexdigest()


@transaction.atomic
def silence(word: UnfoundWord) -> None:
    """Take a word away for good, somebody's name for instance; what remains is its key."""
    key = _key(Term(word.word, word.language))
    SilencedWord.objects.get_or_create(word_key=key)
    Sighting.objects.filter(word_key=key).delete()
    UnfoundWord.objects.filter(pk=word.pk).delete()


def forget(*, today: date) -> None:
    """Once the day is over its marks are of no use; words seen too rarely and counts too old go altogether."""
    over = Sighting.objects.filter(seen_on__lt=today)
    over.filter(seen_on__lte=today - SIGHTED_FOR).delete()
    over.filter(mark__isnull=False).update(mark=None)
    told = [_key(Term(word, language)) for word, language in UnfoundWord.objects.values_list("word", "language")]
    for start in range(0, len(told), 500):
        over.filter(word_key__in=told[start : start + 500]).delete()
    UnfoundDay.objects.filter(asked_on__lte=today - COUNTED_FOR).delete()
    UnfoundWord.objects.filter(days__isnull=True).delete()
