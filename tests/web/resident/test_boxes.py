"""Options as boxes and as a list: what is written for a browser."""

from __future__ import annotations

from tarjotin.web.resident.boxes import boxes, choices
from tarjotin.web.resident.criteria_groups import Group, Option

CHOSEN = Option(value="sport", label="Liikunta", count=12, chosen=True)
ODD = Option(value='a"b', label="Syö & <liiku>", count=0, chosen=False)


def test_boxes_of_a_group_tick_what_is_chosen_and_escape_what_is_odd() -> None:
    html = boxes(Group("category", "Mitä", (CHOSEN, ODD)))

    assert html.splitlines() == [
        '<label><input type="checkbox" name="category" value="sport" checked>Liikunta (12)</label>',
        '<label><input type="checkbox" name="category" value="a&quot;b">Syö &amp; &lt;liiku&gt; (0)</label>',
    ]


def test_choices_of_a_group_are_those_of_its_list() -> None:
    html = choices(Group("district", "Missä", (CHOSEN,), more=(ODD,)))

    assert html == '<option value="a&quot;b">Syö &amp; &lt;liiku&gt; (0)</option>\n'
