"""What one may mean while one types into the search of the staff pages: a list of links, no page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from tarjotin.search.suggesting import suggestions
from tarjotin.web.staff.page import needs
from tarjotin.web.staff.words import kind_name


@needs("catalogue.view_activity")
@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """At most ten labels, each leading to its search. They are names that residents see too, so one right is enough."""
    search = reverse("admin:staff_search")
    found = [
        (label.text, ", ".join(map(kind_name, label.kinds)), f"{search}?{urlencode({'q': label.text})}")
        for label in suggestions(request.GET.get("q", ""))
    ]
    return render(request, "staff/suggestions.html", {"found": found})
