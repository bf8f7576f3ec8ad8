"""The parts of a price text: each sum with the words around it, and what it is the price of. Pure.

"5 €, ensimmäinen kerta 0 €; kahvi 2 €" has three parts: the price, a trial, an extra.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

HIGHEST_SUM = Decimal(5000)

_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d{1,5}(?:[.,]\d{1,2}(?!\d))?"
_CURRENCY = r"(?:€|eur(?:o[a-zåäö]*|a)?\b|e\b|,-|:-)"
_ONE = rf"(?:€\s?)?(?:{_NUMBER})(?:\s?{_CURRENCY})?"
SUMS = re.compile(
    rf"(?<![\d.,/])(?:€\s?(?:{_NUMBER})(?:\s?[-–]\s?€?\s?(?:{_NUMBER}))?|"
    rf"{_ONE}(?:\s?[-–/]\s?{_ONE})*?\s?{_CURRENCY})(?:\s?[-–/]\s?{_ONE}\s?{_CURRENCY})*",
    re.I,
)
_BARE = re.compile(
    r"\s*\d{1,3}(?:[.,]\d{1,2})?(?:\s?[-–/]\s?\d{1,3}(?:[.,]\d{1,2})?)*\s*\.?\s*"
)  # four digits are a year
_NUMBERS = re.compile(_NUMBER)

FREE = re.compile(
    r"\bilmai(?:nen|seksi|set|sta|sella)|\bmaksut(?:on|onta|tomat|toman|tomia|tomasti|tomaan|ta)\b|"
    r"vapaa (?:sisään)?pääsy|ei (?:peritä )?(?:osallistumis|pääsy)?maksua|"
    r"\bgratis\b|\bfri(?:tt)? (?:entré|inträde)|kostnadsfri\w*|avgiftsfri\w*|utan avgift|"
    r"(?<![-\w])free\b(?: of charge)?(?! ?(?:wi-?fi|parking|time))|\bno (?:entrance |admission )?(?:fee|charge)",
    re.I,
)
NOT_FREE = re.compile(r"ei (?:ole )?(?:ilmai|maksut)|\b(?:inte|ej) gratis|\bnot free", re.I)
DONATION = re.compile(
    r"vapaaehtoi\w+ (?:maksu|kahvi)|lahjoitu|kolehti|suositus|frivillig|donation|suggested|pay what you|"
    r"maksa mitä|kukkaron mukaan|maksukyvyn mukaan|efter förmåga",
    re.I,
)
_TRIAL = re.compile(
    r"\b(?:ensimmäi\w+|1\.|eka)\s(?:\w+\s){0,2}?(?:kerta|kerra|käyn|tunti|tunni)|ensikertala|kokeilu|tutustumisk|"
    r"\bförsta (?:\w+ ){0,2}?gång|\bprova på|provgång|\bfirst (?:\w+ ){0,2}?(?:times?|session|visit|class)|\btrial",
    re.I,
)
EXTRA = re.compile(
    r"materiaali|tarvike|kahvi|lounas|ruoka|ruuan|ateria|eväs|tarjoilu|material|kaffe|lunch|coffee|food|refreshment|"
    r"vuokra|\blaina|hyra|rental|narikka|pysäköin|parkering|parking|pantti|deposit|"
    r"peruut|myöhäst|avbok|cancellation|no-show|jäsenmaksu|medlemsavgift|membership",
    re.I,
)
_WHO = (
    ("pensioner", r"eläkel|senior|yli 6\d|6\d ?\+|\+ ?6\d|pensionär|retire|pensioner"),
    ("unemployed", r"tyött(?:ömä|öm)|työtön|arbetslös|arbetssökan|unemployed"),
    ("student", r"opiskelij|\bopisk\b|studerande|\bstud\b|student"),
    ("child", r"\blaps|\blaste|alle (?:1\d|\d)(?!\d)|\d+ ?v\.? ja alle|\bbarn|under (?:1\d|\d)(?!\d)|child|\bkids"),
    ("card", r"kortti|kortill|kortin|\bkortet\b|-kort\b|passi\b|\bcard\b"),
    (
        "everyone",
        r"\baikui(?:set|nen|sille|silta)\b|\bvuxn(?:a|en)\b|\badults?\b|normaali|perusliput|perushin|\bordinarie|"
        r"\bregular|\bfull price|\bmuu(?:t|ten|lloin|ille|ilta)\b|\bövriga\b|\bandra\b|\bannars\b|"
        r"\bothers\b|\botherwise\b",
    ),
)
_CARD_FOR_SALE = re.compile(r"kortti\b|\bkortet\b|-kort\b|\bcard\b", re.I)  # not "kortilla": with the card
_REDUCED = re.compile(r"halvem|alennu|alenne|lägre|rabatt|discount|reduced|lower", re.I)
# People who pay otherwise, and for whom we have no name: their price is nobody else's.
_OTHERS = re.compile(
    r"jäsen|medlem|\bmember|avusta|assist|saattaj|ledsag|companion|\bcarer|aikuisen seura|i sällskap av|"
    r"alennu|alenne|rabatt|discount|reduced|alle [2-6]\d|under [2-6]\d|varusm|koululais|henkilökun|"
    r"helsinkiläi|espoolai|vantaalai|kauniaislai|paikkakuntalai|kuntalai|helsingforsare|esbobor|residents|vapaapaik",
    re.I,
)
_PER = (
    ("month", r"/ ?kk\b|\bkuukau(?:si|den|dessa|tta)|kuukausi|/ ?mån\b|per månad|i månaden|per month|/ ?month|monthly"),
    ("term", r"kausi|kaude|lukukau|/ ?termin|terminen|per termin|säsong|season|per term|semester"),
    ("year", r"/ ?v(?:uosi)?\b|vuosimaksu|vuodessa|\bvuosi\b|vuosikort|per år|/ ?år|per year|/ ?year|annual"),
    ("once", r"\d\s?(?:x\b|kertaa|krt\b|kerralta|gånger|times\b|sessions)"),
    ("time", r"kerta|kerra|/ ?krt\b|\bkrt\b|gång|\ba time\b|per time|session|per visit|per person"),
    ("once", r"kurssi|kurs(?:en|avgift)?\b|course"),
)
_FEE = re.compile(
    r"lipu|lippu|maksu(?:t)?\b|maksulli|maksaa|hinta|hinna|pääs|sisään|osallistu|tapahtum|tilaisuu|toiminta|"
    r"inträde|avgift|biljett|\bpris|\bentr|admission|ticket|\bfees?\b|price|\bcosts?\b|participation",
    re.I,
)
_FILLERS = frozenset(
    re.findall(
        r"\S+",
        "ja sekä och and on är is jos om if sinulla niille kaikille kaikilta alla all for för från from alkaen alk "
        "noin ca n vain endast only myös även also v vuotiaat vuotiaille år åriga hlö henkilö henkilöltä person per "
        "sis todistuksella",
    )
)
# A full stop after these ends no clause: "alle 18 v. ilmaiseksi".
_CLAUSE = re.compile(
    r"[;\n•]|(?<!\bv)(?<!\bn)(?<!\balk)(?<!\bkrt)(?<!\bhlö)(?<!\bopisk)(?<!\beläk)(?<!\bstud)(?<!\bsis)(?<!\b1)\.(?=\s|$)|"
    r"\s[–-]\s(?=[^\d\s])"
)
_PART = re.compile(r",(?!\d|-)|[()]|\s(?:tai|eller|or|\+)\s")


@dataclass(frozen=True, slots=True)
class Item:
    """`what`: the price itself (main), of a thing (named), trial, donation, others, extra; "" for no sum."""

    amounts: tuple[Decimal, ...] = ()
    is_choice: bool = False  # "10/5 €": normal and reduced, not from–to
    is_range: bool = False
    who: tuple[str, ...] = ()
    per: str = ""
    what: str = ""
    is_groups: bool = False  # nothing but groups of payers: "eläkeläiset ja työttömät"
    reduces: bool = False  # groups that pay less, without a sum: "halvempi hinta työttömille"
    in_brackets: bool = False
    opens: bool = False  # ends with a colon: what it names comes after it


def says_free(text: str) -> bool:
    return bool(FREE.search(text)) and not NOT_FREE.search(text)


def amounts(text: str) -> tuple[Decimal, ...]:
    """All sums in the text; a text that is nothing but numbers needs no currency."""
    return tuple(amount for part in _sums_in(text) for amount in _amounts(part))


def clauses(text: str) -> Iterator[list[Item]]:
    """The items of each sentence or line."""
    for clause in _CLAUSE.split(text):
        depth, items = 0, []
        for part, mark in _parts(clause):
            items += [_item(piece, in_brackets=depth > 0) for piece in _one_sum_each(part) if piece.strip(" :")]
            depth = max(0, depth + (mark == "(") - (mark == ")"))
        if items:
            yield items


def _parts(clause: str) -> Iterator[tuple[str, str]]:
    """The parts, each with the mark that ends it."""
    start = 0
    for match in _PART.finditer(clause):
        yield clause[start : match.start()], match[0]
        start = match.end()
    yield clause[start:], ""


def _one_sum_each(part: str) -> Iterator[str]:
    """ "aikuiset 10 € lapset 5 €" and "10 € aikuiset 5 € lapset": the words go with the sum before or after them."""
    found = list(SUMS.finditer(part))
    label_first = bool(found) and bool(part[: found[0].start()].strip())
    cuts = [match.end() for match in found[:-1]] if label_first else [match.start() for match in found[1:]]
    for start, end in zip([0, *cuts], [*cuts, len(part)], strict=True):
        yield part[start:end]


def _item(piece: str, *, in_brackets: bool) -> Item:
    parts = _sums_in(piece)
    found = tuple(amount for part in parts for amount in _amounts(part))
    if not found and says_free(piece):
        found = (Decimal(0),)
    is_choice = any("/" in part for part in parts) and len(found) > 1
    is_range = len(found) > 1 and not is_choice
    rest = FREE.sub(" ", SUMS.sub(" ", piece))
    who = _who(rest, is_sold=any(amount > 0 for amount in found))
    if is_range and found[0] == 0:  # from nothing upwards is no price at all
        return Item(who=who)
    return Item(
        amounts=found,
        is_choice=is_choice,
        is_range=is_range,
        who=who,
        per=next((name for name, pattern in _PER if re.search(pattern, piece, re.I)), ""),
        what=_what(piece, rest, who) if found else "",
        is_groups=not found and bool(who) and _only_groups(rest),
        reduces=not found and bool(who) and bool(_REDUCED.search(rest)),
        in_brackets=in_brackets,
        opens=piece.rstrip().endswith(":"),
    )


def _who(rest: str, *, is_sold: bool) -> tuple[str, ...]:
    """The groups that pay; a card that has a price is what one buys, not who pays."""
    found = tuple(name for name, pattern in _WHO if re.search(pattern, rest, re.I))
    sold = is_sold and _CARD_FOR_SALE.search(rest)
    return tuple(name for name in found if name != "card") if sold else found


def _what(piece: str, rest: str, who: tuple[str, ...]) -> str:
    for what, pattern in (("trial", _TRIAL), ("donation", DONATION)):
        if pattern.search(piece):
            return what
    if EXTRA.search(rest):
        return "extra"
    if _OTHERS.search(rest) and "everyone" not in who:
        return "others"
    if _CARD_FOR_SALE.search(rest) and not who:
        return "named"
    if who or _FEE.search(rest) or any(re.search(pattern, piece, re.I) for _, pattern in _PER):
        return "main"
    return "named" if set(_words(rest)) - _FILLERS else "main"


def _only_groups(rest: str) -> bool:
    return all(word in _FILLERS or any(re.search(p, word, re.I) for _, p in _WHO) for word in _words(rest))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.lower())


def _sums_in(text: str) -> list[str]:
    found = [match[0] for match in SUMS.finditer(text)]
    return found or ([text] if _BARE.fullmatch(text) else [])


def _amounts(part: str) -> Iterator[Decimal]:
    for match in _NUMBERS.finditer(part):
        amount = Decimal(re.sub(r"[ \u00a0]", "", match[0]).replace(",", "."))
        if amount <= HIGHEST_SUM:
            yield amount.quantize(Decimal("0.01"))
