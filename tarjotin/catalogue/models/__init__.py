"""The catalogue's tables, one file a subject; the rules that hold for every entity are in `entity.py`."""

from tarjotin.catalogue.models.activity import Activity, ActivityLanguage, Suitability
from tarjotin.catalogue.models.entity import ENTITY_MODELS, Entity, Status, WithdrawnReason
from tarjotin.catalogue.models.facts import Contact, OpeningHours, Price
from tarjotin.catalogue.models.history import Change, Revision, Slug
from tarjotin.catalogue.models.organisation import Organisation
from tarjotin.catalogue.models.place import Place, PlaceAccess, PlaceTransit
from tarjotin.catalogue.models.service import Channel, Service, ServicePlace
from tarjotin.catalogue.models.session import Schedule, Session
from tarjotin.catalogue.models.vocabulary import Concept, EntityTopics, Tag

__all__ = [
    "ENTITY_MODELS",
    "Activity",
    "ActivityLanguage",
    "Change",
    "Channel",
    "Concept",
    "Contact",
    "Entity",
    "EntityTopics",
    "OpeningHours",
    "Organisation",
    "Place",
    "PlaceAccess",
    "PlaceTransit",
    "Price",
    "Revision",
    "Schedule",
    "Service",
    "ServicePlace",
    "Session",
    "Slug",
    "Status",
    "Suitability",
    "Tag",
    "WithdrawnReason",
]
