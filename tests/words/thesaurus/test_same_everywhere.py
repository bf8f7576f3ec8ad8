"""Every process reads a question alike: Python walks sets in another order in each."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

SCRIPT = """
from tarjotin.words.thesaurus import find
texts = "seuraa kuusi voi lasten kanssa juoksemaan tukea vesijumppaa maksuton olen yksin käsityökerhoon aitiryhma"
print([find(text, ["fi"]) for text in (texts, *texts.split())])
"""


def found(seed: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout


@pytest.fixture(scope="module")
def first() -> str:
    return found("0")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_words_mean_the_same_in_every_process(first: str, seed: str) -> None:
    assert found(seed) == first
