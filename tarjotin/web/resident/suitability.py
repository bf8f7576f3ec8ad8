"""Is this for me: the facts that decide, in words; and what nobody has told yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.catalogue.models import Activity, ActivityLanguage, Suitability
from tarjotin.web.formats.languages import language_list
from tarjotin.web.formats.lists import listed
from tarjotin.web.formats.ltr import ltr
from tarjotin.web.formats.texts import wording

Html = SafeString | str

FITNESS = {
    "any": gettext_lazy("Sopii kaiken kuntoisille."),
    "light": gettext_lazy("Kevyttä."),
    "moderate": gettext_lazy("Vaatii vähän kuntoa."),
    "demanding": gettext_lazy("Vaatii hyvää kuntoa."),
}
GENDER = {"women": gettext_lazy("Vain naisille."), "men": gettext_lazy("Vain miehille.")}
LED_BY = {
    "professional": gettext_lazy("Ohjaajana on ammattilainen."),
    "trained_volunteer": gettext_lazy("Ohjaajana on koulutettu vapaaehtoinen."),
    "peer": gettext_lazy("Ohjaajana on vertaisohjaaja."),
    "nobody": gettext_lazy("Paikalla ei ole ohjaajaa."),
}
CHILDREN = {
    "no": gettext_lazy("Vain aikuisille."),
    "welcome": gettext_lazy("Lapset ovat tervetulleita."),
    "own_activity": gettext_lazy("Lapsille on omaa tekemistä."),
    "childcare": gettext_lazy("Paikalla on lastenhoito."),
}
COMPANION = {
    "free_assistant": gettext_lazy("Avustaja pääsee mukaan maksutta."),
    "escort_first_times": gettext_lazy("Saat saattajan ensimmäisille kerroille."),
    "buddy": gettext_lazy("Saat kaverin mukaan."),
    "own_dog": gettext_lazy("Oma koira voi tulla mukaan."),
}
STANDING = ("free_assistant", "own_dog")  # the others are told beside the first time
TRIAL = {
    "first_free": gettext_lazy("Ensimmäinen kerta on maksuton."),
    "try_before_signing": gettext_lazy("Voit kokeilla ennen kuin ilmoittaudut."),
    "open_house": gettext_lazy("Avoimet ovet: voit tulla katsomaan."),
}
SETTING = {
    "indoor": gettext_lazy("Sisällä."),
    "outdoor": gettext_lazy("Ulkona."),
    "water": gettext_lazy("Vedessä."),
    "online": gettext_lazy("Verkossa."),
    "hybrid": gettext_lazy("Paikan päällä tai verkossa."),
}
FOOD = {
    "coffee": gettext_lazy("Tarjolla on kahvia."),
    "meal_free": gettext_lazy("Saat maksuttoman aterian."),
    "meal_cheap": gettext_lazy("Saat edullisen aterian."),
}
EQUIPMENT = {
    "none": gettext_lazy("Et tarvitse välineitä."),
    "bring": gettext_lazy("Ota omat välineet mukaan."),
    "loan": gettext_lazy("Saat välineet lainaksi."),
    "included": gettext_lazy("Välineet kuuluvat hintaan."),
}
DEMANDS = {
    "stairs": gettext_lazy("portaita"),
    "uneven_ground": gettext_lazy("epätasainen maa"),
    "standing": gettext_lazy("seisomista"),
    "floor": gettext_lazy("lattialla oloa"),
    "water": gettext_lazy("vedessä oloa"),
    "cold": gettext_lazy("kylmää"),
    "throwing": gettext_lazy("heittämistä"),
    "reading": gettext_lazy("lukemista"),
    "noise": gettext_lazy("melua"),
    "crowd": gettext_lazy("väkijoukko"),
    "touch": gettext_lazy("koskettamista"),
    "speaking_aloud": gettext_lazy("ääneen puhumista"),
}
# Told as yes → what to say; a told "no" has its own words where it matters to somebody.
YES = {
    "beginners": gettext_lazy("Sopii aloittelijalle."),
    "seated_option": gettext_lazy("Voit osallistua istuen."),
    "alone_ok": gettext_lazy("Voit tulla yksin."),
    "quiet_ok": gettext_lazy("Saat olla hiljaa."),
    "peer_support": gettext_lazy("Saat tukea muilta samassa tilanteessa olevilta."),
    "safe_space": gettext_lazy("Noudatamme turvallisen tilan sääntöjä."),
    "substance_free": gettext_lazy("Päihteetön."),
    "anonymous_ok": gettext_lazy("Sinun ei tarvitse kertoa nimeäsi."),
    "id_needed": gettext_lazy("Ota henkilökortti mukaan."),
    "volunteering": gettext_lazy("Tämä on vapaaehtoistyötä."),
    "discreet_ticket": gettext_lazy("Maksuton lippu näyttää samalta kuin muiden lippu."),
}
NO = {
    "beginners": gettext_lazy("Ei sovi aloittelijalle."),
    "seated_option": gettext_lazy("Et voi osallistua istuen."),
    "id_needed": gettext_lazy("Et tarvitse henkilökorttia."),
}
# Told beside what happens the first time, and not again among what decides (`first_time.py`).
FIRST_TIME = ("quiet_ok", "anonymous_ok", "id_needed", "discreet_ticket")
UNTOLD = {
    "fitness": gettext_lazy("millaista kuntoa tarvitaan"),
    "beginners": gettext_lazy("sopiiko aloittelijalle"),
    "alone_ok": gettext_lazy("voiko tulla yksin"),
}
LIMITS = {
    "arm_in_cast": gettext_lazy("Käsi kipsissä"),
    "shoulder": gettext_lazy("Kipeä olkapää"),
    "back": gettext_lazy("Kipeä selkä"),
    "hip": gettext_lazy("Kipeä lonkka"),
    "knee": gettext_lazy("Kipeä polvi"),
    "balance": gettext_lazy("Huono tasapaino"),
    "heart": gettext_lazy("Sydänsairaus"),
    "breathing": gettext_lazy("Hengenahdistus"),
    "pain_day": gettext_lazy("Kipupäivä"),
    "pregnancy": gettext_lazy("Raskaus"),
    "memory": gettext_lazy("Muisti pätkii"),
    "sight": gettext_lazy("Näen huonosti"),
    "hearing": gettext_lazy("Kuulen huonosti"),
    "wheelchair": gettext_lazy("Pyörätuoli"),
    "rollator": gettext_lazy("Rollaattori"),
    "social_fear": gettext_lazy("Ihmiset jännittävät"),
    "tiredness": gettext_lazy("Väsymys"),
    "sobriety": gettext_lazy("Päihtyneenä"),
}
# The same limits inside the sentences of `VERDICTS`, said to the reader.
IF = {
    "arm_in_cast": gettext_lazy("kätesi on kipsissä"),
    "shoulder": gettext_lazy("olkapääsi on kipeä"),
    "back": gettext_lazy("selkäsi on kipeä"),
    "hip": gettext_lazy("lonkkasi on kipeä"),
    "knee": gettext_lazy("polvesi on kipeä"),
    "balance": gettext_lazy("tasapainosi on huono"),
    "heart": gettext_lazy("sinulla on sydänsairaus"),
    "breathing": gettext_lazy("sinun on vaikea hengittää"),
    "pain_day": gettext_lazy("sinulla on kovia kipuja"),
    "pregnancy": gettext_lazy("olet raskaana"),
    "memory": gettext_lazy("muistisi pätkii"),
    "sight": gettext_lazy("näet huonosti"),
    "hearing": gettext_lazy("kuulet huonosti"),
    "wheelchair": gettext_lazy("käytät pyörätuolia"),
    "rollator": gettext_lazy("käytät rollaattoria"),
    "social_fear": gettext_lazy("ihmiset jännittävät sinua"),
    "tiredness": gettext_lazy("olet väsynyt"),
    "sobriety": gettext_lazy("olet päihtynyt"),
}
VERDICTS = {
    "suits": gettext_lazy("Sopii myös, jos %(limit)s."),
    "adapted": gettext_lazy("Sopii myös, jos %(limit)s. Kerro siitä ohjaajalle."),
    "ask_first": gettext_lazy("Kysy ensin, jos %(limit)s."),
    "not_for": gettext_lazy("Ei sovi, jos %(limit)s."),
}
HOW = {
    "supported": gettext_lazy("Apua saa myös: %(languages)s."),
    "interpreter_on_request": gettext_lazy("Tulkin saa pyynnöstä: %(languages)s."),
    "plain": gettext_lazy("Selkeää kieltä: %(languages)s."),
    "sign": gettext_lazy("Viitotaan: %(languages)s."),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """The answer to one "can I join with …" in a sentence, and the organiser's words about it."""

    verdict: str
    said: str
    note: Html


def told_facts(activity: Activity, languages: Iterable[ActivityLanguage], language: str) -> list[Html]:
    """What is told about whom it suits, most deciding first."""
    found = [*_who(activity), *_languages(languages, language), *_choices(activity), *_yes_and_no(activity)]
    demands = [str(DEMANDS[demand]) for demand in activity.demands if demand in DEMANDS]
    if demands:
        found.append(_("Tähän kuuluu: %(demands)s.") % {"demands": listed(demands)})
    return found


def untold(activity: Activity) -> str:
    """What decides for many and is not told: "millaista kuntoa tarvitaan, voiko tulla yksin"."""
    return listed(words for name, words in UNTOLD.items() if getattr(activity, name) in {None, ""})


def limits(rows: Iterable[Suitability], language: str) -> list[Limit]:
    return [
        Limit(row.verdict, str(VERDICTS[row.verdict]) % {"limit": IF[row.limit]}, wording(row.note, language))
        for row in rows
        if row.limit in IF and row.verdict in VERDICTS
    ]


def _who(activity: Activity) -> Iterator[Html]:
    low, high = activity.min_age, activity.max_age
    if low is not None and high is not None:
        yield format_html(_("Ikä: {} vuotta."), ltr(f"{low}–{high}"))
    elif low:
        yield format_html(_("Ikä: vähintään {} vuotta."), ltr(low))
    elif high is not None:
        yield format_html(_("Ikä: enintään {} vuotta."), ltr(high))
    if activity.gender in GENDER:
        yield str(GENDER[activity.gender])
    if activity.group_typical:
        yield format_html(_("Ryhmässä on noin {} ihmistä."), ltr(activity.group_typical))
    elif activity.group_max:
        yield format_html(_("Mukaan mahtuu {} ihmistä."), ltr(activity.group_max))


def _languages(rows: Iterable[ActivityLanguage], language: str) -> Iterator[Html]:
    by_how: dict[str, list[str]] = {}
    for row in rows:
        by_how.setdefault(row.how, []).append(row.language)
    if spoken := by_how.pop("spoken", None):
        yield _("Kieli: %(languages)s.") % {"languages": language_list(spoken, language)}
    for how, tags in by_how.items():
        if how in HOW:
            yield str(HOW[how]) % {"languages": language_list(tags, language)}


def _choices(activity: Activity) -> Iterator[Html]:
    for value, words in (
        (activity.fitness, FITNESS),
        (activity.led_by, LED_BY),
        (activity.setting, SETTING),
        (activity.children, CHILDREN),
        (activity.food, FOOD),
        *((companion, COMPANION) for companion in activity.companion if companion in STANDING),
    ):
        if value in words:
            yield str(words[value])


def _yes_and_no(activity: Activity) -> Iterator[Html]:
    for name, words in ((name, words) for name, words in YES.items() if name not in FIRST_TIME):
        told = getattr(activity, name)
        if told:
            yield str(words)
        elif told is False and name in NO:
            yield str(NO[name])
