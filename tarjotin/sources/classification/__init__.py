"""What a record is about and for whom: seven categories, audiences, basic needs, or the reason why it stays outside.

The rules are data (`*.toml`, `codes.csv`), changed without touching code: docs/classification.md.
Start at `classify.py`.
"""

from tarjotin.sources.classification.classify import Classified, Classifier, TagDraft

__all__ = ["Classified", "Classifier", "TagDraft"]
