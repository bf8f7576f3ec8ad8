"""What a record is about and for whom: seven categories, audiences, basic needs, or the reason why it stays outside.

The rules are data (`*.toml`, `codes.csv`), edited without touching code; start at `classify.py`. docs/classification.md tells how.
"""

from tarjotin.sources.classification.classify import Classified, Classifier, TagDraft

__all__ = ["Classified", "Classifier", "TagDraft"]
