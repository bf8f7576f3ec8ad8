"""What each answer changes, in one table. Pure.

`wanted` are concepts of the thesaurus, `categories` where the same is found among all results. `limits` leave out what
is told to be otherwise, `wishes` put what meets them first. `helps` are kinds of help, of `helping.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from tarjotin.words.thesaurus import Criterion

DAYTIMES = ("day", "afternoon", "evening")  # all that is not the morning


@dataclass(frozen=True, slots=True)
class Effect:
    wanted: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    limits: tuple[Criterion, ...] = ()
    wishes: tuple[Criterion, ...] = ()
    weekdays: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    distance: str = ""  # an option of the criterion, from where one starts
    helps: tuple[str, ...] = ()


def _c(group: str, *options: str) -> Criterion:
    return Criterion(group, options)


_GENTLE = _c("fitness", "any", "light")
_IN_COMPANY = _c("companion", "buddy", "escort_first_times", "free_assistant")

# Question → answer → what it changes, both in the order in which pages show them.
EFFECTS: dict[str, dict[str, Effect]] = {
    "good": {
        "move": Effect(("exercise",), ("sport",), wishes=(_GENTLE,)),
        "outdoors": Effect(("nature_outdoors", "walking"), ("nature",)),
        "music": Effect(("music", "singing_together"), ("culture",)),
        "hands": Effect(("crafts", "art_therapy"), ("culture",)),
        "people": Effect(("want_company",), ("community",), wishes=(_c("newcomers", "yes"),)),
        "eat": Effect(("shared_meal",), ("food",), wishes=(_c("food", "meal_free", "meal_cheap", "coffee"),)),
        "learn": Effect(("learning",), ("culture",), wishes=(_c("beginners", "yes"),)),
        "useful": Effect(("volunteering", "meaning"), ("community",)),
        "papers": Effect(("money_worries", "benefit_advice", "form_help"), ("advice",), helps=("desk",)),
        "talk": Effect(
            ("loneliness", "phone_company", "mental_health_point"), ("community", "advice"), helps=("desk",)
        ),
        "rest": Effect(("relaxation", "stress"), ("lifestyle",), wishes=(_c("quiet_ok", "yes"),)),
        "health": Effect(("lifestyle_advice", "health_advice"), ("lifestyle",)),
    },
    "when": {
        "morning": Effect(times=("morning",)),
        "day": Effect(times=("day",)),
        "afternoon": Effect(times=("afternoon",)),
        "evening": Effect(times=("evening",)),
        "not_morning": Effect(limits=(_c("time", *DAYTIMES),)),
        "weekdays": Effect(weekdays=("1", "2", "3", "4", "5")),
        "weekend": Effect(weekdays=("6", "7")),
        "once": Effect(wishes=(_c("rhythm", "one_off", "open_always"), _c("entry", "drop_in"))),
        "weekly": Effect(wishes=(_c("rhythm", "weekly"),)),
    },
    "where": {
        "10min": Effect(distance="10min"),
        "30min": Effect(distance="30min"),
        "5km": Effect(distance="5km"),
        "rail": Effect(wishes=(_c("rail", "near"),)),
        "home": Effect(("phone_company", "chat_help"), wishes=(_c("setting", "online"),)),
    },
    "hinder": {
        "money": Effect(limits=(_c("price", "free", "cheap"),), wishes=(_c("price", "free"),)),
        "travel": Effect(("transport_support",), wishes=(_c("rail", "near"),)),
        "alone": Effect(wishes=(_IN_COMPANY, _c("alone_ok", "yes")), helps=("along",)),
        "shy": Effect(
            wishes=(_c("group_size", "small"), _c("quiet_ok", "yes"), _c("beginners", "yes")), helps=("along",)
        ),
        "pain": Effect(limits=(_GENTLE,), wishes=(_c("limit", "pain_day", "tiredness"),)),
        "seated": Effect(limits=(_c("seated", "yes"),), wishes=(_c("seated", "yes"),)),
        "falling": Effect(("fear_of_falling",), limits=(_GENTLE,), wishes=(_c("limit", "balance"),)),
        "steps": Effect(limits=(_c("access", "reduced_mobility", "rollator", "wheelchair"),)),
        "digital": Effect(wishes=(_c("entry", "drop_in"),), helps=("desk",)),
        "children": Effect(limits=(_c("children", "welcome", "own_activity", "childcare"),)),
    },
    # The two axes of need for support: does one find the way, and does one get going (mission D4).
    "begin": {
        "self": Effect(helps=("self",)),
        "talk": Effect(helps=("desk",)),
        "guide": Effect(
            wishes=(_c("led_by", "professional", "trained_volunteer", "peer"), _c("beginners", "yes")),
            helps=("group",),
        ),
        "along": Effect(wishes=(_IN_COMPANY,), helps=("along",)),
        "call": Effect(helps=("call",)),
    },
}
QUESTIONS = tuple(EFFECTS)
# Answers that change each other: two answers → instead of which concept these are wanted.
TOGETHER: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("move", "seated"): ("exercise", ("seated_exercise", "chair_yoga", "water_exercise")),
    ("move", "falling"): ("exercise", ("balance_training", "seated_exercise")),
    ("outdoors", "seated"): ("walking", ("park",)),
    ("outdoors", "falling"): ("walking", ("walking_group",)),
}
