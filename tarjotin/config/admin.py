"""The staff pages' frame: Django's admin under our own name."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class StaffSite(admin.AdminSite):
    site_header = _("Tarjotin – ylläpito")
    site_title = _("Tarjotin")
    index_title = _("Lähteet ja luettelo")
    enable_nav_sidebar = False
