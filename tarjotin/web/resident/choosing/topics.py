"""Topics that another site may name in a link (mission A8): what each leads to. Pure; docs/deep-links.md tells them.

A code stays for good once it is here: others have it in their pages. The first concept gives the topic its name, in
every language of the thesaurus.
"""

from __future__ import annotations

from tarjotin.web.resident.choosing.effects import Effect
from tarjotin.words.thesaurus import Criterion, thesaurus

_GENTLE = Criterion("fitness", ("any", "light"))

TOPICS: dict[str, Effect] = {
    "loneliness": Effect(("loneliness", "want_company"), ("community",), helps=("desk",)),
    "shyness": Effect(("shyness",), ("community", "advice"), helps=("along",)),
    "mood": Effect(("sadness", "mental_wellbeing"), ("advice", "community"), helps=("desk",)),
    "anxiety": Effect(("anxiety", "mental_wellbeing"), ("advice",), helps=("desk",)),
    "stress": Effect(("stress", "relaxation"), ("lifestyle",)),
    "sleep": Effect(("sleeplessness", "relaxation"), ("lifestyle",)),
    "tiredness": Effect(("tiredness",), ("lifestyle",), limits=(_GENTLE,)),
    "grief": Effect(("grief",), ("advice", "community"), helps=("desk",)),
    "falls": Effect(("fear_of_falling", "balance_training"), ("sport",), limits=(_GENTLE,)),
    "exercise": Effect(("exercise",), ("sport",)),
    "starting": Effect(("hard_to_get_going", "inactivity"), ("sport", "lifestyle"), helps=("along",)),
    "pain": Effect(("pain",), ("sport", "advice"), limits=(_GENTLE,)),
    "back": Effect(("back_pain",), ("sport", "advice"), limits=(_GENTLE,)),
    "joints": Effect(("joint_problems",), ("sport", "advice"), limits=(_GENTLE,)),
    "heart": Effect(("heart_disease", "high_blood_pressure"), ("sport", "lifestyle"), limits=(_GENTLE,)),
    "diabetes": Effect(("diabetes",), ("lifestyle", "sport")),
    "weight": Effect(("weight",), ("lifestyle", "sport")),
    "food": Effect(("shared_meal", "food"), ("food",)),
    "hunger": Effect(("hunger", "food_aid"), ("food", "advice"), helps=("desk",)),
    "smoking": Effect(("smoking", "quit_smoking"), ("lifestyle", "advice"), helps=("desk",)),
    "alcohol": Effect(("alcohol_problem",), ("advice",), helps=("desk",)),
    "drugs": Effect(("drug_problem",), ("advice",), helps=("desk",)),
    "gambling": Effect(("gambling_problem",), ("advice",), helps=("desk",)),
    "memory": Effect(("memory_worries", "memory_advice"), ("advice", "culture"), helps=("desk",)),
    "money": Effect(("money_worries", "benefit_advice"), ("advice",), helps=("desk",)),
    "debts": Effect(("debts", "debt_advice"), ("advice",), helps=("desk",)),
    "housing": Effect(("housing_search", "housing_advice"), ("advice",), helps=("desk",)),
    "work": Effect(("job_search", "work_advice", "unemployment"), ("advice",), helps=("desk",)),
    "language": Effect(("learn_finnish", "finnish_course", "language_cafe"), ("culture", "community")),
    "newcomer": Effect(("newly_in_finland", "immigrant_advice"), ("advice", "community"), helps=("desk",)),
    "digital": Effect(("digital_difficulty", "digital_help"), ("advice",), helps=("desk",)),
    "culture": Effect(("culture",), ("culture",)),
    "nature": Effect(("nature_outdoors",), ("nature",)),
    "volunteering": Effect(("volunteering",), ("community",)),
    "home": Effect(("coping_at_home", "home_help"), ("advice",), helps=("desk",)),
    "carer": Effect(("caring_for_relative", "carer_support"), ("advice", "community"), helps=("desk",)),
    "family": Effect(("parent_exhaustion", "family_centre"), ("advice", "community"), helps=("desk",)),
    "crisis": Effect(("crisis", "crisis_help", "crisis_phone"), ("advice",), helps=("desk",)),
}
MOST = 5  # of one link
# Topics behind which somebody may be in trouble at this moment.
PRESSING = frozenset({"crisis", "mood", "anxiety", "grief", "alcohol", "drugs"})


def name(topic: str, language: str) -> str:
    return thesaurus()[TOPICS[topic].wanted[0]].label(language)
