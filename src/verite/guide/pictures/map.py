"""Places of action, places of shooting and camps over the coastline, equal in area (Lambert's azimuthal projection).

No borders: those of today would be wrong for the years of which the films tell. A sign is a place, not its victims, so all are
of one size. Places too wide for a point (Siberia) and those too far off stand in the table alone.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files as resources
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import NamedTuple

from verite.catalogue import Catalogue
from verite.english import date
from verite.guide.pictures.lanes import Box
from verite.guide.pictures.picture import (
    SMALL,
    WIDTH,
    Cell,
    Picture,
    Say,
    Shown,
    Table,
    cell,
    clean,
    n,
    svg,
    text,
    width_of,
)

Point = tuple[float, float]  # latitude and longitude in degrees, or right and down in the picture
_Vector = tuple[float, float, float]
HIGH_MOST = 620.0
EDGE = 26.0
FAR = 62.0  # degrees from the middle: what lies beyond is not drawn
KEY = 30.0
_INNER = ("building", "studio", "prison", "town", "village")  # so small that the place they lie in shows where they are


class Spot(NamedTuple):
    """A sign on the map. `point` is none for a place that is only in the table."""

    kind: str  # set, filmed or camp
    name: str
    point: Point | None
    precision: str
    films: tuple[Shown, ...]
    remark: str


def picture(films: Sequence[Shown], catalogue: Catalogue, say: Say = str) -> Picture | None:
    spots = [
        *_places(films, catalogue, "set_place", "set"),
        *_places(films, catalogue, "filming_place", "filmed"),
        *_camps(catalogue),
    ]
    spots = [s._replace(name=say(s.name)) for s in spots]
    middle = _middle([s.point for s in spots if s.point])
    if middle is None:
        return None
    drawn = [s for s in spots if s.point and _far(middle, s.point) <= FAR]
    points = sorted({s.point for s in drawn if s.point})
    frame = _Frame(_view(middle, points), points)
    # An image within the image: what lies beyond its edge is not drawn.
    parts = [
        f'<svg class="key" height="{n(KEY)}">',
        *_key(say),
        "</svg>",
        f'<svg y="{n(KEY)}" width="{n(WIDTH)}" height="{n(frame.high)}">',
    ]
    parts.append(f'<path class="land" stroke-width=".6" d="{frame.coast()}"/>')
    at = [(s, frame.at(s.point)) for s in drawn if s.point]
    for kind in ("camp", "filmed", "set"):  # what is weightiest comes last, on top
        signs = dict.fromkeys(_SIGNS[kind](x, y) for s, (x, y) in at if s.kind == kind)
        parts.append(f'<path class="{kind}" d="{"".join(signs)}"/>')
    parts += [*_labels(at, frame.high), "</svg>"]
    wide = [s for s in spots if s.kind == "set" and s.point is None]
    wide.sort(key=lambda s: (-len(s.films), s.name))
    caption = say(
        "Coastlines only, in equal areas; north is up in the middle and leans at the sides. A full dot is a place in which a film is set, a square one in which a film was shot, a"
        " cross a camp or the town from which it was run. Signs are places, and all of one size: they say nothing of how many suffered there."
    )
    if wide:
        aside = "Too wide for a point, and so in the table alone"
        caption += f" {say(aside)}: {', '.join(f'{s.name} ({len(s.films)})' for s in wide[:5])}."
    description = f"{sum(s.kind == 'set' for s in drawn)} places of action, {sum(s.kind == 'filmed' for s in drawn)} of shooting, {sum(s.kind == 'camp' for s in drawn)} camps."
    return Picture(
        svg("map", WIDTH, frame.high + KEY, say("Places of the films, and camps"), say(description), parts),
        caption,
        _table(spots),
    )


def _places(films: Sequence[Shown], catalogue: Catalogue, property_: str, kind: str) -> Iterator[Spot]:
    there: dict[str, dict[str, Shown]] = {}
    for film in films:
        for said in catalogue.statements(film.work.id, property_):
            if not said.negative:
                there.setdefault(str(said.value), {})[film.work.id] = film
    for place in sorted(there, key=lambda p: (catalogue.place_name(p).casefold(), p)):
        point, precision = _point(place, catalogue)
        yield Spot(kind, catalogue.place_name(place), point, precision, tuple(there[place].values()), "")


def _point(place: str, catalogue: Catalogue) -> tuple[Point | None, str]:
    """Where a place lies; a building or village without a point of its own, where the town does in which it lies."""
    row = catalogue.places.get(place, {})
    if not row.get("point") and row.get("kind") in _INNER:
        outer = catalogue.places.get(str(row.get("within", "")).lower(), {})
        row = outer | {"precision": "town"} if outer.get("kind") == "town" else row
    if not row.get("point"):
        return None, ""
    return (float(row["point"][0]), float(row["point"][1])), str(row["precision"])


def _camps(catalogue: Catalogue) -> Iterator[Spot]:
    for _, row in sorted(catalogue.camps.items()):
        point = (float(row["point"][0]), float(row["point"][1])) if row["point"] else None
        years = (
            date(f"{row['opened']}/{row['closed']}")
            if row["opened"] and row["closed"] and "/" not in row["opened"] + row["closed"]
            else ""
        )
        years = years or "–".join(
            x for x in (row["opened"].replace("/", " or "), row["closed"].replace("/", " or ")) if x
        )
        yield Spot("camp", str(row["name"]), point, str(row["precision"]), (), years)


def _vector(point: Point) -> _Vector:
    lat, lon = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _middle(points: Sequence[Point]) -> Point | None:
    """The middle of a cap of the globe that holds the points, so that 180° is no edge and no crowd of points pulls it;
    those that lie far from most of them are left out (Bădoiu and Clarkson's way to the smallest ball)."""
    if not points:
        return None
    vectors = [_vector(p) for p in sorted(set(points))]
    crowd = _mean(vectors)
    near = [v for v in vectors if _angle(crowd, v) <= FAR] or vectors[:1]
    middle = _mean(near)
    for i in range(1, 60):
        far = max(near, key=lambda v: _angle(middle, v))
        middle = _unit(tuple(m + (f - m) / (i + 1) for m, f in zip(middle, far, strict=True)))
    return round(degrees(atan2(middle[2], hypot(middle[0], middle[1]))), 2), round(
        degrees(atan2(middle[1], middle[0])), 2
    )


def _view(middle: Point, points: Sequence[Point]) -> Point:
    """From where the globe is looked at so that the points stand largest: a wide country seen from over its own middle leaves
    no empty sea above it. Found by steps that halve; `middle` is where the search begins."""
    best, step = middle, 16.0
    largest = _scale(*_extent(best, points))
    while step >= 1:
        around = [(best[0] + up * step, best[1] + on * step) for up in (-1, 0, 1) for on in (-1, 0, 1)]
        turned = [p for p in around if abs(p[0]) <= 90 and all(_far(p, one) <= 90 for one in points)]
        found = max(turned, key=lambda p: _scale(*_extent(p, points)), default=best)
        scale = _scale(*_extent(found, points))
        if scale > largest * 1.001:
            best, largest = found, scale
        else:
            step /= 2
    return best


def _extent(middle: Point, points: Sequence[Point]) -> tuple[float, float]:
    """How wide and high the points lie on the map, the globe's radius being 1; a single place has the land around it."""
    flat = [project(middle, p) for p in points]
    wide, high = (max(axis) - min(axis) for axis in zip(*flat, strict=True))
    return max(wide, 0.2), max(high, 0.1)


def _scale(wide: float, high: float) -> float:
    """Units of the picture in one radius of the globe."""
    return min((WIDTH - 2 * EDGE) / wide, (HIGH_MOST - 2 * EDGE) / high)


def _mean(vectors: Sequence[_Vector]) -> _Vector:
    return _unit(tuple(sum(axis) for axis in zip(*vectors, strict=True)))


def _unit(vector: Sequence[float]) -> _Vector:
    x, y, z = vector
    long = sqrt(x * x + y * y + z * z) or 1.0
    return x / long, y / long, z / long


def _angle(a: _Vector, b: _Vector) -> float:
    """Degrees of a great circle."""
    return degrees(2 * asin(min(1.0, sqrt(sum((p - q) ** 2 for p, q in zip(a, b, strict=True))) / 2)))


def _far(a: Point, b: Point) -> float:
    return _angle(_vector(a), _vector(b))


def project(middle: Point, point: Point) -> Point:
    """Lambert's azimuthal equal-area projection of a globe of radius 1, right and down (Snyder, *Map Projections: A Working
    Manual*, 1987, p. 185)."""
    lat0, lat, turn = radians(middle[0]), radians(point[0]), radians(point[1] - middle[1])
    k = sqrt(2 / max(1 + sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(turn), 1e-9))
    return k * cos(lat) * sin(turn), -k * (cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(turn))


class _Frame:
    """The part of the globe that is drawn, fitted to the points with room around."""

    def __init__(self, middle: Point, points: Sequence[Point]) -> None:
        self._middle = middle
        flat = [project(middle, p) for p in points]
        left, right = min(x for x, _ in flat), max(x for x, _ in flat)
        top, bottom = min(y for _, y in flat), max(y for _, y in flat)
        _, high = _extent(middle, points)
        self._scale = _scale(*_extent(middle, points))
        self.high = max(high * self._scale + 2 * EDGE, 240.0)
        self._left = (left + right) / 2 - WIDTH / 2 / self._scale
        self._top = (top + bottom) / 2 - self.high / 2 / self._scale

    def at(self, point: Point) -> Point:
        x, y = project(self._middle, point)
        return (x - self._left) * self._scale, (y - self._top) * self._scale

    def coast(self) -> str:
        """The land as one path, cut a little outside of the frame."""
        rings = []
        for ring in coastline():
            if all(
                _far(self._middle, p) > 110 for p in ring[::6]
            ):  # the other side of the globe would be drawn inside out
                continue
            near = [p if _far(self._middle, p) <= 120 else _towards(self._middle, p, 120) for p in ring]
            cut = _cut([self.at(p) for p in near], (-9, -9, WIDTH + 9, self.high + 9))
            if path := _path(cut):
                rings.append(path)
        return "".join(rings)


def _towards(middle: Point, point: Point, limit: float) -> Point:
    """The point on the way to a far one that lies no farther off than the limit."""
    a, b, angle = _vector(middle), _vector(point), radians(_far(middle, point))
    if angle > pi - 1e-6:
        return point
    t = radians(limit) / angle
    x, y, z = ((sin((1 - t) * angle) * p + sin(t * angle) * q) / sin(angle) for p, q in zip(a, b, strict=True))
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def _cut(ring: list[Point], frame: tuple[float, float, float, float]) -> list[Point]:
    """The part of a ring within a frame (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, frame[0], 1), (0, frame[2], -1), (1, frame[1], 1), (1, frame[3], -1)):
        kept: list[Point] = []
        for a, b in zip(ring[-1:] + ring[:-1], ring, strict=True):
            inside_a, inside_b = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
            if inside_a != inside_b:
                t = (limit - a[axis]) / (b[axis] - a[axis])
                kept.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
            if inside_b:
                kept.append(b)
        ring = kept
        if not ring:
            break
    return ring


def _path(ring: Sequence[Point]) -> str:
    """A closed path, each point as its distance from the one before; points that fall together are one."""
    if not ring:
        return ""
    steps: list[str] = []
    x, y = round(ring[0][0] * 10), round(ring[0][1] * 10)
    start = f"M{n(x / 10)} {n(y / 10)}"
    for point in ring[1:]:
        right, down = round(point[0] * 10) - x, round(point[1] * 10) - y
        if abs(right) + abs(down) >= 9:  # nearer than a unit nobody sees
            steps.append(f"{n(right / 10)} {n(down / 10)}".replace(" -", "-"))
            x, y = x + right, y + down
    return f"{start}l{' '.join(steps).replace(' -', '-')}z" if len(steps) > 2 else ""


@cache
def coastline() -> list[list[Point]]:
    """Rings of land as points in degrees; see the file for its origin."""
    data = json.loads(resources("verite.guide.pictures").joinpath("coastline.json").read_text("utf-8"))
    found = []
    for flat in data["rings"]:
        lon = lat = 0
        ring = []
        for right, up in zip(flat[::2], flat[1::2], strict=True):
            lon, lat = lon + right, lat + up
            ring.append((lat / 10, lon / 10))
        found.append(ring)
    return found


# Each sign as part of a path: a dot is a line without length under round caps.
_SIGNS = {
    "set": lambda x, y: f"M{n(x)} {n(y)}h0",
    "filmed": lambda x, y: f"M{n(x - 3)} {n(y - 3)}h6v6h-6z",
    "camp": lambda x, y: f"M{n(x - 2.6)} {n(y)}h5.2M{n(x)} {n(y - 2.6)}v5.2",
}


def _labels(at: Sequence[tuple[Spot, Point]], high: float) -> list[str]:
    """Names where there is room for them: of settings first, by the number of films, then of shooting places, then camps. A
    setting whose name finds no free room may cover signs of the other kinds."""
    rank = {"set": 0, "filmed": 1, "camp": 2}
    signs = {kind: [Box(x - 4, y - 4, x + 4, y + 4) for s, (x, y) in at if s.kind == kind] for kind in rank}
    everything = [box for boxes in signs.values() for box in boxes]
    labels: list[Box] = []
    named: set[object] = set()
    parts = []
    for spot, (x, y) in sorted(at, key=lambda one: (rank[one[0].kind], -len(one[0].films), one[0].name, one[1])):
        names = {spot.name, (round(x), round(y))} if spot.kind != "camp" else {spot.name}
        if names & named or width_of(spot.name, SMALL) > 180:
            continue
        for signs_ in (everything, signs["set"]) if spot.kind == "set" else (everything,):
            label = _free(spot.name, x, y, high, [*signs_, *labels])
            if label:
                labels.append(label)
                named |= names
                class_ = "" if spot.kind == "set" else "quiet"
                parts.append(text(label.left, label.bottom - 3, spot.name, class_, size=SMALL))
                break
    return parts


def _free(name: str, x: float, y: float, high: float, taken: Sequence[Box]) -> Box | None:
    """The first place around a sign where its name meets nothing: right, left, above, below."""
    wide = width_of(name, SMALL)
    for left, base in ((x + 7, y + 4), (x - 7 - wide, y + 4), (x - wide / 2, y - 8), (x - wide / 2, y + 16)):
        label = Box(left, base - 10, left + wide, base + 3)
        inside = label.left >= 2 and label.right <= WIDTH - 2 and label.top >= 2 and label.bottom <= high - 2
        if inside and not any(label.meets(other) for other in taken):
            return label
    return None


def _key(say: Say) -> list[str]:
    y = 10.0
    x = 8.0
    parts = []
    for kind, name in (("set", "set here"), ("filmed", "shot here"), ("camp", "camp, or the town it was run from")):
        parts += [
            f'<path class="{kind}" d="{_SIGNS[kind](x, y)}"/>',
            text(x + 10, y + 4, say(name), "quiet", size=SMALL),
        ]
        x += width_of(say(name), SMALL) + 42
    return parts


_PRECISION = {"site": "the spot", "town": "the town", "area": "a point within it", "": "not on the map"}


def _table(spots: Sequence[Spot]) -> Table:
    """A row a place and film, so that each film can be followed."""
    what = {"set": "set", "filmed": "shot", "camp": "camp"}
    rows: list[tuple[Cell, ...]] = []
    for s in spots:
        where = f"{s.point[0]:.2f}, {s.point[1]:.2f}" if s.point else ""
        for film in s.films or (None,):
            of = cell(film.title, film.address) if film else cell(s.remark)
            rows.append(
                (
                    cell(s.name),
                    cell(what[s.kind]),
                    of,
                    cell(where),
                    cell(_PRECISION.get(s.precision, clean(s.precision))),
                )
            )
    return Table(("Place", "What", "Film, or years", "Latitude, longitude", "The point is"), tuple(rows))
