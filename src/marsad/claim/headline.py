"""Headlines: what stands before their colon or dots – a speaker («حفتر: لن نتراجع») or the scene («تركيا: مقتل …»).

The other rules that headlines need are those of all sentences: present for past and subject first are read as order
tells (event/roles/verb.py), nouns without a verb by their complements (event/roles/noun.py), questions and what is put
off by event/status.py, a scene as the place by event/where.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from marsad.claim.cue import OPEN_QUOTES
from marsad.claim.report import Report, part_party
from marsad.event.view import View
from marsad.ontology.plover import SUPRANATIONAL
from marsad.record import Mention, MentionKind, Participant

LONGEST = 8  # phrases before the colon
SPEAKING = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP})
DOTS = frozenset({":", "..", "...", "…"})
QUOTES = frozenset("«»“”\"'{}()")
TO = frozenset({"ل", "لـ"})


class Opening(NamedTuple):
    """What stands before the first colon or dots of a sentence: items ``[start, stop)``, quotation marks left out."""

    view: View
    start: int
    stop: int
    mark: int  # the item of the colon

    @property
    def mention(self) -> Mention | None:
        """What its first phrase is of."""
        number = self.view.phrase_of(self.start)
        phrase = self.view.phrases[number]
        return self.view.mention(number) if phrase.kind == "np" and not phrase.preposition else None

    @property
    def quoted(self) -> bool:
        """«المرصد»: …: in quotation marks."""
        return self.start > 0 and self.view.items[self.start - 1].token.text in OPEN_QUOTES

    @property
    def colon(self) -> bool:
        """Whether a colon closes it."""
        return self.view.items[self.mark].token.text == ":"


def opening_of(view: View) -> Opening | None:
    """The opening of a sentence, ``None`` where other words than noun phrases stand in it."""
    numbers = range(min(LONGEST, len(view.phrases)))
    number = next((n for n in numbers if view.item_of(n).token.text in DOTS), 0)
    if not number or any(_breaks(view, n) for n in range(number)):
        return None
    mark = view.phrases[number].start
    inside = [n for n in range(mark) if view.items[n].token.text not in QUOTES]
    return Opening(view, inside[0], inside[-1] + 1, mark) if inside else None


def _breaks(view: View, number: int) -> bool:
    phrase = view.phrases[number]
    return phrase.kind not in ("np", "particle") and view.item_of(number).token.text not in QUOTES


# Who speaks, rule by rule


def speaker_to_outlet(opening: Opening) -> Participant | None:
    """«الجبوري لـ«الحياة»: …», «مصدر لـ رويترز: …»: who speaks to a newspaper, known or not."""
    to = next((n for n in range(opening.start + 1, opening.stop) if _addresses(opening, n)), None)
    return None if to is None or not opening.colon else part_party(opening.view, opening.start, to, "speaker_to_outlet")


def _addresses(opening: Opening, item: int) -> bool:
    """لـ by itself before the outlet's name, or on it («لرويترز») with quotation marks or as a known outlet."""
    here = opening.view.items[item]
    if here.token.folded in TO or here.token.text in ("لـ", "ل"):
        return True
    known = here.name is not None and opening.view.lexicon.name(here.name.entry).sector == "JRN"
    return here.preposition == "ل" and known


def speaker_before_colon(opening: Opening) -> Participant | None:
    """«وزير الدفاع: الجيش استعاد المدينة», «مصادر: …»: a person, a body, a group."""
    mention = opening.mention
    if mention is None or mention.kind not in SPEAKING or not opening.colon:
        return None
    phrase = opening.view.phrases[opening.view.phrase_of(opening.start)]
    return part_party(opening.view, phrase.start, phrase.stop, "speaker_before_colon")


def state_in_first_person(opening: Opening) -> Participant | None:
    """«إيران: لم نرسل أسلحة»: a country speaks where «we» follows."""
    mention = opening.mention
    after = opening.view.items[opening.mark + 1 : opening.mark + 1 + FIRST_PERSON_REACH]
    we = any(r.verbal and r.agreement == "1p" and i.tag == "verb" for i in after for r in i.readings)
    if mention is None or mention.kind is not MentionKind.STATE or not we or not opening.colon:
        return None
    return part_party(opening.view, opening.start, opening.stop, "state_in_first_person")


NO_COUNTRIES = SUPRANATIONAL - {
    "EUR"
}  # of whom nothing is said as of a country; the European Union is spoken of like one
FIRST_PERSON_REACH = 4  # items after the colon in which «we» shows who speaks

RULES: tuple[Callable[[Opening], Participant | None], ...] = (
    speaker_to_outlet,
    speaker_before_colon,
    state_in_first_person,
)


def find_headline(view: View) -> list[Report]:
    """The report of a speaker before a colon that opens the sentence, if something happens in what is said after it."""
    opening = opening_of(view)
    speaker = next((found for rule in RULES if (found := rule(opening))), None) if opening else None
    if opening is None or speaker is None:
        return []
    start = opening.mark + 1
    quoted = start < len(view.items) and view.items[start].token.text in OPEN_QUOTES
    if not any(phrase.kind in ("verb", "event") for phrase in view.phrases[view.phrase_of(opening.mark) :]):
        return []
    cue = view.items[opening.mark].token.span
    return [Report(cue, speaker, "asserts", start + quoted, len(view.items), True, "headline", opening.mark)]


def scene_of(view: View) -> int | None:
    """The phrase of the country or place that opens a headline as its scene («تركيا: …», «أفغانستان.. …»)."""
    opening = opening_of(view)
    if opening is None or opening.quoted or opening.mark + 1 >= len(view.items) or any(rule(opening) for rule in RULES):
        return None
    mention, number = opening.mention, view.phrase_of(opening.start)
    placed = mention is not None and mention.kind in (MentionKind.STATE, MentionKind.PLACE)
    if mention is not None and mention.rule == "capital":  # «واشنطن: …» may be who speaks
        placed = view.phrases[view.phrase_of(opening.mark) + 1].kind == "event"
    whole = view.phrases[number].stop == opening.stop
    return number if placed and whole and not _told_of_others(opening) else None


def _told_of_others(opening: Opening) -> bool:
    """«روسيا: الغارات الأميركية تساعد …»: a sentence about another country may be what the first one says of it."""
    view, mention = opening.view, opening.mention
    after = range(view.phrase_of(opening.mark) + 1, len(view.phrases))
    others = {m.country for n in after if (m := view.mention(n)) and m.country} - NO_COUNTRIES
    verb = any(view.phrases[n].kind == "verb" for n in after)
    return verb and bool(others - {mention.country if mention else None})
