"""How many came by whose link: a number a day and site, nothing more is known."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from tarjotin.impact.models import ArrivalDay
from tarjotin.web.staff.listing import ReadOnlyAdmin


class ArrivalAdmin(ReadOnlyAdmin):
    list_display = ("day", "site", "number")
    list_title = _("Tulleet linkeistä")
    ordering = ("-arrived_on", "linker")

    @admin.display(description=_("Päivä"), ordering="arrived_on")
    def day(self, row: ArrivalDay) -> str:
        return row.arrived_on.isoformat()

    @admin.display(description=_("Linkittäjä"), ordering="linker")
    def site(self, row: ArrivalDay) -> str:
        return row.linker

    @admin.display(description=_("Tulleita"), ordering="arrivals")
    def number(self, row: ArrivalDay) -> int:
        return row.arrivals
