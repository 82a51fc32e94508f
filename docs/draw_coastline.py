"""The coastline behind the map of a guide, from Natural Earth's land at 1:110 million (public domain).

    npm install world-atlas        (anywhere; a TopoJSON edition of Natural Earth, ISC)
    python docs/draw_coastline.py node_modules/world-atlas/land-110m.json

writes `src/verite/guide/pictures/coastline.json`: rings of land in tenths of a degree, each point as its difference from the
one before. Two halves of one island, cut at 180° in the source, are joined, or a line that is no coast would cross it.
Left out: the far south, islets, and points that lie nearer than `TOLERANCE` to the line between their neighbours.
"""

import json
import sys
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/verite/guide/pictures/coastline.json"
ORIGIN = (
    "Natural Earth, land at 1:110 million, public domain (naturalearthdata.com), by way of world-atlas 2.0.2; joined at 180°,"
    " simplified and quantised by docs/draw_coastline.py. Rings of [longitude, latitude] in tenths of a degree, flat, each"
    " pair the difference from the one before."
)
SOUTH = -60.0  # nothing of the far south is drawn
ISLET = 0.6  # degrees: a ring with less than this both ways is left out
TOLERANCE = 0.12  # degrees at the equator's scale
Point = tuple[float, float]


def rings(topology: dict[str, object]) -> list[list[Point]]:
    """Every ring of land of a TopoJSON file, closed, in degrees."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]  # type: ignore[index]  # TopoJSON
    arcs = []
    for arc in topology["arcs"]:  # type: ignore[attr-defined]  # TopoJSON
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(points)
    found = []
    for geometry in topology["objects"]["land"]["geometries"]:  # type: ignore[index]  # TopoJSON
        for polygon in geometry["arcs"]:
            for ring in polygon:
                points = []
                for i in ring:
                    points += (arcs[i] if i >= 0 else arcs[~i][::-1])[bool(points) :]
                found.append(points)
    return found


def joined(found: list[list[Point]]) -> list[list[Point]]:
    """The rings, those that share an edge on the line of 180° made one."""
    open_: dict[frozenset[float], list[Point]] = {}
    whole = []
    for ring in found:
        seam = next((i for i, (a, b) in enumerate(pairwise(ring)) if _on_line(a) and _on_line(b)), None)
        # An edge that runs over the line at one spot (Chukotka, 64.98° to 64.97°) is coast on both sides: no seam.
        if seam is None or abs(ring[seam][1] - ring[seam + 1][1]) < 0.1:
            whole.append(ring)
            continue
        path = [*ring[seam + 1 : -1], *ring[: seam + 1]]  # from one end of the seam round to the other
        ends = frozenset((round(path[0][1], 1), round(path[-1][1], 1)))
        if ends in open_:
            whole.append([*open_.pop(ends), *path, path[0]])
        else:
            open_[ends] = path
    return whole + [[*path, path[0]] for path in open_.values()]


def _on_line(point: Point) -> bool:
    return abs(abs(point[0]) - 180) < 0.01


def simplified(ring: list[Point]) -> list[Point]:
    """The ring without points that lie next to the line between those that stay (Douglas and Peucker)."""
    keep = {0, len(ring) - 1}
    far = max(range(len(ring)), key=lambda i: _distance(ring[i], ring[0], ring[0]))
    spans = [(0, far), (far, len(ring) - 1)]
    keep.add(far)
    while spans:
        a, b = spans.pop()
        if b - a < 2:
            continue
        middle = max(range(a + 1, b), key=lambda i: _distance(ring[i], ring[a], ring[b]))
        if _distance(ring[middle], ring[a], ring[b]) > TOLERANCE or abs(ring[a][0] - ring[b][0]) > 180:
            keep.add(middle)
            spans += [(a, middle), (middle, b)]
    return [ring[i] for i in sorted(keep)]


def _distance(p: Point, a: Point, b: Point) -> float:
    """How far `p` lies from the line between `a` and `b`, in degrees of latitude."""
    narrow = cos(radians(p[1]))
    px, bx = _turn(p[0] - a[0]) * narrow, _turn(b[0] - a[0]) * narrow
    py, by = p[1] - a[1], b[1] - a[1]
    long = bx * bx + by * by
    t = min(1.0, max(0.0, (px * bx + py * by) / long)) if long else 0.0
    return hypot(px - t * bx, py - t * by)


def _turn(degrees: float) -> float:
    return (degrees + 180) % 360 - 180


def flat(ring: list[Point]) -> list[int]:
    """Tenths of a degree, each pair the difference from the one before; points that fall together are one."""
    numbers: list[int] = []
    before = (0, 0)
    for i, (x, y) in enumerate(ring[:-1]):
        here = (round(x * 10), round(y * 10))
        if i == 0 or here != before:
            numbers += [here[0] - before[0], here[1] - before[1]]
        before = here
    return numbers


def main(path: Path) -> None:
    land = []
    for ring in joined(rings(json.loads(path.read_text("utf-8")))):
        xs, ys = [x for x, _ in ring], [y for _, y in ring]
        if max(ys) > SOUTH and (max(xs) - min(xs) > ISLET or max(ys) - min(ys) > ISLET):
            land.append(flat(simplified(ring)))
    land.sort(key=lambda ring: (-len(ring), ring))
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in land)
    TARGET.write_text(f'{{"origin": {json.dumps(ORIGIN, ensure_ascii=False)},\n"rings": [\n{lines}\n]}}\n', "utf-8")
    print(f"{TARGET}: {len(land)} rings, {sum(map(len, land)) // 2} points, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
