"""Distances and directions from a place: «على بعد 100 كلم شمال شرقي بغداد»."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, radians, sin, sqrt, tau
from typing import NamedTuple

from marsad.record import Token

ON = frozenset({"علي", "وعلي"})
REMOVE = frozenset({"بعد", "مسافه"})
ABOUT = frozenset("نحو حوالي زهاء قرابه مسافه اكثر اقل من".split())
TO = frozenset({"الي"})
FROM = frozenset({"من", "عن"})
KILOMETRE, MILE, METRE = 1.0, 1.609, 0.001
UNITS = {
    **dict.fromkeys("كلم كم كيلومتر كيلومترا كيلومترات كيلومترين".split(), KILOMETRE),
    **dict.fromkeys("ميل ميلا اميال".split(), MILE),
    **dict.fromkeys("متر مترا امتار".split(), METRE),
}
POINTS = {"شمال": 0.0, "شرق": 90.0, "جنوب": 180.0, "غرب": 270.0}
EARTH = 6371.0  # kilometres, mean radius (IUGG)
# A writer who says «شمال» may mean an eighth of the horizon to either side, and rounds to the next ten kilometres or so.
SPREAD = 0.4
ROUNDING = 5.0  # kilometres


class Offset(NamedTuple):
    """Kilometres from a place, and the bearing in degrees clockwise from north (``None``: not said)."""

    kilometres: float
    bearing: float | None

    @property
    def uncertainty(self) -> float:
        """Kilometres around the computed point, or around the place itself without a bearing."""
        return self.kilometres + ROUNDING if self.bearing is None else SPREAD * self.kilometres + ROUNDING


def compass(tokens: Sequence[Token], at: int) -> tuple[float | None, int]:
    """(bearing of the directions at a position, the token after them)."""
    found: list[float] = []
    while at < len(tokens) and len(found) <= 1:
        point = POINTS.get(tokens[at].folded.removeprefix("ال").removesuffix("ي"))
        if point is None:
            break
        found.append(point)
        at += 1
    return mean_bearing(found), at


def mean_bearing(bearings: Sequence[float]) -> float | None:
    """The direction between some, ``None`` for none."""
    if not bearings:
        return None
    east, north = sum(sin(radians(b)) for b in bearings), sum(cos(radians(b)) for b in bearings)
    return round(degrees(atan2(east, north) % tau), 1)


def moved(latitude: float, longitude: float, offset: Offset) -> tuple[float, float]:
    """The point that lies so far in the offset's direction, on a sphere; the point itself where there is none."""
    if offset.bearing is None:
        return latitude, longitude
    angle, bearing, start = offset.kilometres / EARTH, radians(offset.bearing), radians(latitude)
    north = asin(sin(start) * cos(angle) + cos(start) * sin(angle) * cos(bearing))
    east = atan2(sin(bearing) * sin(angle) * cos(start), cos(angle) - sin(start) * sin(north))
    return round(degrees(north), 4), round((longitude + degrees(east) + 540) % 360 - 180, 4)


def distance(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points on a sphere (haversine)."""
    north, south = radians(latitude), radians(other_latitude)
    across = sin(radians(longitude - other_longitude) / 2) ** 2 * cos(north) * cos(south)
    return 2 * EARTH * asin(sqrt(sin((north - south) / 2) ** 2 + across))
