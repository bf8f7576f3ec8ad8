"""Make `tarjotin/catalogue/data/rail.json` from files of lines: a few points each, enough for a small map.

    python -m scripts.rail_lines metro=subway.geojson train=rail.geojson

Reads GeoJSON of LineStrings (HSL's map style has such files); credits stand in `tarjotin/catalogue/data/README.md`.
"""

from __future__ import annotations

import json
import sys
from itertools import groupby
from pathlib import Path

from tarjotin.catalogue.geography import DATA
from tarjotin.common.distance import Point, in_region
from tarjotin.web.maps.lines import Line, simplified

TOLERANCE = 0.0006  # degrees of latitude: 70 m, a line is drawn 150 m wide
DECIMALS = 4


def main() -> None:
    found = []
    for told in sys.argv[1:]:
        mode, _, path = told.partition("=")
        lines = [line for feature in _features(Path(path)) for line in _inside(feature["geometry"]["coordinates"])]
        found += [{"mode": mode, "line": line} for line in map(_thin, lines) if len(line) > 1]
    rows = ",\n".join(json.dumps(row, separators=(",", ":")) for row in found)
    (DATA / "rail.json").write_text(f"[\n{rows}\n]\n", encoding="utf-8")
    print(f"{len(found)} lines, {sum(len(row['line']) for row in found)} points")


def _features(path: Path) -> list[dict[str, dict[str, list[list[float]]]]]:
    return list(json.loads(path.read_text(encoding="utf-8"))["features"])


def _inside(line: list[list[float]]) -> list[Line]:
    """The parts of a line that lie in the region."""
    runs = groupby(line, key=lambda corner: in_region(Point(corner[1], corner[0])))
    return [tuple((lon, lat) for lon, lat, *_ in run) for inside, run in runs if inside]


def _thin(line: Line) -> list[tuple[float, float]]:
    flat = tuple((lon / 2, lat) for lon, lat in line)
    return [(round(lon * 2, DECIMALS), round(lat, DECIMALS)) for lon, lat in simplified(flat, TOLERANCE)]


if __name__ == "__main__":
    main()
