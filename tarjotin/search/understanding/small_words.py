"""Small words around criteria, in all languages: what denies them, what leads to them, what joins them."""

from __future__ import annotations

from tarjotin.words.analysis import EMPTY_WORDS, normalise
from tarjotin.words.negators import NEGATORS


def _set(text: str) -> frozenset[str]:
    return frozenset(normalise(text).split())


# Somali denies behind the word: "subax ma aha", "diiwaangelin la'aan".
NEGATORS_AFTER = (("la", "aan"), ("ma", "aha"), ("maaha",))

# What may stand before a criterion and goes with it: "på onsdag", "in Kallio", "для пожилых".
LEADING = _set("""
    ja tai sekä mutta eikä on ole oo i på om för vid under till från med och eller men den det
    in on at for from of during with and or but the a t my our min mitt mina vår minun mun ja või
    в во на для по и или но с со у к до і та або й з із зі
    iyo ama laakiin ah ee ku u ka في على من و أو او ل در و یا برای به از تا لە و یان بۆ
""")
# What may stand behind a place: "Kallion alueella", "Kallio's", "Kallio area".
TRAILING = _set("alueella alueelta alueen seudulla kaupunginosassa s area district")
# What may stand behind people and times: "lasten kanssa", "seniorien parissa".
TRAILING_ANY = _set("kanssa kaa parissa varten")
# What joins two criteria under one denial: "ei aamulla eikä illalla".
JOINING = _set("tai eikä ja eller och samt or nor and või ega ja или и ни або і ні та ama iyo أو و ولا یا و یان")

SMALL = (EMPTY_WORDS | LEADING) - NEGATORS
# Whose: "my husband" is not the one who asks.
MINE = _set("min mitt mina vår vårt våra my our his her minun mun minu мой моя мои мій моя мої")
