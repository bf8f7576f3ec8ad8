"""Words without result, from an answer to the count. The page is answered whatever happens here."""

from __future__ import annotations

import logging
from datetime import datetime

from django.http import HttpRequest

from tarjotin.common.languages import base_of
from tarjotin.common.time import to_helsinki
from tarjotin.search import querying, unfound_counting, wording
from tarjotin.search.index import Snapshot, snapshot
from tarjotin.search.query import Answer
from tarjotin.search.tree import Everything, all_of
from tarjotin.search.understanding import understand
from tarjotin.search.unfound_askers import address_of, is_somebody
from tarjotin.search.unfound_terms import Term, terms
from tarjotin.search.unfound_writing import briefly

log = logging.getLogger(__name__)


def note(request: HttpRequest, asked: str, answer: Answer, *, language: str, now: datetime) -> None:
    """Count the words of a question that nothing was found with. `asked` is the question as it was written."""
    if not asked or has_exact_result(answer) or answer.page > 1 or not is_somebody(request):
        return
    try:
        found = unfound(asked, answer, language=base_of(language), now=now)
        if found:
            with briefly():
                unfound_counting.count(found, address=address_of(request), today=to_helsinki(now).date())
    except Exception as problem:  # whatever it is, the page goes on; its message may hold the word, so it is not told
        log.warning("a word without result was not counted: %s", type(problem).__name__)


def has_exact_result(answer: Answer) -> bool:
    return bool(answer.total + answer.maybe_total) and not answer.corrected


def unfound(asked: str, answer: Answer, *, language: str, now: datetime) -> list[Term]:
    """The words that find nothing by themselves either: "jooga" is not to blame when there is none on Mondays."""
    candidates = terms(asked, left=answer.asked.text, meant=answer.asked.meant, language=language)
    index = snapshot()
    return [term for term in candidates if not is_found(index, term, now=now)]


def is_found(index: Snapshot, term: Term, *, now: datetime) -> bool:
    """Whether there is anything exactly for the word, or for the concept that it names."""
    visible = querying.visible(now) if index.frequency(querying.WINDOWED) else Everything()
    concepts = understand(term.text, language=term.language, today=to_helsinki(now).date(), exact=True).concepts
    meaning = wording.meaning(index, term.text, visible, concepts)
    return not meaning.corrected and bool(index.count(all_of(meaning.tree, visible)))
