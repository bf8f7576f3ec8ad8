"""Lines of a map: borders that are drawn once, with as few corners as one can see, cut to what is in view."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

Corner = tuple[float, float]
Line = tuple[Corner, ...]
Box = tuple[float, float, float, float]  # least x, least y, most x, most y


def borders(rings: Iterable[Sequence[Corner]]) -> list[Line]:
    """The edges of all rings, each once though two share it, joined to lines as long as they do not fork."""
    beside: dict[Corner, set[Corner]] = defaultdict(set)
    for ring in rings:
        for one, other in itertools.pairwise(ring):
            if one != other:
                beside[one].add(other)
                beside[other].add(one)
    found: list[Line] = []
    drawn: set[frozenset[Corner]] = set()
    ends = [corner for corner, others in beside.items() if len(others) != 2]
    for start in (*ends, *beside):  # what has no fork is a ring: it may begin anywhere
        for following in sorted(beside[start]):
            if frozenset((start, following)) not in drawn:
                found.append(_walk(start, following, beside, drawn))
    return found


def _walk(start: Corner, following: Corner, beside: dict[Corner, set[Corner]], drawn: set[frozenset[Corner]]) -> Line:
    line = [start, following]
    drawn.add(frozenset(line))
    while len(beside[line[-1]]) == 2 and line[-1] != start:
        (ahead,) = beside[line[-1]] - {line[-2]}
        if frozenset((line[-1], ahead)) in drawn:
            break
        drawn.add(frozenset((line[-1], ahead)))
        line.append(ahead)
    return tuple(line)


def simplified(line: Line, tolerance: float) -> Line:
    """The line without the corners that stray less than so much from it (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    keep = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        strays = [(_stray(line[at], line[first], line[last]), at) for at in range(first + 1, last)]
        most, at = max(strays, default=(0.0, 0))
        if most > tolerance:
            keep.add(at)
            open_parts += [(first, at), (at, last)]
    return tuple(line[at] for at in sorted(keep))


def _stray(corner: Corner, one: Corner, other: Corner) -> float:
    """How far a corner lies from the stretch between two others."""
    (x, y), (ax, ay), (bx, by) = corner, one, other
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) if length else 0.0
    return float(((x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2) ** 0.5)


def visible(line: Line, box: Box) -> Iterator[Line]:
    """The runs of a line whose stretches may be seen in the box."""
    run: list[Corner] = []
    for one, other in itertools.pairwise(line):
        if _meets(one, other, box):
            run = run or [one]
            run.append(other)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _meets(one: Corner, other: Corner, box: Box) -> bool:
    least_x, least_y, most_x, most_y = box
    beside = max(one[0], other[0]) < least_x or min(one[0], other[0]) > most_x
    return not (beside or max(one[1], other[1]) < least_y or min(one[1], other[1]) > most_y)


def path(lines: Iterable[Line]) -> str:
    """As the shape of a drawing, in whole units: "M12 34l5-6 3 4"."""
    return "".join(filter(None, map(_path, lines)))


def _path(line: Line) -> str:
    corners = [(round(x), round(y)) for x, y in line]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in itertools.pairwise(corners)]
    moves = " ".join(f"{x} {y}" for x, y in steps if x or y).replace(" -", "-")
    return f"M{corners[0][0]} {corners[0][1]}l{moves}" if moves else ""
