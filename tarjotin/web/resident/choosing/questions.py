"""The words of the questions and answers: to the reader, and for somebody close to the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from tarjotin.web.resident.choosing.effects import EFFECTS

Text = Any  # a string that is translated when it is shown


@dataclass(frozen=True, slots=True)
class Words:
    """What is asked and why we ask; `short` names the question among the answers."""

    ask: Text
    why: Text
    short: Text


QUESTIONS: dict[str, Words] = {
    "good": Words(
        gettext_lazy("Mikä tekisi sinulle hyvää?"),
        gettext_lazy("Kysymme tätä, jotta tiedämme, mistä etsiä."),
        gettext_lazy("Mikä tekisi hyvää"),
    ),
    "when": Words(
        gettext_lazy("Milloin sinulle sopii?"),
        gettext_lazy("Kysymme tätä, jotta ajat sopivat sinun päiviisi."),
        gettext_lazy("Milloin"),
    ),
    "where": Words(
        gettext_lazy("Mistä lähdet?"),
        gettext_lazy("Kysymme tätä, jotta löydämme jotain läheltä sinua."),
        gettext_lazy("Mistä ja kuinka kauas"),
    ),
    "hinder": Words(
        gettext_lazy("Mikä voisi tulla esteeksi?"),
        gettext_lazy("Kysymme tätä, jotta emme ehdota turhaan. Kerromme myös, mistä saat apua."),
        gettext_lazy("Mikä voi olla esteenä"),
    ),
    "begin": Words(
        gettext_lazy("Miten haluaisit alkaa?"),
        gettext_lazy("Kysymme tätä, jotta saat sellaista apua kuin haluat."),
        gettext_lazy("Miten haluat alkaa"),
    ),
}
FOR_OTHER: dict[str, Words] = {
    "good": Words(
        gettext_lazy("Mikä tekisi hänelle hyvää?"),
        gettext_lazy("Mieti, mistä hän piti ennen. Kysy häneltä, jos voit."),
        gettext_lazy("Mikä tekisi hänelle hyvää"),
    ),
    "when": Words(
        gettext_lazy("Milloin hänelle sopii?"),
        gettext_lazy("Kysymme tätä, jotta ajat sopivat hänen päiviinsä."),
        gettext_lazy("Milloin hänelle sopii"),
    ),
    "where": Words(
        gettext_lazy("Mistä hän lähtee?"),
        gettext_lazy("Kysymme tätä, jotta löydämme jotain läheltä häntä."),
        gettext_lazy("Mistä hän lähtee ja kuinka kauas"),
    ),
    "hinder": Words(
        gettext_lazy("Mikä voisi tulla hänelle esteeksi?"),
        gettext_lazy("Kysymme tätä, jotta emme ehdota turhaan. Kerromme myös, mistä hän saa apua."),
        gettext_lazy("Mikä voi olla hänelle esteenä"),
    ),
    "begin": Words(
        gettext_lazy("Miten hän haluaisi alkaa?"),
        gettext_lazy("Kysymme tätä, jotta hän saa sellaista apua kuin haluaa."),
        gettext_lazy("Miten hän haluaa alkaa"),
    ),
}

ANSWERS: dict[str, dict[str, Text]] = {
    "good": {
        "move": gettext_lazy("Liikkua kevyesti"),
        "outdoors": gettext_lazy("Olla ulkona"),
        "music": gettext_lazy("Musiikki ja laulu"),
        "hands": gettext_lazy("Tehdä jotain käsillä"),
        "people": gettext_lazy("Tavata ihmisiä"),
        "eat": gettext_lazy("Syödä yhdessä"),
        "learn": gettext_lazy("Oppia uutta"),
        "useful": gettext_lazy("Olla avuksi muille"),
        "papers": gettext_lazy("Apu rahaan ja papereihin"),
        "talk": gettext_lazy("Joku, jolle puhua"),
        "rest": gettext_lazy("Lepo ja rauha"),
        "health": gettext_lazy("Parempi arki ja terveys"),
    },
    "when": {
        "morning": gettext_lazy("Aamulla, ennen kello kymmentä"),
        "day": gettext_lazy("Päivällä"),
        "afternoon": gettext_lazy("Iltapäivällä"),
        "evening": gettext_lazy("Illalla"),
        "not_morning": gettext_lazy("Ei ainakaan aamulla"),
        "weekdays": gettext_lazy("Arkena"),
        "weekend": gettext_lazy("Viikonloppuna"),
        "once": gettext_lazy("Kerran, ilman lupausta jatkosta"),
        "weekly": gettext_lazy("Joka viikko"),
    },
    "where": {
        "10min": gettext_lazy("Lyhyt kävely, noin kymmenen minuuttia"),
        "30min": gettext_lazy("Pitempi kävely, noin puoli tuntia"),
        "5km": gettext_lazy("Vähän kauempana, enintään viisi kilometriä"),
        "rail": gettext_lazy("Lähellä metroa tai junaa"),
        "home": gettext_lazy("Mieluiten kotona: puhelimella tai netissä"),
    },
    "hinder": {
        "money": gettext_lazy("Raha on tiukalla"),
        "travel": gettext_lazy("Matka on hankala"),
        "alone": gettext_lazy("Yksin on vaikea lähteä"),
        "shy": gettext_lazy("Uudet ihmiset jännittävät"),
        "pain": gettext_lazy("Kipu tai väsymys"),
        "seated": gettext_lazy("Pitää voida istua"),
        "falling": gettext_lazy("Kaatuminen pelottaa"),
        "steps": gettext_lazy("Portaat ovat vaikeat"),
        "digital": gettext_lazy("Netti ja laitteet ovat hankalia"),
        "children": gettext_lazy("Lapsi tulee mukaan"),
    },
    "begin": {
        "self": gettext_lazy("Löydän itse, kun näen vaihtoehdot"),
        "talk": gettext_lazy("Haluan ensin puhua jonkun kanssa"),
        "guide": gettext_lazy("Haluan ryhmän, jossa ohjaaja auttaa alkuun"),
        "along": gettext_lazy("Joku voisi tulla mukaani"),
        "call": gettext_lazy("Minulle saa soittaa"),
    },
}
ANSWERS_FOR_OTHER: dict[str, Text] = {
    "self": gettext_lazy("Hän löytää itse, kun näkee vaihtoehdot"),
    "talk": gettext_lazy("Hän puhuisi ensin jonkun kanssa"),
    "guide": gettext_lazy("Hän haluaa ryhmän, jossa ohjaaja auttaa alkuun"),
    "along": gettext_lazy("Joku voisi tulla hänen mukaansa"),
    "call": gettext_lazy("Hänelle saa soittaa"),
}
# Answer → its picture, where it has one.
SYMBOLS = {
    "move": "sport",
    "outdoors": "nature",
    "music": "culture",
    "hands": "hands",
    "people": "community",
    "eat": "food",
    "learn": "book",
    "useful": "lifestyle",
    "papers": "money",
    "talk": "advice",
    "rest": "evening",
    "health": "morning",
}


def words(question: str, *, other: bool) -> Words:
    return (FOR_OTHER if other else QUESTIONS)[question]


def label(question: str, answer: str, *, other: bool) -> str:
    own = ANSWERS[question][answer]
    return str(ANSWERS_FOR_OTHER.get(answer, own) if other and question == "begin" else own)


def labels(question: str, *, other: bool) -> dict[str, str]:
    return {answer: label(question, answer, other=other) for answer in EFFECTS[question]}
