"""Free or not: only what is said of the service as a whole counts, and nothing is guessed."""

from __future__ import annotations

import pytest

from tarjotin.common.text import LocalisedText
from tests.sources.palvelurekisteri.payloads import description, errand, service, service_of


@pytest.mark.parametrize(
    "text",
    [
        "Palvelu on maksuton.",
        "Tule mukaan! Toiminta on asiakkaalle maksutonta.",
        "Palvelu on sinulle maksutonta ja vapaaehtoista.",
        "Osallistuminen on ilmaista.",
    ],
)
def test_service_that_says_it_is_free_is_free(text: str) -> None:
    assert service_of(description_long=text).is_free is True


@pytest.mark.parametrize(
    "text",
    [
        "Lauletaan yhdessä.",
        "Kerhot ovat maksuttomia.",
        "Kaupunki tarjoaa edullisia ja ilmaisia harrastuksia.",
        "Kuvataidetta ja ilmaisutaitoa.",
        "Palvelu on maksutonta, mutta peruuttamattomasta ajasta perimme sakkomaksun.",
        "Palvelu on maksutonta. Osa retkistä on maksullisia.",
        "Toiminta on pääsääntöisesti maksutonta.",
        "Palvelu on maksutonta, mutta matkoista saattaa koitua kustannuksia.",
        "Toiminta on maksutonta. Kahvi maksaa 1 euron.",
        "Palvelu on maksullinen.",
        "Palvelu on maksutonta alle 18-vuotiaille.",
    ],
)
def test_service_that_does_not_say_so_plainly_is_not_told_to_be_free(text: str) -> None:
    assert service_of(description_long=text).is_free is None


@pytest.mark.parametrize(("title", "told"), [("Aikuisten liikuntaneuvonta", True), ("Soveltava liikunta", None)])
def test_sentence_on_what_is_free_counts_for_the_service_of_that_name_only(title: str, told: bool | None) -> None:
    assert service_of(title=title, description_long="Neuvonta on maksutonta.").is_free is told


@pytest.mark.parametrize("costs", ["Maksuton.", "Ei maksua.", "Maksut: ei maksuja"])
def test_service_whose_errand_costs_nothing_is_free(costs: str) -> None:
    assert service({"fi": errand(costs=costs)}).is_free is True


@pytest.mark.parametrize("costs", ["Kortti on maksuton.", "Hakeminen on maksutonta.", "Kaveri on maksuton, lippu ei."])
def test_service_of_which_a_part_costs_nothing_is_not_told_to_be_free(costs: str) -> None:
    assert service({"fi": errand(costs=costs)}).is_free is None


def test_service_that_says_it_is_free_in_one_place_and_costs_in_another_is_not_told_to_be_free() -> None:
    record = service(
        {"fi": errand(costs="Perimme 20 euron maksun.")}, fi=description(information="Palvelu on maksuton.")
    )

    assert record.is_free is None


def test_sentence_that_says_free_is_kept_in_each_language_as_the_fees() -> None:
    record = service(
        fi=description(information="Palvelu on maksuton."),
        sv=description(title="Kör", description_long="Sjung med. Tjänsten är avgiftsfri."),
        en=description(title="Choir", description_long="Sing along. The service is free of charge."),
    )

    assert record.fees_text == LocalisedText.of(
        fi="Palvelu on maksuton.", sv="Tjänsten är avgiftsfri.", en="The service is free of charge."
    )
    assert record.how_to_get == LocalisedText()
