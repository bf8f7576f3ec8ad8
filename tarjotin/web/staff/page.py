"""What every staff page needs: who may open it, how it is shown, and a note of what was done."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from tarjotin.search import index

View = Callable[..., HttpResponse]


def needs(permission: str) -> Callable[[View], View]:
    """Only for staff with this permission (`sources.view_run`). Who is no staff never comes so far: `site.py`."""

    def protect(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.has_perm(permission):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return checked

    return protect


def show(request: HttpRequest, template: str, *, title: str, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, template, {**admin.site.each_context(request), "title": title, **context}, status=status)


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to; an answer without any field is an answer too."""
    return request.POST if request.method == "POST" else None


def actor(request: HttpRequest) -> str:
    """The name under which decisions are kept."""
    return str(request.user.get_username())[:60]


def done(request: HttpRequest, about: models.Model, said: str) -> None:
    """After an action: bring the search up to it, note who did it, and tell the editor."""
    index.refresh()
    LogEntry.objects.create(
        user_id=int(request.user.pk or 0),
        content_type=ContentType.objects.get_for_model(type(about)),
        object_id=str(about.pk),
        object_repr=str(about)[:200],
        action_flag=CHANGE,
        change_message=said,
    )
    messages.success(request, said)
