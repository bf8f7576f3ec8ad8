"""What a question says: words to search, and criteria said in words ("ilmainen jooga keskiviikkona Kalliossa"). Pure.

Start at `understand`; what it gives stands in `understood.py`.
"""

from tarjotin.search.understanding.understand import understand
from tarjotin.search.understanding.understood import Chip, Meant, Understood

__all__ = ["Chip", "Meant", "Understood", "understand"]
