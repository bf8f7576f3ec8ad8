"""Accounts on the staff pages: Django's own forms for users."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin

from tarjotin.people.models import User

admin.site.register(User, UserAdmin)
