"""What the API answers, written by hand, one file a subject. A changed field here is a changed contract.

Rules for all of them: `null` means "not told", never "no"; a text is an object by language, `{}` when nobody told it;
moments are UTC; a field may be added at any time, and is taken away only with a new version of the API.
"""

from tarjotin.api.schemas.activities import (
    Activity,
    ActivityPage,
    OfferedLanguage,
    Price,
    Schedule,
    Suitability,
)
from tarjotin.api.schemas.common import (
    Contact,
    Entity,
    Image,
    OpeningHours,
    Page,
    Point,
    Reference,
    SourceCredit,
    Tag,
    Text,
    Texts,
    Tombstone,
)
from tarjotin.api.schemas.organisations import Organisation, OrganisationPage
from tarjotin.api.schemas.places import Access, District, Identifiers, Place, PlacePage, Stop
from tarjotin.api.schemas.problems import FieldProblem, Problem
from tarjotin.api.schemas.search import Chip, Reason, Relaxation, SearchAnswer, SearchHit
from tarjotin.api.schemas.services import Channel, Service, ServiceAtPlace, ServicePage
from tarjotin.api.schemas.sessions import Session, SessionPage
from tarjotin.api.schemas.vocabulary import Category, CategoryList, Counts

__all__ = [
    "Access",
    "Activity",
    "ActivityPage",
    "Category",
    "CategoryList",
    "Channel",
    "Chip",
    "Contact",
    "Counts",
    "District",
    "Entity",
    "FieldProblem",
    "Identifiers",
    "Image",
    "OfferedLanguage",
    "OpeningHours",
    "Organisation",
    "OrganisationPage",
    "Page",
    "Place",
    "PlacePage",
    "Point",
    "Price",
    "Problem",
    "Reason",
    "Reference",
    "Relaxation",
    "Schedule",
    "SearchAnswer",
    "SearchHit",
    "Service",
    "ServiceAtPlace",
    "ServicePage",
    "Session",
    "SessionPage",
    "SourceCredit",
    "Stop",
    "Suitability",
    "Tag",
    "Text",
    "Texts",
    "Tombstone",
]
