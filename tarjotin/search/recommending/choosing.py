"""Which few are suggested: the best first, each unlike those before it, an easy first step always among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tarjotin.search.recommending import weights
from tarjotin.search.recommending.first_steps import DESK, is_general
from tarjotin.search.recommending.scoring import Scored

NO_LEAST = float("-inf")
DEMANDS = ("setting", "fitness", "entry", "group_size", "led_by")


def chosen(entries: Sequence[Scored], *, is_wanted: bool) -> list[Scored]:
    """What fits; what does not only until there are a few. When something is wanted, what answers nothing of it stays
    away, but for the first step; when nothing is, what is for a need that nobody told."""
    answering = [each for each in entries if each.answers or (not is_wanted and _is_for_anybody(each))]
    enough = weights.WORTH_SAYING if is_wanted else NO_LEAST
    found = _picked([each for each in answering if each.fits], [], enough=enough)
    if len(found) < weights.FEWEST:
        found = _picked([each for each in answering if not each.fits], found, most=weights.FEWEST)
    found = _with_first_step(found, entries)
    if len(found) < weights.FEWEST:
        steps = [each for each in entries if each.first_step and _is_for_anybody(each)]
        found = _picked(steps, found, most=weights.FEWEST)
    return found


def _picked(
    entries: Sequence[Scored], before: Sequence[Scored], *, most: int = weights.MOST, enough: float = 0.0
) -> list[Scored]:
    """One after the other; what is left is weighed anew against those chosen."""
    found, left = list(before), sorted(entries, key=lambda each: each.order)
    least = enough * left[0].score if left and left[0].score > 0 else NO_LEAST
    while left and len(found) < most:
        left = [each for each in left if _is_allowed_beside(each, found)]
        best = min(left, key=lambda each: (-_value(each, found), *each.order), default=None)
        if best is None or (len(found) >= weights.FEWEST and _value(best, found) < least):
            break
        found.append(best)
        left.remove(best)
    return found


def _is_allowed_beside(each: Scored, found: Sequence[Scored]) -> bool:
    """Neither itself nor its namesake again, and not too many of one organiser."""
    is_there = any(each.row.id == other.row.id or (each.name and each.name == other.name) for other in found)
    same = [other for other in found if each.row.organisation and other.row.organisation == each.row.organisation]
    return not is_there and len(same) < weights.MOST_OF_ONE


def _value(each: Scored, found: Sequence[Scored]) -> float:
    """The score, less what makes it like those chosen, more when it answers what they do not."""
    answered = {wanted for other in found for wanted in other.answers}
    new = weights.NEW_ANSWER if set(each.answers) - answered else 0.0
    return round(each.score + new + sum(likeness(each, other) for other in found), 6)


def likeness(each: Scored, before: Scored) -> float:
    """How much an entry loses by one that was chosen before."""
    one, other = each.row, before.row
    same_organiser = bool(one.organisation) and one.organisation == other.organisation
    same_help = each.help is not None and each.help == before.help
    wanted = {*each.answers, *before.answers}
    alike = sum(
        one.options.get(group) == other.options.get(group) and one.options.get(group, ("?",)) != ("?",)
        for group in DEMANDS
    )
    return (
        weights.SAME_ORGANISER * same_organiser
        + weights.SAME_HELP * same_help
        + weights.SAME_CONCEPTS * _shared({*one.topics} - wanted, {*other.topics} - wanted)
        + weights.SAME_CATEGORIES * _shared(one.options.get("category", ()), other.options.get("category", ()))
        + weights.SAME_DEMANDS * alike / len(DEMANDS)
    )


def _shared(one: Iterable[str], other: Iterable[str]) -> float:
    both = {*one, *other}
    return len({*one} & {*other}) / len(both) if both else 0.0


def _with_first_step(found: list[Scored], entries: Sequence[Scored]) -> list[Scored]:
    """When none is among them, the best one comes last, in the place of the last where there are as many as can be."""
    if any(each.first_step for each in found):
        return found
    steps = [each for each in entries if each.first_step and _is_allowed_beside(each, found)]
    best = min(steps, key=lambda each: (*_rank(each, found), *each.order), default=None)
    return [*found[: weights.MOST - 1], best] if best else found


def _rank(each: Scored, found: Sequence[Scored]) -> tuple[bool, ...]:
    """What answers goes before what is of the same sort as the others, and that before what merely is for anybody."""
    categories = {category for other in found for category in other.row.options.get("category", ())}
    is_akin = bool(categories & {*each.row.options.get("category", ())})
    return not each.fits, not each.answers, each.is_for_others, not _is_for_anybody(each), not is_akin


def _is_for_anybody(each: Scored) -> bool:
    """A desk for debts is nothing for who wants to sing, and food aid nothing for who did not ask."""
    is_special = bool(each.row.options.get("need")) or (each.first_step == DESK and not is_general(each.row))
    return bool(each.answers) or not is_special
