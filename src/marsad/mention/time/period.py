"""Weeks, months and years counted from publication, their parts and edges, seasons and vague periods."""

from __future__ import annotations

from dataclasses import replace

from marsad.mention.time.cursor import Cursor
from marsad.mention.time.hijri import hijri_month
from marsad.mention.time.month import month_of_year
from marsad.mention.time.value import Reading, shifted
from marsad.mention.time.year import Year, century, decade, year_after, year_alone

REFS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
SCHOOL_BEGINS = 9  # month
LAST_PARTS = {"Q": 4, "H": 2, "T": 3}


def unit_of(c: Cursor, at: int) -> str | None:
    """The unit that a definite noun names: الأسبوع، العام."""
    word = c.word(at)
    bare = word.removeprefix("ال")
    return c.words.units.get(bare) if bare != word and bare not in c.words.plurals else None


def last_period(c: Cursor) -> Reading | None:
    """«الأسبوع الماضي», «الشهر المقبل», «العام الجاري», «العام قبل الماضي», «اليوم الأخير»; «الشهر التالي» stays unresolved."""
    unit = unit_of(c, 0)
    if unit is None or unit in ("TM", "TS") or (unit == "Y" and c.word(-1) in c.words.general_after):
        return None
    at = 1 + (unit == "Y" and c.word(1) in c.words.year_kinds)
    shift, modified = c.shift_of(at)
    if shift is None:
        later = c.word(at) in c.words.later | c.words.same and unit != "D"
        return Reading(at + 1, "period") if later else None
    if unit in ("D", "TH") or (unit in c.words.length_rare and c.word(1) == "الاخير"):
        return Reading(1 + modified, "period", anchor="published") if unit == "D" else None
    stop = at + modified
    if shift == 1 and c.word(1) in ("الدراسي", "الدراسيه", "الجامعي") and c.day and c.day.month < SCHOOL_BEGINS:
        shift = 0  # the next to begin
    year = c.year(stop) if unit == "Y" else None
    if year:
        return Reading(stop + 1 + (c.word(stop + 1) == "م"), "year", f"{year:04}")
    return Reading(stop, "period", shifted(c.day, unit, shift) if c.day else None, anchor="published")


def this_period(c: Cursor) -> Reading | None:
    """«هذا الأسبوع», «هذه السنة»."""
    unit = unit_of(c, 1) if c.head in c.words.these else None
    if unit not in ("W", "M", "Y", "DE", "CE"):
        return None
    return Reading(2, "this_period", shifted(c.day, unit, 0) if c.day else None, anchor="published")


def current(c: Cursor) -> Reading | None:
    """«خلال العام», «طوال الشهر»: without a word that says which, the one of publication."""
    return current_period(c) if c.before(c.words.current_after) and not c.word(1).startswith("ال") else None


def current_period(c: Cursor) -> Reading | None:
    """العام، الشهر، الأسبوع, the one of publication."""
    unit = unit_of(c, 0)
    if unit not in ("Y", "M", "W"):
        return None
    return Reading(1, "current_period", shifted(c.day, unit, 0) if c.day else None, anchor="published")


def weekend(c: Cursor) -> Reading | None:
    """«(عطلة) نهاية الأسبوع (الماضي)»: Saturday and Sunday, as ISO 8601 weeks end."""
    skip = int(c.head == "عطله")
    if c.word(skip) != "نهايه" or c.word(skip + 1) != "الاسبوع":
        return None
    shift, modified = c.shift_of(skip + 2)
    value = f"{shifted(c.day, 'W', shift or 0)}-WE" if c.day else None
    return Reading(skip + 2 + modified, "weekend", value, anchor="published")


def edge_of_period(c: Cursor) -> Reading | None:
    """«مطلع العام», «أواخر الشهر الماضي», «منتصف يونيو»: a part of the period, whose value is the period's."""
    inner = c.moved(1)
    rules = (last_period, this_period, month_of_year, hijri_month, year_alone, decade, century, season, year_part)
    found = next((reading for rule in rules if (reading := rule(inner))), None) or current_period(inner)
    if found is None or (found.value is None and found.rule == "period" and found.anchor is None):
        return None
    if c.head in ("اول", "اخر", "وسط") and found.rule in ("year", "month"):
        return None
    return replace(found, length=found.length + 1, rule=f"edge+{found.rule}", mod=c.words.edges[c.head])


def year_part(c: Cursor) -> Reading | None:
    """«الربع الثالث من العام الجاري», «النصف الأول من عام 2020», «الربع الثاني 2015»."""
    kind = c.words.year_parts.get(c.head)
    order = c.words.year_part_order.get(c.word(1)) if kind else None
    named = (year_after(c, 2) or _this_year(c)) if order is not None else None
    if kind is None or order is None or named is None or order > LAST_PARTS[kind]:
        return None
    value = f"{named.year:04}-{kind}{order or LAST_PARTS[kind]}" if named.year else None
    return Reading(named.stop, "year_part", value, anchor="published" if named.relative else None)


def _this_year(c: Cursor) -> Year | None:
    """«الربع الأول من السنة»: of the one of publication."""
    bare = c.word(2) == "من" and c.word(3) in ("العام", "السنه")
    return Year(c.day.year if c.day else None, 4, relative=True) if bare else None


def season(c: Cursor) -> Reading | None:
    """«الصيف الماضي», «ربيع 2011», «هذا الصيف»: three months of the year that they begin in."""
    if c.head == "فصل":  # «فصل الشتاء الماضي»
        inner = season(c.moved(1))
        return replace(inner, length=inner.length + 1) if inner else None
    these = c.head in c.words.these
    word = c.word(int(these))
    name = word if word in c.words.seasons else f"ال{word}"
    code = c.words.seasons.get(name)
    if code is None:
        return None
    named = None if these else year_after(c, 1)
    if named and (name == word or not named.relative or c.word(1) in ("العام", "السنه", "من")):
        value = f"{named.year:04}-{code}" if named.year else None
        return Reading(named.stop, "season", value, anchor="published" if named.relative else None)
    shift, modified = (0, 0) if these else c.shift_of(1)
    if shift is None or name != word:
        return None
    year = _season_year(c, code, shift)
    value = f"{year:04}-{code}" if year else None
    return Reading(1 + these + modified, "season", value, anchor="published")


def _season_year(c: Cursor, code: str, shift: int) -> int | None:
    if c.day is None:
        return None
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year = c.day.year - (c.day.month < first)  # of the last one that has begun
    over = (c.day.year - year) * 12 + c.day.month >= first + 3
    if shift:
        return year + (1 if shift > 0 else -(not over))
    return c.day.year if over else year


def vague_period(c: Cursor) -> Reading | None:
    """«الفترة الماضية», «المرحلة المقبلة», «الآونة الأخيرة»: before, after or about publication."""
    shift, modified = c.shift_of(1)
    if shift is None or (c.word(1) == "الاخيره" and c.word(2) == "من"):  # «المرحلة الأخيرة من البناء»
        return None
    return Reading(1 + modified, "vague_period", REFS[max(shift, -1)], anchor="published")


def reference(c: Cursor) -> Reading | None:
    """«الآن», «حاليا», «مؤخرا», «في وقت لاحق»: no day, but before, at or after publication."""
    name, length = c.phrase(0, c.words.refs)
    if name:
        return Reading(length, "reference", c.words.refs[name], anchor="published")
    code = c.words.refs_after_in.get(c.head)
    joined = c.lead == 1 and code is not None and bool(c.found) and c.found[-1][0] == c.at - 1  # «بين الماضي والحاضر»
    if code and (joined or (c.word(-1) in c.words.in_reference and not c.lead)):
        return Reading(1, "reference", code, anchor="published")
    return None


def lately(c: Cursor) -> Reading | None:
    """«المعين حديثا», but «أجرى حديثا مع الصحيفة»."""
    if c.lead or c.word(1) in c.words.talk_with or any(c.word(-n) in c.words.talks for n in (1, 2, 3)):
        return None
    return Reading(1, "reference", "PAST_REF", anchor="published")
