"""The rules of data-model § 5 on single records."""

from __future__ import annotations

import pytest

from tarjotin.common.text import LocalisedText
from tarjotin.sources.classification import Classified, Classifier, TagDraft
from tarjotin.sources.classification.rules import LABEL_LANGUAGES
from tests.sources.classification.reading import TREE, activity, outcome, place, service, tags


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.load(TREE, {"national-1": ["P4.13", "KR1.2"]})


def test_node_below_a_mapped_node_gives_its_category_and_says_so(classifier: Classifier) -> None:
    result = classifier.classify(place("Yrjönkatu 21", "tpr:693"))

    assert result == Classified((TagDraft("category", "sport", "TPR node 693, under 551 Liikunta", 0.9, True),))


def test_node_in_a_branch_left_out_gives_the_other_category(classifier: Classifier) -> None:
    result = classifier.classify(place("Kierros", "tpr:584"))

    assert tags(result, "category") == ["nature"]


def test_one_keyword_alone_gives_no_main_category(classifier: Classifier) -> None:
    result = classifier.classify(activity("Kesäkadun ilta", "yso:p3670"))

    assert outcome(result) == ""
    assert [(tag.code, tag.confidence, tag.main) for tag in result.tags if tag.code == "food"] == [("food", 0.4, False)]


def test_two_keywords_that_agree_give_the_main_category(classifier: Classifier) -> None:
    result = classifier.classify(activity("Savesta kuppi", "yso:p1420", "yso:p8630"))

    assert result.tags == (
        TagDraft("category", "culture", "keyword yso:p1420 keramiikka; keyword yso:p8630 kädentaidot", 0.65, True),
    )


def test_keyword_and_organiser_that_agree_give_the_main_category(classifier: Classifier) -> None:
    liikunta = LocalisedText.of(fi="Helsingin kaupungin liikuntapalvelut")

    assert outcome(classifier.classify(activity("Teema", "yso:p916", provider=liikunta))) == "sport"
    assert outcome(classifier.classify(activity("Teema", provider=liikunta))) == ""


def test_words_of_the_description_alone_give_nothing(classifier: Classifier) -> None:
    text = LocalisedText.of(fi="Kuoro laulaa, sitten lounas, jumppa ja retki museoon.")

    assert classifier.classify(activity("Vapun juhla", description=text)).main is None


def test_what_is_done_goes_before_where_it_is_done(classifier: Classifier) -> None:
    result = classifier.classify(activity("Tuolijumppa asukastalossa"))

    assert [(tag.code, tag.main) for tag in result.tags if tag.scheme == "category"] == [
        ("sport", True),
        ("community", False),
    ]


def test_class_of_the_national_description_counts(classifier: Classifier) -> None:
    result = classifier.classify(service("Lasten asiat", upstream_id="national-1"))

    assert (outcome(result), tags(result, "audience")) == ("advice", ["families"])


@pytest.mark.parametrize(
    ("name", "category"),
    [
        ("Äijäjumppa", "sport"),
        ("Stolgymnastik", "sport"),  # Swedish in the Finnish field, as sources write it
        ("Keskustan kirjasto", "culture"),
        ("Keskusteluryhmä", "community"),
        ("Ruoka-avun jako", "food"),
        ("Uimavesien valvonta", "out"),
        ("Lintujen ruokinta ja linturetki", "nature"),
        ("Yhteisruokailu", "food"),
        ("Velkaneuvonta", "advice"),
        ("Yritysneuvonta", "out"),
        ("Painonhallintaryhmä", "lifestyle"),
        ("Vapaaehtoiseksi ystäväksi", "community"),
        ("Liikuntarajoitteisen pysäköintitunnus", "out"),
        ("Seniorikeskukset ja ryhmäkodit", "out"),
        ("Metsäkylpy Tullisaaressa", "nature"),  # Tullisaari is not the customs
        ("Harvinainen nimi", ""),
    ],
)
def test_name_tells_the_category_or_nothing(classifier: Classifier, name: str, category: str) -> None:
    assert outcome(classifier.classify(service(name))) == category


def test_swedish_name_counts_when_the_finnish_one_says_nothing(classifier: Classifier) -> None:
    record = service("")
    silent = LocalisedText.of(fi="Torstait", sv="Torsdagens kör")

    assert outcome(classifier.classify(type(record)(name=silent))) == "culture"


def test_outside_gives_the_reason_in_words_and_no_tags(classifier: Classifier) -> None:
    result = classifier.classify(service("Asukaspysäköinti"))

    assert result == Classified(
        (), "Traffic, parking, public transport and berths (word ’asukaspysäköinti’ in the name)"
    )


def test_class_outside_wins_over_a_general_word_but_not_over_a_plain_name(classifier: Classifier) -> None:
    assert outcome(classifier.classify(service("Neuvonta omistajan vaihtuessa", "ptv:P11.8"))) == "out"
    assert outcome(classifier.classify(service("Vauvaperheohjaus", "ptv:P3.4"))) == "community"


def test_service_for_companies_only_is_outside(classifier: Classifier) -> None:
    assert outcome(classifier.classify(service("Ulkotilan käyttö", "tprtarget:ENTERPRISES"))) == "out"
    assert outcome(classifier.classify(service("Ulkotilan käyttö", "tprtarget:ENTERPRISES", "tprtarget:YOUTH"))) == ""


def test_school_with_its_nodes_is_outside_although_it_lends_its_hall(classifier: Classifier) -> None:
    assert outcome(classifier.classify(place("Sakarinmäki", "tpr:1099", "tpr:509"))) == "out"


def test_place_with_a_node_inside_may_be_named_anything(classifier: Classifier) -> None:
    assert outcome(classifier.classify(place("Lääkärin vastaanotto", "tpr:551"))) == "sport"


def test_classes_that_agree_spare_a_service_from_a_word_in_its_name(classifier: Classifier) -> None:
    assert outcome(classifier.classify(service("Vieroitus", "ptv:P5.17", "ptv:P5.11"))) == "lifestyle"
    assert outcome(classifier.classify(service("Vieroitus", "ptv:P5.17"))) == "out"


def test_course_of_the_sports_services_is_sport_whatever_it_is_called(classifier: Classifier) -> None:
    liikunta = LocalisedText.of(fi="Helsingin kaupungin liikuntapalvelut")

    found = [
        outcome(classifier.classify(activity(name, *keywords, provider=liikunta)))
        for name in ("Metsäjooga", "Kaatumisen ehkäisy", "Hyvän olon ryhmä")
        for keywords in (("yso:p916",), ())
    ]

    assert found == ["sport", "nature", "sport", "lifestyle", "sport", "community"]


@pytest.mark.parametrize(
    ("mark", "category"),
    [
        ("hh_liik", "sport"),
        ("hh_kul", "culture"),
        ("hh_vet", "community"),
        ("hh_yht", "community"),
        ("hh_mie", "lifestyle"),
        ("hh_neu", "advice"),
        ("hh_opi", ""),  # met once only, on help with devices: what it stands for is not sure
    ],
)
def test_mark_of_the_service_register_gives_its_category(classifier: Classifier, mark: str, category: str) -> None:
    assert outcome(classifier.classify(service("Harvinainen nimi", f"tprtag:{mark}"))) == category


def test_mark_gives_way_to_a_plain_name(classifier: Classifier) -> None:
    assert outcome(classifier.classify(service("Itsehoitopiste palvelukeskuksessa", "tprtag:hh_neu"))) == "lifestyle"


@pytest.mark.parametrize(
    "name", ["Apukäsiä ruokajakoon", "Ryhdy ulkoilukaveriksi ikääntyneelle", "Lukijaksi sairaalaan", "Saattajaksi"]
)
def test_voluntary_work_is_taking_part_and_meets_no_need_of_the_volunteer(classifier: Classifier, name: str) -> None:
    result = classifier.classify(activity(name, "leaudience:yso:p7708", volunteering=True))

    assert (outcome(result), tags(result, "need"), tags(result, "audience")) == ("community", [], ["unemployed"])


def test_weak_word_and_organiser_alone_give_no_further_category(classifier: Classifier) -> None:
    centre = LocalisedText.of(fi="Helsingin kaupungin palvelukeskukset")

    result = classifier.classify(activity("Tuolijumpan alkeet, torstai-ilta", provider=centre))

    assert tags(result, "category") == ["sport"]


def test_low_threshold_desk_with_a_nurse_is_no_medical_care(classifier: Classifier) -> None:
    nurse = service("Mielen ovi auki", summary="Sairaanhoitaja ja vertainen ottavat vastaan.")

    assert outcome(classifier.classify(nurse)) == "lifestyle"
    assert outcome(classifier.classify(service("Ovi auki", summary="Sairaanhoitaja ottaa vastaan."))) == ""


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        ({"min_age": 5, "max_age": 6}, "out"),
        ({"max_age": 15}, "out"),
        ({"max_age": 17}, "sport"),
        ({"min_age": 7}, "sport"),
        ({"max_age": 6, "children": "own_activity"}, "sport"),
    ],
)
def test_activity_for_children_only_is_outside(classifier: Classifier, facts: dict[str, object], result: str) -> None:
    assert outcome(classifier.classify(activity("Temppurata ja jumppa", **facts))) == result


def test_children_with_their_parents_are_inside(classifier: Classifier) -> None:
    result = classifier.classify(activity("Perheliikunta 2–3-vuotiaat", max_age=3))

    assert (outcome(result), tags(result, "audience")) == ("sport", ["families"])


@pytest.mark.parametrize(
    ("record", "audiences"),
    [
        (activity("Vesijumppa", min_age=63), ["older_people"]),
        (activity("Vesijumppa", min_age=18, max_age=29), ["young_adults"]),
        (activity("Vesijumppa", gender="women"), ["women"]),
        (activity("Vesijumppa, naiset"), ["women"]),
        (activity("Vesijumppa, miehet ja naiset"), []),
        (activity("Vesijumppa", "leaudience:yso:p6165"), ["immigrants"]),
        (activity("Vesijumppa", "helsinki:aflfbat76e"), ["older_people", "unemployed"]),
        (activity("Vesijumppa", "lahellaage:range:65-99"), ["older_people"]),
        (activity("Vesijumppa", "lahellaage:range:30-64", "lahellaage:range:65-99"), []),
        (service("Vesijumppa", "ptvlife:KE8"), ["unemployed"]),
    ],
)
def test_audience_comes_from_ages_gender_codes_and_names(
    classifier: Classifier, record: object, audiences: list[str]
) -> None:
    assert tags(classifier.classify(record), "audience") == audiences  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "summary", "audiences"),
    [
        ("Piste", "Työtön helsinkiläinen pääsee maksutta.", ["unemployed"]),
        ("Jumppa lomautetuille", "", ["unemployed"]),
        ("Puhelin", "Piste, josta iäkäs saa ihmisen avuksi.", ["older_people"]),
        ("Piha", "Eri kieliä puhuvien naisten lauantai.", ["immigrants"]),
        ("Ukrainankielinen tukiryhmä", "", ["immigrants"]),
        ("Romanikulttuurin ilta", "", []),  # a national minority
        ("Svenska för flyktingar", "", ["immigrants"]),
        ("Arvio läheiselle, kun toinen juo alkoholia", "", ["carers"]),
        ("Muistisairaan läheiselle", "", ["carers", "memory_illness", "older_people"]),
        ("Tukea sille, joka hoitaa toista kotona", "", ["carers"]),
        ("Uinti", "Vain naisille, ikkunat peitetään.", ["women"]),
        ("Ilta", "Vain miehille.", ["men"]),
        ("Ilta", "Leskeksi jääneille, puolisonsa menettäneille.", ["bereaved"]),
        ("Ilta", "Työnsä menettäneille ja muistinsa menettäneille.", []),
        ("Raitis lauantai", "", ["substance_recovery"]),
        ("Raitis ilma tekee hyvää", "", []),
        ("Alkoholittomat juomat", "", []),
        ("Mielenterveyden ensiapu", "", []),
        ("Masennuksen vertaisryhmä", "", ["mental_health"]),
        ("Swimming strokes", "", []),
        ("Exercise after a stroke", "", ["long_term_ill"]),
        ("Nivelrikkoryhmä", "", ["long_term_ill"]),
        ("Yksinhuoltajien iltapala", "", ["families"]),
        ("Sateenkaaria paperista", "", []),
        ("Sateenkaarisenioreiden kahvit", "", ["rainbow"]),
        ("Avaa kuoret", "Tuo avaamattomat laskut.", ["in_debt"]),
    ],
)
def test_audience_comes_from_words_of_name_and_summary(
    classifier: Classifier, name: str, summary: str, audiences: list[str]
) -> None:
    result = classifier.classify(activity(name, summary=LocalisedText.of(fi=summary)))

    assert tags(result, "audience") == audiences


def test_long_list_of_target_groups_means_everyone(classifier: Classifier) -> None:
    groups = ("tprtarget:YOUTH", "tprtarget:DISABLED", "tprtarget:IMMIGRANTS", "tprtarget:ELDERLY_PEOPLE")

    assert tags(classifier.classify(service("Kirjastopalvelut", *groups)), "audience") == []
    assert tags(classifier.classify(service("Kirjastopalvelut", *groups[:2])), "audience") == [
        "disabled",
        "young_adults",
    ]


@pytest.mark.parametrize(
    ("record", "need"),
    [
        (activity("Ruoka-avun jako"), "food_aid"),
        (service("Talous- ja velkaneuvonta", "ptv:P15.1"), "debt_advice"),
        (service("Työttömien terveystarkastukset", "ptv:P5.8"), "unemployed_health_check"),
        (service("Hälsoundersökning för arbetslösa"), "unemployed_health_check"),
        (
            service("Terveysneuvonta", summary="Myös työttömien terveystarkastukset."),
            "unemployed_health_check",
        ),
        (service("Oikeusapu"), "legal_aid"),
        (service("Asumisneuvonta"), "housing_advice"),
        (service("Digituki palvelukeskuksessa"), "digital_help"),
        (service("Palvelukeskuksen pesutupa"), "washing"),
        (activity("Keittolounas", summary=LocalisedText.of(fi="Edullinen lounas kaikille.")), "affordable_meal"),
    ],
)
def test_basic_needs_are_recognised(classifier: Classifier, record: object, need: str) -> None:
    assert need in tags(classifier.classify(record), "need")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "summary", "needs"),
    [
        ("Ruokaa jaetaan torstaisin", "", ["food_aid"]),
        ("Naapurin jääkaappi", "Vie ja tuo ruokaa.", ["food_aid"]),
        ("Mathjälp", "", ["food_aid"]),
        ("Food bank", "", ["food_aid"]),
        ("Puurobaari", "Puuro yhdellä eurolla.", ["affordable_meal"]),
        ("Keitto Entressessä", "Kahden euron keitto.", ["affordable_meal"]),
        ("Kokkikurssi", "Neljä kertaa edullista ruokaa.", []),
        ("Avaa kuoret", "Tuo avaamattomat laskut.", ["debt_advice"]),
        ("Rahatunti", "Budjetti, osamaksut ja pikavipit.", ["debt_advice"]),
        ("Skuldrådgivning", "", ["debt_advice"]),
        ("Eläkeläisen tukikierros", "Takuueläke, hoitotuki ja asumistuki.", ["benefit_advice"]),
        ("Omaishoidon infotori", "Kaikki tuet samassa salissa.", ["benefit_advice"]),
        ("Health benefits of a walk", "", []),
        ("Terveystarkastus työttömälle", "", ["unemployed_health_check"]),
        ("Terveystarkastus työnhakijalle", "", ["unemployed_health_check"]),
        ("Työttömien hyvinvointitarkastus", "", ["unemployed_health_check"]),
        ("Tarkastuspäivä", "Maksuton terveystarkastus työttömille.", ["unemployed_health_check"]),
        ("Hälsokontroll för arbetssökande", "", ["unemployed_health_check"]),
        ("Health check-up for unemployed people", "", ["unemployed_health_check"]),
        ("Koululaisten terveystarkastus", "", []),
        ("CV-paja", "", ["work_advice"]),
        ("Apua", "Vuokrarästi, häätöuhka tai naapuririita.", ["housing_advice"]),
        ("Kristiinan lauluhetki", "", []),
        ("Tolkien-lukupiiri", "", []),
        ("Puhelinystävä", "", ["companion"]),
    ],
)
def test_need_comes_from_words_of_name_and_summary(
    classifier: Classifier, name: str, summary: str, needs: list[str]
) -> None:
    result = classifier.classify(activity(name, summary=LocalisedText.of(fi=summary)))

    assert tags(result, "need") == needs


def test_food_aid_met_in_a_description_is_no_food_aid(classifier: Classifier) -> None:
    text = LocalisedText.of(fi="Kohtaamme ihmisiä kaduilla ja ruoka-avun jonoissa.")

    assert tags(classifier.classify(service("Etsivä lähityö", description=text)), "need") == []


def test_own_concepts_have_names_in_three_languages() -> None:
    concepts = Classifier.own_concepts()

    assert [concept.code for concept in concepts if concept.scheme == "category"] == [
        "sport",
        "nature",
        "culture",
        "community",
        "lifestyle",
        "food",
        "advice",
    ]
    assert {
        language for concept in concepts for language in LABEL_LANGUAGES if not concept.label.get(language)
    } == set()
