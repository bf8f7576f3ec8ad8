"""Options of criteria as boxes to tick and as a list to pick from.

There are hundreds of them on one page, and a template takes five times as long to write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.html import escape
from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from tarjotin.web.resident.criteria_groups import Group

BOX = '<label><input type="checkbox" name="{}" value="{}"{}>{} ({})</label>\n'
CHOICE = '<option value="{}">{} ({})</option>\n'


def boxes(group: Group) -> SafeString:
    """Each option as a box, ticked when it is chosen."""
    name = escape(group.name)
    rows = (
        BOX.format(name, escape(o.value), " checked" if o.chosen else "", escape(o.label), o.count)
        for o in group.options
    )
    return SafeString("".join(rows))  # every part is escaped above, or a number


def choices(group: Group) -> SafeString:
    """The options of a list to pick one from."""
    return SafeString("".join(CHOICE.format(escape(o.value), escape(o.label), o.count) for o in group.more))
