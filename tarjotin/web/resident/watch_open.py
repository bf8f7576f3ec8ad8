"""A watch by its token, as mails lead to it: what it waits for, and to confirm, to prolong or to end it.

Programs that look mails through open every link in them, so a link changes nothing: a button does.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tarjotin.guidance import watching
from tarjotin.guidance.watching import find_watch
from tarjotin.web.resident.addresses import address, addresses
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.posting import page_and_form, resident_form
from tarjotin.web.resident.watch_words import notice_names, words_of


def _open(request: HttpRequest, language: str, token: str) -> HttpResponse:
    response = _page(request, language=language, token=token)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"  # the token leads to the watch
    return response


@resident_page
def _page(request: HttpRequest, language: str, token: str) -> HttpResponse:
    now = timezone.now()
    watch = find_watch(token, now=now)
    if watch is None:
        return show("resident/watch_gone.html", {}, language=language, now=now, status=404)
    wanted = {"new": watch.on_new, "sign_up": watch.on_sign_up, "coming": watch.on_coming}
    values = {
        "watch": watch,
        "done": request.GET.get("done", ""),
        "here": address("watch", language, token),
        "chips": words_of(watch.criteria, language),
        "notices": [label for name, label in notice_names().items() if wanted[name]],
        "results": address("results", language, query=watch.criteria),
    }
    slugs = dict.fromkeys(addresses("watch"), token)
    return show("resident/watch_open.html", values, language=language, now=now, same_page=addresses("watch", slugs))


@resident_form
def _change(request: HttpRequest, language: str, token: str) -> HttpResponse:
    now = timezone.now()
    watch = find_watch(token, now=now)
    if watch is None:
        return _page(request, language=language, token=token)
    if "end" in request.POST:
        watching.end_watch(watch)
        return show("resident/watch_gone.html", {"ended": True}, language=language, now=now)
    done = "confirmed" if watch.confirmed_at is None else "prolonged"
    watching.confirm_watch(watch, now=now)
    if done == "prolonged":
        watching.prolong_watch(watch, now=now)
    return HttpResponseRedirect(address("watch", language, token, query=f"done={done}"))


watch_open = page_and_form(_open, _change)


@csrf_exempt
@require_POST
def end_by_mail_program(request: HttpRequest, token: str) -> HttpResponse:
    """RFC 8058: the "unsubscribe" of a mail program, sent from anywhere by whoever holds the token."""
    if request.POST.get("List-Unsubscribe") != "One-Click":
        raise Http404
    if watch := find_watch(token, now=timezone.now()):
        watching.end_watch(watch)
    return HttpResponse(status=204)
