from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from tarjotin.guidance import actions, codes
from tarjotin.guidance.models import Plan, PlanItem
from tarjotin.guidance.queries import find_plan, items_of, read_key, read_keys
from tests.make import NOW

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def plan_of(*ids: UUID) -> Plan:
    plan = actions.start_plan(language="fi", now=NOW)
    for entity_id in ids:
        actions.add_item(plan, kind="activity", entity_id=entity_id, now=NOW)
    return plan


def ids_of(plan: Plan) -> list[UUID]:
    return [item.entity_id for item in items_of(plan)]


def test_list_holds_things_in_the_order_they_came() -> None:
    a, b = uuid4(), uuid4()

    plan = plan_of(a, b, a)

    assert ids_of(plan) == [a, b]


def test_removed_thing_comes_back_to_its_place() -> None:
    a, b, c = uuid4(), uuid4(), uuid4()
    plan = plan_of(a, b, c)

    actions.remove_item(plan, kind="activity", entity_id=b, now=NOW)
    without = ids_of(plan)
    actions.add_item(plan, kind="activity", entity_id=b, now=NOW)

    assert (without, ids_of(plan)) == ([a, c], [a, b, c])


def test_thing_moves_past_its_neighbour_that_is_still_there() -> None:
    a, b, c = uuid4(), uuid4(), uuid4()
    plan = plan_of(a, b, c)
    actions.remove_item(plan, kind="activity", entity_id=b, now=NOW)

    actions.move_item(plan, kind="activity", entity_id=c, up=True)
    moved = ids_of(plan)
    actions.move_item(plan, kind="activity", entity_id=c, up=True)
    actions.move_item(plan, kind="activity", entity_id=uuid4(), up=False)

    assert (moved, ids_of(plan)) == ([c, a], [c, a])


def test_thirty_first_thing_is_refused() -> None:
    plan = plan_of(*(uuid4() for _ in range(30)))

    with pytest.raises(actions.ListFull):
        actions.add_item(plan, kind="place", entity_id=uuid4(), now=NOW)

    assert len(items_of(plan)) == 30


def test_list_is_found_by_its_code_until_ninety_days_after_it_was_used() -> None:
    plan = plan_of()
    written = codes.shown_code(plan.code).lower()

    actions.use_plan(plan, now=NOW + 30 * DAY)

    assert find_plan(written, now=NOW + 119 * DAY) == plan
    assert find_plan(written, now=NOW + 120 * DAY) is None
    assert find_plan("garbage", now=NOW) is None


def test_nobodys_list_is_deleted_with_all_that_was_on_it() -> None:
    kept, gone = plan_of(uuid4()), plan_of(uuid4())
    actions.use_plan(kept, now=NOW + 30 * DAY)

    forgotten = actions.forget_expired(now=NOW + 100 * DAY)

    assert (forgotten, list(Plan.objects.all()), PlanItem.objects.count()) == (1, [kept], 1)
    assert not Plan.objects.filter(pk=gone.pk).exists()


def test_removed_things_are_deleted_after_a_day() -> None:
    a = uuid4()
    plan = plan_of(a)
    actions.remove_item(plan, kind="activity", entity_id=a, now=NOW)

    actions.forget_expired(now=NOW + DAY)

    assert PlanItem.objects.count() == 0


def test_code_that_is_taken_is_not_given_again(monkeypatch: pytest.MonkeyPatch) -> None:
    given = iter(["K7M2QX", "K7M2QX", "K7M2QC"])
    monkeypatch.setattr(actions, "new_code", lambda: next(given))

    plans = [actions.start_plan(language="fi", now=NOW) for _ in range(2)]

    assert [plan.code for plan in plans] == ["K7M2QX", "K7M2QC"]


@pytest.mark.parametrize("written", ["", "activity", "activity:", f"person:{UUID(int=1)}", "x" * 9999, "activity:5"])
def test_key_that_is_none_is_passed_over(written: str) -> None:
    assert read_key(written) is None


def test_keys_count_once() -> None:
    key = f"place:{UUID(int=1)}"

    assert read_keys([key, "odd", key]) == [("place", UUID(int=1))]
