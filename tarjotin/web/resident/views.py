"""The three ways to see one result: list, map, calendar."""

from __future__ import annotations

from django.utils.translation import gettext as _

from tarjotin.web.formats.lists import listed
from tarjotin.web.resident.addresses import address
from tarjotin.web.resident.chips import chips
from tarjotin.web.resident.criteria import Asked
from tarjotin.web.resident.steps import Step


def views(asked: Asked, language: str, current: str) -> list[Step]:
    """Links to the same question on the other pages; `current` is the one that is shown."""
    query = asked.address()
    names = {"results": _("lista"), "map": _("kartta"), "calendar": _("kalenteri")}
    return [Step(name, address(page, language, query=query), page == current) for page, name in names.items()]


def in_words(asked: Asked, language: str) -> str:
    """ "”tuoli”, Liikunta": what is asked, for a title and under the heading."""
    return listed(chip.label for chip in chips(asked, language))
