"""Names of sources, kinds and fields for people who edit."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.common.languages import OWN_NAMES
from tarjotin.common.text import LocalisedText
from tarjotin.sources.classification.rules import load_rules
from tarjotin.sources.registry import SOURCES

KINDS: dict[str, Promise] = {
    "organisation": later("järjestäjä"),
    "place": later("paikka"),
    "service": later("palvelu"),
    "activity": later("toiminta"),
    "concept": later("sana"),
}

FIELDS: dict[str, Promise] = {
    "name": later("Nimi"),
    "kind": later("Laji"),
    "organisation": later("Järjestäjä"),
    "provider": later("Järjestäjän nimi"),
    "short_name": later("Lyhyt nimi"),
    "summary": later("Tiivistelmä"),
    "description": later("Kuvaus"),
    "business_id": later("Y-tunnus"),
    "oid": later("OID-tunnus"),
    "parent": later("Mihin kuuluu"),
    "website": later("Verkkosivu"),
    "email": later("Sähköposti"),
    "phone": later("Puhelin"),
    "safe_space_url": later("Turvallisemman tilan ohje"),
    "street": later("Katuosoite"),
    "postal_code": later("Postinumero"),
    "municipality": later("Kunta"),
    "city": later("Postitoimipaikka"),
    "point": later("Sijainti"),
    "tpr_unit": later("Toimipisterekisterin numero"),
    "lipas_id": later("LIPAS-numero"),
    "lipas_type": later("LIPAS-tyyppi"),
    "library_id": later("Kirjastohakemiston numero"),
    "hours_id": later("Aukiolojen numero"),
    "building_id": later("Rakennustunnus"),
    "entrance": later("Sisäänkäynti"),
    "entrance_point": later("Sisäänkäynnin sijainti"),
    "arrival": later("Saapuminen"),
    "parking": later("Pysäköinti"),
    "accessible_parking": later("Esteetön pysäköinti"),
    "fees_text": later("Maksut sanoin"),
    "notice": later("Tiedote"),
    "languages": later("Kielet"),
    "access": later("Esteettömyys"),
    "hours": later("Aukiolo"),
    "contacts": later("Yhteystiedot"),
    "image": later("Kuva"),
    "keywords": later("Hakusanat"),
    "codes": later("Luokituskoodit"),
    "how_to_get": later("Näin saat palvelun"),
    "requirements": later("Ehdot"),
    "is_free": later("Maksuton"),
    "area": later("Alue"),
    "life_events": later("Elämäntilanteet"),
    "places": later("Paikat"),
    "channels": later("Asiointitavat"),
    "what_happens": later("Mitä tapahtuu"),
    "what_you_gain": later("Mitä saat"),
    "what_it_asks": later("Mitä se vaatii"),
    "anonymous_ok": later("Nimettömästi"),
    "id_needed": later("Henkilöllisyys todistetaan"),
    "upstream_id": later("Valtakunnallinen kuvaus"),
    "place": later("Paikka"),
    "place_text": later("Paikka sanoin"),
    "part_of": later("Sarja"),
    "rhythm": later("Rytmi"),
    "entry": later("Miten mukaan"),
    "register_url": later("Ilmoittautumissivu"),
    "register_phone": later("Ilmoittautumispuhelin"),
    "register_email": later("Ilmoittautumissähköposti"),
    "register_in_person": later("Ilmoittautuminen paikalla"),
    "how_to_join": later("Näin pääset mukaan"),
    "bring": later("Mitä mukaan"),
    "min_age": later("Alaikäraja"),
    "max_age": later("Yläikäraja"),
    "gender": later("Sukupuoli"),
    "fitness": later("Kunto"),
    "beginners": later("Aloittelijoille"),
    "demands": later("Vaatii"),
    "seated_option": later("Istuen"),
    "peer_support": later("Vertaistuki"),
    "led_by": later("Ohjaaja"),
    "group_typical": later("Ryhmän koko"),
    "group_max": later("Ryhmän koko enintään"),
    "children": later("Lapset"),
    "children_ages": later("Lasten iät"),
    "companion": later("Kaveri mukaan"),
    "alone_ok": later("Yksin voi tulla"),
    "quiet_ok": later("Saa olla hiljaa"),
    "trial": later("Kokeilu"),
    "residents_only": later("Vain kunnan asukkaille"),
    "setting": later("Missä oloissa"),
    "safe_space": later("Turvallisempi tila"),
    "substance_free": later("Päihteetön"),
    "discreet_ticket": later("Huomaamaton lippu"),
    "hygiene": later("Peseytyminen"),
    "food": later("Ruoka"),
    "equipment": later("Välineet"),
    "volunteering": later("Vapaaehtoistyötä"),
    "by_appointment": later("Ajanvarauksella"),
    "suitability": later("Sopivuus"),
    "prices": later("Hinta"),
    "schedules": later("Viikkoajat"),
    "sessions": later("Kerrat"),
    "visible_from": later("Näkyy alkaen"),
    "visible_until": later("Näkyy asti"),
    "status": later("Tila"),
    "_tags": later("Luokat ja kohderyhmät"),
    "_refs": later("Viittaukset"),
    "_source": later("Johtava lähde"),
}


def field_name(field: str) -> str:
    """`name.sv` as "Nimi (Svenska)"."""
    name, _dot, language = field.partition(".")
    label = str(FIELDS.get(name, name))
    return f"{label} ({OWN_NAMES.get(language, language)})" if language else label


def source_title(source: str) -> str:
    return SOURCES[source].title if source in SOURCES else source


def kind_name(kind: str) -> str:
    return str(KINDS.get(kind, kind))


def concept_name(scheme: str, code: str) -> str:
    """The label of our own category, audience or need."""
    concept = load_rules().concepts.get(scheme, {}).get(code)
    return in_readers_language(concept.label) if concept else code


def in_readers_language(text: LocalisedText) -> str:
    wording = text.in_language(get_language() or "fi")
    return wording.text if wording else ""


def choice_name(kind: str, field: str, value: Any) -> str:
    """A word of a closed list as people read it: "drop_in" as "ilman ilmoittautumista"."""
    try:
        choices = dict(getattr(ENTITY_MODELS[kind]._meta.get_field(field), "flatchoices", ()))
    except (KeyError, FieldDoesNotExist):  # a word of a vocabulary, or a field kept in a table of its own
        choices = {}
    return str(choices.get(value, value))


def all_languages(text: LocalisedText) -> str:
    """Every wording on a line of its own, our own languages first; one alone needs no name of its language."""
    order = {tag: number for number, tag in enumerate(OWN_NAMES)}
    wordings = sorted(text.wordings, key=lambda wording: order.get(wording.language, len(order)))
    if len(wordings) == 1:
        return wordings[0].text
    return "\n".join(f"{OWN_NAMES.get(wording.language, wording.language)}: {wording.text}" for wording in wordings)


def in_words(value: Any) -> str:
    """A value kept as JSON, for people: yes and no, texts by language, codes by name, lists and facts in a row."""
    match value:
        case None:
            return ""
        case bool():
            return _("kyllä") if value else _("ei")
        case str() if ":" in value and value.partition(":")[0] in load_rules().concepts:
            return concept_name(*value.split(":", 1))
        case {"text": str() as text}:
            return text
        case dict():
            return ", ".join(f"{OWN_NAMES.get(name, name)}: {in_words(told)}" for name, told in value.items())
        case list():
            return "; ".join(in_words(item) for item in value)
    return str(value)
