"""What words mean: a curated thesaurus in ten languages. Pure; data in the TOML files here, one table a concept.

Start at `find` (which concepts a text names), `topics` (what an entry is about), `expansions` (what a concept also
means) and `problems` (what is wrong with the data); `VERSION` changes with the data and is part of the index's.
"""

from tarjotin.words.thesaurus.checking import problems
from tarjotin.words.thesaurus.concept import KINDS, LANGUAGES, Concept, Criterion
from tarjotin.words.thesaurus.loading import BadThesaurus, thesaurus, version
from tarjotin.words.thesaurus.matching import Match, find, find_words
from tarjotin.words.thesaurus.relations import ancestors, descendants, expansions, related
from tarjotin.words.thesaurus.scripts import languages_of
from tarjotin.words.thesaurus.tagging import Topic, topics

VERSION = version()

__all__ = [
    "KINDS",
    "LANGUAGES",
    "VERSION",
    "BadThesaurus",
    "Concept",
    "Criterion",
    "Match",
    "Topic",
    "ancestors",
    "descendants",
    "expansions",
    "find",
    "find_words",
    "languages_of",
    "problems",
    "related",
    "thesaurus",
    "topics",
    "version",
]
