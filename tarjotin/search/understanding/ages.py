"""An age told in a question: "70-vuotias", "över 65", "72-year-old", "65+", "от 60 лет"."""

from __future__ import annotations

from tarjotin.search.understanding.claims import Claim
from tarjotin.search.understanding.reading import Reading
from tarjotin.words.analysis import normalise

OLDEST = 120
YOUNGEST_WITHOUT_UNIT = 15  # "yli 5" may be anything


def _set(text: str) -> frozenset[str]:
    return frozenset(normalise(text).split())


UNITS = _set("""
    v vuotta år årig åriga year years yr yrs yo aastane aastased aastasele aastaste
    лет год года летний летних років роки рік річний jir jirka سنة سنوات عام عاما ساله سال ساڵ ساڵە ساڵان
""")
BEGINNINGS = tuple(normalise(each) for each in ("vuotia", "åring", "aastas", "летн", "річн"))
AFTER_UNITS = _set("old olds gammal vana") | {"ikäinen", "ikäiset"}
OVER = _set("""
    yli över äldre fyllda over above aged age üle vanem старше за понад від weyn فوق عمري عمره عمرها بالای سروو سەروو
    تەمەن ikä täyttänyt täyttäneet ålder возраст вік vanus سن
""")
UNDER = _set("alle under below younger alla noorem младше моложе до молодше تحت زیر ژێر ka yar")
BETWEEN = _set("than än kuin от чем на")
# What makes a number something else: "yli 20 euroa", "alle 30 minuuttia".
OTHER_UNITS = _set("""
    e euro euroa euron eur euros kr km kilometri kilometriä kilometer m metriä meter metres min minuuttia minuter
    minutes h tunti tuntia timmar hours kg kilo kiloa henkilöä personer people евро минут минуты км часа часов
    євро хвилин يورو دقيقة یورو دقیقه یۆرۆ خولەک pm am
""")


def claims(reading: Reading) -> list[Claim]:
    """One age a question: the first."""
    for at, word in enumerate(reading.words):
        if (
            not word.literal
            and word.key.isdecimal()
            and 0 < int(word.key[:4]) <= OLDEST
            and (found := _claim(reading, at))
        ):
            return [found]
    return []


def _claim(reading: Reading, at: int) -> Claim | None:
    keys, age = reading.keys, int(reading.words[at].key)
    last = _last_of_range(reading, at)
    stop = _unit_end(reading, last + 1)
    start, direction = _direction(reading, at)
    if stop == last + 1:
        plus = reading.between(last).startswith("+")
        other = keys[stop] in OTHER_UNITS if stop < len(keys) else False
        money = reading.between(last).strip()[:1] in ("€", "%", "$", "°")
        if not plus and (not direction or other or money or age < YOUNGEST_WITHOUT_UNIT):
            return None
    return Claim("age", (str(max(age + min(direction, 0), 0)),), start, stop)


def _last_of_range(reading: Reading, at: int) -> int:
    """Of "7–12-vuotiaat" the place of the second number."""
    following = reading.words[at + 1 : at + 2]
    ranged = following and following[0].key.isdecimal() and reading.between(at).strip() in ("-", "–", "—")
    return at + 1 if ranged else at


def _unit_end(reading: Reading, at: int) -> int:
    keys = reading.keys
    if at >= len(keys) or not (keys[at] in UNITS or keys[at].startswith(BEGINNINGS)):
        return at
    return at + 2 if at + 1 < len(keys) and keys[at + 1] in AFTER_UNITS else at + 1


def _direction(reading: Reading, at: int) -> tuple[int, int]:
    """Where the age begins, and 1 for "over", -1 for "under", 0 for neither."""
    for start in (at - 1, at - 2):
        word = reading.words[start] if start >= 0 else None
        if word is None or word.literal or (start == at - 2 and reading.words[at - 1].key not in BETWEEN):
            break
        if word.key in OVER or word.key in UNDER:
            return start, 1 if word.key in OVER else -1
    return at, 0
