"""Every address of the staff pages, tried by everybody. An address that is missing from the table fails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLPattern, URLResolver

from tarjotin.impact.models import ArrivalDay
from tarjotin.people.models import User
from tarjotin.search.models import UnfoundWord
from tarjotin.sources.edits.writing import write_edit
from tarjotin.sources.models import Distinct
from tarjotin.web.staff.site import PAGES
from tests import make
from tests.web.staff.desk import Desk, client_of, reports

pytestmark = pytest.mark.django_db

Row = tuple[str, str, int]
OPEN, ANY_STAFF, NOBODY = "open", "any staff", "nobody"
BASE = "/yllapito/"


def record(desk: Desk) -> int:
    return desk.record(1).pk


def edit(desk: Desk) -> int:
    fields = {"summary": {"fi": "Uusi."}}
    return write_edit(about=desk.record(1).ref, fields=fields, reason="Kerrottiin", by="editor", now=make.NOW).pk


def distinct(desk: Desk) -> int:
    a, b = sorted((desk.record(1).pk, desk.record(2).pk))
    return Distinct.objects.create(record_a_id=a, record_b_id=b, decided_by="editor", decided_at=make.NOW).pk


def rows(desk: Desk) -> dict[str, object]:
    """What the addresses of the table lead to."""
    return {
        "record": record(desk),
        "run": desk.run.pk,
        "candidate": desk.candidate().pk,
        "edit": edit(desk),
        "distinct": distinct(desk),
        "activity": desk.entity_id(1),
        "place": desk.activity(1).place_id,
        "organisation": desk.activity(1).organisation_id,
        "service": make.service().pk,
        "unfound": UnfoundWord.objects.create(word="miekkailu", language="fi").pk,
        "arrival": ArrivalDay.objects.create(linker="portal", arrived_on=make.NOW.date(), arrivals=1).pk,
        "report": reports(1)[0].pk,
        "user": User.objects.create(username="somebody").pk,
        "group": Group.objects.create(name="Toimittajat").pk,
    }


@pytest.fixture
def addresses(desk: Desk) -> dict[str, str]:
    made = rows(desk)
    return {name: BASE + path.format(**made) for name, (path, _right, _answer) in TABLE.items()}


def own(path: str, right: str, *, get: int = 200) -> Row:
    return path, right, get


def read_only(model: str, app: str, maker: str) -> dict[str, Row]:
    return {
        f"{app}_{model}_changelist": own(f"{app}/{model}/", f"{app}.view_{model}"),
        f"{app}_{model}_change": own(f"{app}/{model}/{{{maker}}}/change/", f"{app}.view_{model}"),
    }


# Name → address below the base, the rights it needs, and what the GET of somebody who has it answers.
TABLE: dict[str, Row] = {
    "staff_search": own("haku/", "catalogue.view_activity"),
    "staff_suggestions": own("ehdotukset/?q=ui", "catalogue.view_activity"),
    "accept_run": own("tuonnit/{run}/hyvaksy/", "sources.change_run"),
    "raw_record": own("tietueet/{record}/raaka/", "sources.view_sourcerecord"),
    "split_record": own("tietueet/{record}/erota/", "sources.change_candidate"),
    "edit_record": own("tietueet/{record}/muokkaa/", "sources.change_sourcerecord"),
    "classify_record": own("tietueet/{record}/luokittele/", "sources.change_sourcerecord"),
    "merge_queue": own("jono/", "sources.view_candidate"),
    "merge_pair": own("jono/{candidate}/", "sources.view_candidate"),
    "decided": own("jono/paatetyt/", "sources.view_candidate"),
    "reopen_merged": own("jono/paatetyt/{candidate}/avaa/", "sources.change_candidate", get=405),
    "reopen_apart": own("jono/erilliset/{distinct}/avaa/", "sources.change_candidate", get=405),
    "unclassified": own("luokittelematta/", "sources.view_sourcerecord"),
    "unfound": own("loytymatta/", "search.view_unfoundword"),
    "silence_word": own("loytymatta/{unfound}/pois/", "search.change_unfoundword", get=405),
    "reports": own("virheet/", "people.view_report"),
    "handle_report": own("virheet/{report}/valmis/", "people.change_report", get=405),
    "reopen_report": own("virheet/{report}/avaa/", "people.change_report", get=405),
    "edits": own("muutokset/", "sources.view_sourcerecord"),
    "take_back_edit": own("muutokset/{edit}/peru/", "sources.change_sourcerecord", get=405),
    **read_only("run", "sources", "run"),
    **read_only("arrivalday", "impact", "arrival"),
    **read_only("sourcerecord", "sources", "record"),
    **read_only("organisation", "catalogue", "organisation"),
    **read_only("place", "catalogue", "place"),
    **read_only("service", "catalogue", "service"),
    **read_only("activity", "catalogue", "activity"),
    # Django's own
    "index": own("", ANY_STAFF),
    "login": own("login/", OPEN, get=302),
    "logout": own("logout/", OPEN, get=405),
    "password_change": own("password_change/", ANY_STAFF),
    "password_change_done": own("password_change/done/", ANY_STAFF),
    "autocomplete": own("autocomplete/", NOBODY, get=403),
    "jsi18n": own("jsi18n/", ANY_STAFF),
    "view_on_site": own("r/1/1/", ANY_STAFF, get=404),
    "app_list": own("sources/", "sources.view_run"),
    "people_user_changelist": own("people/user/", "people.view_user"),
    "people_user_add": own("people/user/add/", "people.add_user people.change_user"),
    "people_user_change": own("people/user/{user}/change/", "people.view_user"),
    "people_user_history": own("people/user/{user}/history/", "people.view_user"),
    "people_user_delete": own("people/user/{user}/delete/", "people.delete_user"),
    "auth_user_password_change": own("people/user/{user}/password/", "people.change_user"),
    "auth_group_changelist": own("auth/group/", "auth.view_group"),
    "auth_group_add": own("auth/group/add/", "auth.add_group"),
    "auth_group_change": own("auth/group/{group}/change/", "auth.view_group"),
    "auth_group_history": own("auth/group/{group}/history/", "auth.view_group"),
    "auth_group_delete": own("auth/group/{group}/delete/", "auth.delete_group"),
}
OF_STAFF = {name: row for name, row in TABLE.items() if row[1] != OPEN}
OWN = {name: TABLE[name] for _route, _view, name in PAGES}
ACTIONS = {name: row for name, row in OWN.items() if ".change_" in row[1]}
WITH_RIGHT = {name: row for name, row in OF_STAFF.items() if row[1] != ANY_STAFF}


def names(patterns: Any) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield pattern.name


def test_table_names_every_address_of_the_staff_pages() -> None:
    assert set(names(admin.site.get_urls())) == set(TABLE)


def answers(client: Client, addresses: dict[str, str], names: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Name → status, and where a redirect leads."""
    found = {}
    for name in names:
        response = client.get(addresses[name])
        found[name] = (response.status_code, response.headers.get("Location", "").split("?")[0])
    return found


def test_stranger_is_led_to_the_login(addresses: dict[str, str], client: Client) -> None:
    expected = dict.fromkeys(OF_STAFF, (302, f"{BASE}login/"))

    assert answers(client, addresses, OF_STAFF) == expected


def test_user_who_is_no_staff_is_led_to_the_login(addresses: dict[str, str]) -> None:
    expected = dict.fromkeys(OF_STAFF, (302, f"{BASE}login/"))

    assert answers(client_of(is_staff=False), addresses, OF_STAFF) == expected


def test_staff_without_any_right_is_refused(addresses: dict[str, str]) -> None:
    refused = dict.fromkeys(WITH_RIGHT, (403, "")) | {"app_list": (404, "")}

    assert answers(client_of(), addresses, WITH_RIGHT) == refused


def test_staff_with_exactly_the_right_gets_in(addresses: dict[str, str]) -> None:
    rights = {name: row for name, row in WITH_RIGHT.items() if row[1] != NOBODY}

    found = {
        name: answers(client_of(rights=row[1].split()), addresses, [name])[name][0] for name, row in rights.items()
    }

    assert found == {name: answer for name, (_path, _right, answer) in rights.items()}


def test_superuser_gets_in_everywhere(addresses: dict[str, str], editor: Client) -> None:
    found = {name: status for name, (status, _) in answers(editor, addresses, TABLE).items()}

    assert found == {name: answer for name, (_path, _right, answer) in TABLE.items()}


def test_staff_who_may_only_look_can_change_nothing(addresses: dict[str, str]) -> None:
    views = ("view_run", "view_sourcerecord", "view_candidate", "view_distinct")
    client = client_of(rights={f"sources.{view}" for view in views} | {"catalogue.view_activity"})

    looked = {name: client.get(addresses[name]).status_code for name in ACTIONS}
    posted = {name: client.post(addresses[name]).status_code for name in ACTIONS}

    assert looked == posted == dict.fromkeys(ACTIONS, 403)


def test_staff_who_may_only_look_sees_a_pair_and_cannot_decide(desk: Desk) -> None:
    client = client_of(rights={"sources.view_candidate"})
    address = f"{BASE}jono/{desk.candidate().pk}/"

    looked, decided = client.get(address), client.post(address, {"decision": "same"})

    assert (looked.status_code, "Sama asia: yhdistä" in looked.content.decode(), decided.status_code) == (
        200,
        False,
        403,
    )
    assert desk.entity_id(1) != desk.entity_id(2)


def test_form_without_its_token_is_refused(addresses: dict[str, str], editor: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = editor.cookies
    forms = [*ACTIONS, "merge_pair"]

    found = {name: strict.post(addresses[name], {"decision": "same"}).status_code for name in forms}

    assert found == dict.fromkeys(forms, 403)
