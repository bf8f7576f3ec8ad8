"""What others at the same screen need not see: pages of such subjects offer a way out at once."""

from __future__ import annotations

from tarjotin.catalogue.models import Activity, EntityTopics, Service

# Concepts of the thesaurus; only what is surely the subject counts, for a swimming hall also names a first-aid room.
TOPICS = frozenset(
    {
        "violence_help",
        "violence_shelter",
        "victim_support",
        "home_violence",
        "crisis_help",
        "suicidal_thoughts",
        "substance_advice",
        "harm_reduction",
        "gambling_help",
        "twelve_step_group",
        "people_in_substance_recovery",
        "addiction",
        "alcohol_problem",
        "drug_problem",
        "gambling_problem",
        "sexual_health",
        "gender_and_sexual_minorities",
        "divorce",
        "trauma",
    }
)
SURE = 0.7


def is_sensitive(entity: Activity | Service) -> bool:
    """Whether it is about violence, crisis, addiction, sexuality or parting."""
    told = EntityTopics.objects.filter(**{entity.kind_name: entity}).values_list("told", flat=True).first()
    return any(topic["code"] in TOPICS and topic["confidence"] >= SURE for topic in told or ())
