"""What counts how much in a suggestion. Explained in docs/search.md; change both together."""

from __future__ import annotations

# What an entry has to do with something that is wanted.
ABOUT, NARROWER, HELPS, HELPS_NARROWER = 10.0, 8.0, 7.0, 5.0
FOR, AKIN, MENTIONS = 5.0, 4.0, 2.0
FURTHER = 0.4  # of each further thing wanted that it answers

# Each wish that is met; one that it tells to be otherwise counts as much against it.
WISH = 1.0
WISHES: dict[str, float] = {
    "audience": 2.5,
    "gender": 2.0,
    "children": 2.0,
    "seated": 2.0,
    "limit": 2.0,
    "access": 2.0,
    "price": 1.5,
    "peer_support": 1.5,
}
OWN_LANGUAGE, OTHER_LANGUAGE = 3.0, -5.0
SUITING_TIME = 1.0
FOR_OTHERS = -4.0  # it names audiences or a gender, and none that was asked for
OTHER_SITUATION = -8.0  # it is about a need or a situation, such as a divorce, and nobody told of it
HELPERS_WANTED = -4.0  # it looks for volunteers, which nobody wanted

# Metres on foot: each line adds.
NEAR: tuple[tuple[int, float], ...] = ((1_000, 0.8), (2_500, 0.7), (6_000, 0.5), (10_000, 1.0))
ANYWHERE = 1.5  # online, by phone: wherever one is
# The next time begins within so many days.
SOON: tuple[tuple[int, float], ...] = ((7, 0.6), (14, 0.3))
ANY_TIME = 0.4  # services and places, which wait for nobody
BEGINNERS, DROP_IN = 0.5, 0.3
A_PLACE = -2.5  # a building is somewhere to go, and invites nobody

# What was tried and did not suit, and this one has too.
TRIED_CONCEPT, TRIED_REASON = -8.0, -4.0

# What makes the next suggestion like one that was chosen: organiser, in what way it helps, what else it is about,
# its categories, what it asks of one. Shares count in proportion.
SAME_HELP = -3.0
SAME_ORGANISER, SAME_CONCEPTS, SAME_CATEGORIES, SAME_DEMANDS = -3.0, -4.0, -1.5, -1.0
NEW_ANSWER = 3.0  # it answers something wanted that none of the chosen ones does

FEWEST, MOST = 3, 7
MOST_OF_ONE = 2  # of one organiser
WORTH_SAYING = 0.3  # of the best one's score; below it, nothing is added to the fewest
