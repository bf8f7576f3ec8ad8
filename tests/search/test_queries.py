"""What a question finds, in which order, and what is said about it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tarjotin.common.distance import Point
from tarjotin.search.queries import search
from tarjotin.search.query import Answer, Query, Reason, Relaxation
from tests import make

NOW = make.NOW  # a Tuesday


def ask(text: str = "", *, language: str = "fi", now: Any = NOW, **asked: Any) -> Answer:
    return search(Query(text=text, **asked), language=language, now=now)


def ids(answer: Answer) -> list[Any]:
    return [hit.id for hit in answer.hits]


# --- Words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("uimahalli", ""),
        ("uimahallit", ""),
        ("UIMAHALLISSA", ""),
        ("halli", ""),  # the head of the compound
        ("uimah", ""),  # its beginning
        ("uimahaali", "uimahalli"),
        ("uimhali", "uimahalli"),
    ],
)
def test_a_word_inflected_begun_or_misspelt_finds_its_entry(search_index: Any, text: str, corrected: str) -> None:
    pool = make.service(name="Itäkeskuksen uimahalli")
    make.service(name="Pihapelit")
    search_index.refresh()

    answer = ask(text)

    assert (ids(answer), answer.corrected) == ([pool.id], corrected)


@pytest.mark.parametrize("text", ["jumppa", "jumpat", "jumppaan"])
def test_a_short_word_finds_its_compounds_after_itself(search_index: Any, text: str) -> None:
    compounds = [make.activity(name="Tuolijumppa"), make.activity(name="Vesijumppa")]
    plain = make.activity(name="Jumppa")
    make.activity(name="Jumalanpalvelus")
    search_index.refresh()

    found = ids(ask(text))

    assert (found[0], set(found[1:])) == (plain.id, {each.id for each in compounds})


@pytest.mark.parametrize("text", ["simhallen", "swimming pools", "swimming hall", "Uimahallit", "ишчу"])
def test_a_word_in_any_language_finds_the_entry(search_index: Any, text: str) -> None:
    pool = make.service(
        name={"fi": "Uimahallit", "sv": "Simhallar", "en": "Swimming pools and halls", "ru": "Плавание: ищу, ишчу"}
    )
    search_index.refresh()

    assert ids(ask(text, language="sv")) == [pool.id]


def test_letters_without_dots_find_the_word_with_them(search_index: Any) -> None:
    library = make.activity(name="Töölön jäähalli", place=make.place(name="Jäähalli", district="14"))
    search_index.refresh()

    assert [ids(ask(text)) for text in ("toolon", "jaahalli", "jaahallissa")] == [[library.id]] * 3


def test_all_words_must_match_each_wherever_it_stands(search_index: Any) -> None:
    library = make.place(name="Kallion kirjasto")
    here = make.activity(name="Lukupiiri", place=library, description="Luetaan runoja.")
    make.activity(name="Lukupiiri", description="Luetaan runoja.", place=make.place(name="Malmitalo", district="38"))
    search_index.refresh()

    assert ids(ask("runot lukupiiri kallio")) == [here.id]


def test_a_title_counts_more_than_a_summary_and_that_more_than_the_text(search_index: Any) -> None:
    body = make.activity(name="A", summary="Mukavaa.", description="Joogaa.")
    summary = make.activity(name="B", summary="Joogaa.", description="Mukavaa.")
    title = make.activity(name="Jooga", summary="Mukavaa.", description="Mukavaa.")
    search_index.refresh()

    assert ids(ask("jooga")) == [title.id, summary.id, body.id]


def test_a_word_of_the_index_is_never_corrected(search_index: Any) -> None:
    known = make.activity(name="Kielikahvila")
    make.activity(name="Kielikahvio")
    search_index.refresh()

    answer = ask("kielikahvila")

    assert (ids(answer), answer.corrected) == ([known.id], "")


def test_an_unknown_word_is_left_out_and_told(search_index: Any) -> None:
    yoga = make.activity(name="Jooga")
    search_index.refresh()

    answer = ask("jooga xyzzyxyzzy")

    assert (ids(answer), answer.corrected) == ([yoga.id], "jooga")


def test_words_that_never_meet_are_searched_in_part_and_told(search_index: Any) -> None:
    found = [make.activity(name=name) for name in ("Jooga", "Jooga aamuisin", "Kuoro")]
    search_index.refresh()

    answer = ask("jooga kuoro")

    assert (set(ids(answer)), answer.corrected) == ({each.id for each in found}, "jooga, kuoro")


def test_words_nobody_knows_find_nothing_and_say_what_is_without_them(search_index: Any) -> None:
    make.activity(name="Jooga")
    search_index.refresh()

    answer = ask("xyzzyxyzzy")

    assert (answer.total, answer.hits, answer.relaxations, answer.corrected) == (0, (), (Relaxation("", 1),), "")


def test_criteria_that_leave_nothing_do_not_change_the_words(search_index: Any) -> None:
    make.tag(make.activity(name="Jooga"), code="sport")
    make.tag(make.activity(name="Kuoro"), code="culture")
    search_index.refresh()

    answer = ask("jooga", chosen={"category": ("culture",)})

    assert (answer.total, answer.corrected) == (0, "")
    assert answer.relaxations == (Relaxation("category", 1), Relaxation("", 1))


# --- Criteria --------------------------------------------------------------------------------------------------------


def test_criteria_join_with_and_across_groups_and_or_inside(search_index: Any) -> None:
    wanted = [make.activity(name="A", entry="drop_in"), make.activity(name="B", entry="drop_in")]
    others = [make.activity(name="C", entry="register"), make.activity(name="D", entry="drop_in")]
    for entity, code in zip([*wanted, *others], ["sport", "culture", "sport", "nature"], strict=True):
        make.tag(entity, code=code)
    search_index.refresh()

    answer = ask(chosen={"category": ("sport", "culture"), "entry": ("drop_in",)})

    assert set(ids(answer)) == {each.id for each in wanted}
    assert answer.facets["category"] == {"sport": 1, "culture": 1, "nature": 1}
    assert answer.facets["entry"] == {"drop_in": 2, "register": 1}


def test_what_is_not_told_comes_after_as_maybe(search_index: Any) -> None:
    free, untold, paid = (make.activity(name=name) for name in ("A", "B", "C"))
    make.price(activity=free, is_free=True)
    make.price(activity=paid, amount="5.00")
    search_index.refresh()

    answer = ask(chosen={"price": ("free",)})

    assert (answer.total, ids(answer)) == (1, [free.id])
    assert (answer.maybe_total, [hit.id for hit in answer.maybe]) == (1, [untold.id])
    assert answer.hits[0].reasons == (Reason("criterion", "price", "free"),)
    assert answer.maybe[0].reasons == (Reason("criterion", "price", unknown=True),)


def test_a_weekday_and_a_time_ask_for_that_time_of_that_day(search_index: Any) -> None:
    evening = make.activity(name="Keskiviikkoilta")
    make.session(activity=evening, starts_at=NOW + timedelta(days=1, hours=6))
    other = make.activity(name="Keskiviikkoaamu ja torstai-ilta")
    make.session(activity=other, starts_at=NOW + timedelta(hours=21))
    make.session(activity=other, starts_at=NOW + timedelta(days=2, hours=6))
    search_index.refresh(now=NOW)

    answer = ask(chosen={"weekday": ("3",), "time": ("evening",)})

    assert ids(answer) == [evening.id]
    assert answer.facets["weekday"] == {"3": 1, "4": 1}
    assert answer.facets["time"] == {"morning": 1, "evening": 1}


def test_place_and_organisation_narrow_the_question(search_index: Any) -> None:
    place, organisation = make.place(), make.organisation()
    here, theirs = make.activity(place=place), make.activity(organisation=organisation)
    search_index.refresh()

    assert ids(ask(place=place.id)) == [here.id]
    assert ids(ask(organisation=organisation.id)) == [theirs.id]


def test_an_entry_is_seen_inside_its_window_only(search_index: Any) -> None:
    soon = make.activity(name="A", visible_from=NOW + timedelta(hours=1))
    over = make.activity(name="B", visible_until=NOW)
    now = make.activity(name="C", visible_from=NOW, visible_until=NOW + timedelta(hours=1))
    always = make.activity(name="D")
    search_index.refresh()

    assert set(ids(ask())) == {now.id, always.id}
    assert set(ids(ask(now=NOW + timedelta(hours=2)))) == {soon.id, always.id}
    assert over.id not in ids(ask())


@pytest.mark.parametrize("options", [("\ud800",), ("8",), ("*", "sport OR culture"), ("",), ("x" * 10_000,)])
def test_an_option_nobody_has_finds_nothing(search_index: Any, options: tuple[str, ...]) -> None:
    make.tag(make.activity(), code="sport")
    search_index.refresh()

    assert ask(chosen={"category": options}).total == 0
    assert ask(chosen={"weekday": options}).total == 0
    answer = ask(chosen={"weekday": (*options, "8"), "time": (*options, "8")})
    assert (answer.total, answer.facets["weekday"], answer.facets["time"]) == (0, {}, {})


def test_untold_is_an_option_of_the_criteria_that_may_be_untold(search_index: Any) -> None:
    free, untold, paid = make.activity(name="A"), make.activity(name="B"), make.activity(name="C")
    make.price(activity=free, is_free=True)
    make.price(activity=paid, amount="20")
    search_index.refresh()

    answer = ask(chosen={"price": ("free", "?")})

    assert (set(ids(answer)), answer.maybe_total, answer.unknown["price"]) == ({free.id, untold.id}, 0, 1)
    told = {hit.id: [(each.value, each.unknown) for each in hit.reasons] for hit in answer.hits}
    assert told == {free.id: [("free", False)], untold.id: [("", True)]}
    assert ask(chosen={"category": ("?",)}).total == 0


def test_untold_day_and_told_time_belong_together(search_index: Any) -> None:
    untold, evening = make.activity(name="A"), make.activity(name="B")
    make.session(activity=evening, starts_at=NOW + timedelta(days=1, hours=7))
    search_index.refresh()

    answer = ask(chosen={"weekday": ("3",), "time": ("evening", "?")})

    assert ([hit.id for hit in answer.hits], [hit.id for hit in answer.maybe]) == ([evening.id], [untold.id])
    assert answer.unknown["weekday"] == 1
    assert set(ids(ask(chosen={"weekday": ("3", "?"), "time": ("evening", "?")}))) == {untold.id, evening.id}


# --- Order -----------------------------------------------------------------------------------------------------------


def test_cancelled_and_past_entries_come_last(search_index: Any) -> None:
    cancelled, past, bare = make.activity(name="A"), make.activity(name="B"), make.activity(name="C")
    make.session(activity=cancelled, starts_at=NOW + timedelta(hours=1), state="cancelled")
    make.session(activity=past, starts_at=NOW - timedelta(days=1))
    search_index.refresh(now=NOW)

    for sort in ("relevance", "soonest", "cheapest"):
        found = ids(ask(sort=sort))
        assert (found[0], set(found[1:])) == (bare.id, {cancelled.id, past.id})


def test_browsing_shows_the_sooner_and_the_better_told_first(search_index: Any) -> None:
    later = make.activity(name="A")
    make.session(activity=later, starts_at=NOW + timedelta(days=20))
    soon = make.activity(name="B")
    make.session(activity=soon, starts_at=NOW + timedelta(hours=2))
    told = make.activity(name="C", summary="S", description="D", what_happens="W", arrival="A", beginners=True)
    make.session(activity=told, starts_at=NOW + timedelta(hours=2))
    search_index.refresh(now=NOW)

    assert ids(ask()) == [told.id, soon.id, later.id]


def test_browsing_lets_no_organiser_fill_the_page(search_index: Any) -> None:
    busy, other = make.organisation(name="Iso"), make.organisation(name="Pieni")
    for hours in range(1, 6):
        make.session(activity=make.activity(organisation=busy), starts_at=NOW + timedelta(minutes=20 * hours))
    rare = make.activity(organisation=other)
    make.session(activity=rare, starts_at=NOW + timedelta(days=5))
    search_index.refresh(now=NOW)

    assert ids(ask()).index(rare.id) == 3


def test_soonest_is_right_hours_after_the_index_was_written(search_index: Any) -> None:
    first, second = make.activity(name="A"), make.activity(name="B")
    make.session(activity=first, starts_at=NOW + timedelta(hours=1))
    make.session(activity=first, starts_at=NOW + timedelta(days=7))
    make.session(activity=second, starts_at=NOW + timedelta(days=2))
    always = make.service(name="C")
    search_index.refresh(now=NOW)

    assert ids(ask(sort="soonest")) == [first.id, second.id, always.id]
    assert ids(ask(sort="soonest", now=NOW + timedelta(hours=5))) == [second.id, first.id, always.id]


def test_nearest_measures_to_the_nearest_of_several_places(search_index: Any) -> None:
    near = Point(60.1841, 24.9537)
    far_place, near_place = make.place(lat=60.25, lon=25.1), make.place(lat=60.1841, lon=24.9637)
    many, far, nowhere = make.service(name="A"), make.activity(name="B", place=far_place), make.activity(name="C")
    make.service_place(service=many, place=far_place)
    make.service_place(service=many, place=near_place)
    search_index.refresh()

    answer = ask(sort="nearest", near=near)

    assert [(hit.id, hit.distance_m) for hit in answer.hits] == [(many.id, 719), (far.id, 14_181), (nowhere.id, None)]


def test_cheapest_puts_free_before_paid_before_untold(search_index: Any) -> None:
    untold, dear, cheap, free = (make.activity(name=name) for name in "ABCD")
    make.price(activity=dear, amount="12.00")
    make.price(activity=cheap, amount="2.50")
    make.price(activity=cheap, amount="1.00", who="pensioner")
    make.price(activity=free, amount="0")
    search_index.refresh()

    assert ids(ask(sort="cheapest")) == [each.id for each in (free, cheap, dear, untold)]


@pytest.mark.parametrize("sort", ["relevance", "soonest", "nearest", "cheapest"])
def test_pages_beyond_the_first_window_lose_and_repeat_nothing(search_index: Any, sort: str) -> None:
    organisations = [make.organisation(name=f"O{n}") for n in range(3)]
    entries = []
    for number in range(75):
        place = make.place(lat=60.15 + number / 1_000, lon=24.9)
        entries.append(make.activity(name=f"Jooga {number}", place=place, organisation=organisations[number % 3]))
        make.session(activity=entries[-1], starts_at=NOW + timedelta(hours=number))
        make.price(activity=entries[-1], amount=str(number % 4))
    search_index.refresh(now=NOW)

    pages = [ask(sort=sort, near=Point(60.15, 24.9), page=page) for page in range(1, 9)]

    assert [page.pages for page in pages] == [8] * 8
    found = [hit.id for page in pages for hit in page.hits]
    assert (len(found), set(found)) == (75, {each.id for each in entries})


def test_a_page_beyond_the_last_is_the_last(search_index: Any) -> None:
    activity = make.activity()
    search_index.refresh()

    answer = ask(page=400)

    assert (answer.page, answer.pages, ids(answer)) == (1, 1, [activity.id])


def test_a_word_is_explained_by_the_most_telling_part_that_holds_it(search_index: Any) -> None:
    place = make.place(name="Malmitalo", district="38")
    make.activity(name="Jooga", description="Joogataan. Jooga rauhoittaa.", place=place)
    search_index.refresh()

    hit = ask("malmitalo jooga rauhoittaa").hits[0]

    assert hit.reasons == (
        Reason("word", "names", "malmitalo"),
        Reason("word", "title", "jooga"),
        Reason("word", "body", "rauhoittaa"),
    )


# --- Whatever people type --------------------------------------------------------------------------------------------


@pytest.fixture
def small_index(search_index: Any) -> Any:
    make.activity(name="Jooga ja tanssi")
    search_index.refresh()
    return search_index


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec=None, exclude_categories=()), max_size=80))
@example(text="\ud800jooga\udfff")
@example(text="jooga\x00")
@example(text="\u202ejooga\u202c \u200f")
@example(text='title:jooga AND "tanssi"~3 OR (NOT [a TO b] *:* ^9 \\ /.*/')
@example(text="a" * 10_000)
@example(text="jooga " * 2_000)
@example(text="ﷺ" * 10_000)
@example(text="😀 👨‍👩‍👧")
@example(text="' OR 1=1 --")
@example(text=".* ?")
def test_any_text_gets_an_answer(small_index: Any, text: str) -> None:
    answer = ask(text)

    assert answer.total + len(answer.relaxations) + len(answer.chips) > 0


# --- Near misses -----------------------------------------------------------------------------------------------------


def test_what_fits_all_but_one_criterion_is_told_when_nothing_fits_all(search_index: Any) -> None:
    here = make.activity(name="Jooga", place=make.place(district="11"))
    make.session(activity=here, starts_at=NOW + timedelta(days=1))
    make.activity(name="Shakki", place=make.place(name="Malmitalo", district="38"))
    search_index.refresh()

    answer = ask("jooga", chosen={"district": ("38",)})

    assert (answer.total, [(hit.id, hit.unmet) for hit in answer.close]) == (0, [(here.id, ("district",))])


def test_a_near_miss_lacks_only_what_it_tells_otherwise(search_index: Any) -> None:
    free = make.activity(name="Jooga", place=make.place(district="11"))
    make.price(activity=free, is_free=True)
    make.session(activity=free, starts_at=NOW + timedelta(days=1))  # a Wednesday
    search_index.refresh()

    [miss] = ask("ilmainen jooga perjantaina Malmilla").close

    assert (miss.id, miss.unmet) == (free.id, ("district", "weekday"))
    assert [reason.group for reason in miss.reasons if reason.kind == "criterion"] == ["price"]


def test_near_misses_are_never_over(search_index: Any) -> None:
    over = make.activity(name="Jooga")
    make.session(activity=over, starts_at=NOW - timedelta(days=3))
    search_index.refresh()

    assert ask("jooga", chosen={"district": ("38",)}).close == ()


def test_near_misses_are_not_told_when_enough_fits(search_index: Any) -> None:
    for number in range(3):
        make.activity(name=f"Jooga {number}")
    search_index.refresh()

    assert ask("jooga").close == ()


# --- Criteria said in words ------------------------------------------------------------------------------------------


def test_criteria_in_the_words_narrow_and_can_be_taken_back(search_index: Any) -> None:
    kallio, malmi = make.place(district="11"), make.place(name="Malmitalo", district="38")
    free, paid = make.activity(name="Jooga", place=kallio), make.activity(name="Jooga", place=kallio)
    make.price(activity=free, is_free=True)
    make.price(activity=paid, amount="12")
    make.activity(name="Jooga", place=malmi)
    search_index.refresh()

    answer = ask("ilmainen jooga Kalliossa")

    assert ids(answer) == [free.id]
    assert [(chip.group, chip.options, chip.without) for chip in answer.chips] == [
        ("price", ("free",), "jooga Kalliossa"),
        ("district", ("11",), "ilmainen jooga"),
    ]
    assert answer.total <= min(ask(chip.without).total for chip in answer.chips)


def test_a_denied_day_is_no_criterion_that_is_claimed(search_index: Any) -> None:
    make.activity(name="Jooga")
    search_index.refresh()

    answer = ask("jooga ei tänään")

    assert (answer.chips, answer.corrected) == ((), "jooga")


def test_an_age_leaves_out_what_is_for_others(search_index: Any) -> None:
    anyone, old = make.activity(name="Jumppa"), make.activity(name="Jumppa", min_age=65)
    make.activity(name="Jumppa", max_age=29)
    search_index.refresh()

    assert set(ids(ask("jumppa 70-vuotiaalle"))) == {anyone.id, old.id}


@pytest.mark.parametrize(
    ("text", "language"), [("ei ketään kenelle puhua", "fi"), ("lonely", "en"), ("одиночество", "ru")]
)
def test_a_need_finds_what_speaks_of_it_in_another_language(search_index: Any, text: str, language: str) -> None:
    group = make.activity(name="Juttukerho", summary="Kun yksinäisyys painaa.")
    make.activity(name="Shakki")
    search_index.refresh()

    [hit] = ask(text, language=language).hits

    assert (hit.id, [reason.value for reason in hit.reasons]) == (group.id, ["loneliness"])
