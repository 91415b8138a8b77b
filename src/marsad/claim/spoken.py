"""Reports by speech verbs: plain, relayed, looking back («كما أعلن …»), or after a quotation («…»، قال شيخ القبيلة)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from marsad.claim.cue import CLOSING, Cue, cue_at, is_complementizer, stance_of
from marsad.claim.opening import Opening, end_of, opening_of
from marsad.claim.relay import source_of
from marsad.claim.report import Report, party
from marsad.claim.speaker import speaker_of
from marsad.event.roles.clause import bare_after
from marsad.event.view import COMMAS, View
from marsad.lexicon.compile import SPEECH, TRIGGER
from marsad.record import Participant

Reports = list[Report]


def find_spoken(view: View) -> Reports:
    """The reports of all speech verbs, in the order of the words."""
    found: Reports = []
    numbers = dict.fromkeys(view.phrase_of(position) for position in view.having(SPEECH))
    for number in numbers:
        cue = cue_at(view, number)
        if cue is not None and stance_of(cue) is not None:
            made = next((reports for rule in RULES if (reports := rule(cue, found))), [])
            found += [report for report in made if not _told(report, found)]
    return found


def _told(report: Report, found: Reports) -> bool:
    """«وتابع القائد قائلا: «…»»: the same words of the same speaker are one report."""
    same = [r for r in found if r.start == report.start and r.rule != "relays"]
    return any(r.speaker and report.speaker and r.speaker.span == report.speaker.span for r in same)


def _report(cue: Cue, start: int, stop: int, rule: str) -> Report:
    """A report by this cue whose speaker is still to be named."""
    stance = stance_of(cue) or "asserts"
    return Report(cue.item.token.span, None, stance, start, stop, False, rule, cue.at)


# Looking back

BACKWARD = frozenset("كما حسبما مثلما وفقما".split())
WITH_WHAT = frozenset("حسب بحسب وفق علي وفقا طبقا استنادا".split())


def as_said(cue: Cue, earlier: Sequence[Report]) -> Reports:
    """«…، كما أعلنت الوزارة», «بحسب ما قاله شهود»: what was said stands before; first in the sentence, after its comma."""
    if not cue.verbal or not _looks_back(cue):
        return []
    view, start = cue.view, cue.view.phrases[cue.number - 1].start
    after = [n for n in bare_after(view, cue.number)[:1] if view.phrases[n].kind == "np"]
    if not after or _goes_on(view, after[0] + 1):
        return []
    source = source_of(cue)
    speakers = [party(view, after[0], "as_said"), *([source.speaker] if source else [])]  # who relays, then whom
    comma = next((n for n in range(cue.at, len(view.items)) if view.items[n].token.text in COMMAS), None)
    if not start and comma is None:
        return []
    told = (0, start) if start or comma is None else (comma + 1, len(view.items))
    return [replace(_report(cue, *told, "as_said"), speaker=speaker) for speaker in speakers]


def _looks_back(cue: Cue) -> bool:
    if cue.number == 0 or cue.view.phrases[cue.number - 1].kind != "particle":
        return False
    first, *rest = [item.token.folded for item in cue.view.items[max(0, cue.at - 2) : cue.at]]
    last = rest[-1] if rest else first
    backward = not BACKWARD.isdisjoint({last, last.removeprefix("و")})  # «وفقما» keeps its و
    return backward or (last in ("ما", "لما") and not WITH_WHAT.isdisjoint({first, first.removeprefix("و")}))


def _goes_on(view: View, number: int) -> bool:
    """«كما أعلن الوزير أن …»: what is said follows after all."""
    return number < len(view.phrases) and is_complementizer(view.item_of(number))


# After a quotation


def after_quotation(cue: Cue, earlier: Sequence[Report]) -> Reports:
    """«هاجم المسلحون القرية»، قال شيخ القبيلة: and whatever he says after it."""
    opening = _quotation_before(cue)
    after = [n for n in bare_after(cue.view, cue.number)[:1] if cue.view.phrases[n].kind == "np"]
    if opening is None or not after:
        return []
    speaker = party(cue.view, after[0], "after_quotation")
    stop = end_of(cue.view, Opening(opening + 1, direct=True), speaker)
    told = replace(_report(cue, opening + 1, stop, "after_quotation"), speaker=speaker, direct=True)
    return [told, *said(cue, earlier)]


SO = frozenset("هكذا كذلك كما بهذا هذا ما".split())  # «…»، هكذا قال


def _quotation_before(cue: Cue) -> int | None:
    """The opening mark of the quotation that ends right before the verb."""
    items, position = cue.view.items, cue.at - 1
    while position > 0 and (items[position].token.text in COMMAS or items[position].token.folded in SO):
        position -= 1
    close = items[position].token.text if position > 0 and not cue.item.conjunction and cue.verbal else ""
    opens = [mark for mark, closing in CLOSING.items() if closing == close]
    return next((n for n in range(position - 2, -1, -1) if items[n].token.text in opens), None)


# Relayed and plain


def relayed(cue: Cue, earlier: Sequence[Report]) -> Reports:
    """«نقلت الوكالة عن متحدث قوله إن …»: the agency's report, and inside it that of who is quoted."""
    source, opening = source_of(cue, earlier), opening_of(cue)
    if source is None or opening is None or (cue.lemma == "نسب" and source.saying is None):
        return []
    at = cue.at if source.saying is None else source.saying
    told = _forward(cue, opening, source.speaker, "cited")
    agency, rule = speaker_of(cue, ())
    outer = [replace(told, speaker=agency, rule="relays")] if agency and rule != "shared_speaker" else []
    return [*outer, replace(told, cue=cue.view.items[at].token.span)]


def said(cue: Cue, earlier: Sequence[Report]) -> Reports:
    """«أعلن الجيش أن …», «نفى مقتل …», «مضيفا أن …», «قال القائد: «…»»."""
    opening = opening_of(cue)
    if opening is None:
        return []
    speaker, rule = speaker_of(cue, earlier)
    return [] if _of_a_thing(cue, opening, speaker) else [_forward(cue, opening, speaker, rule)]


def _of_a_thing(cue: Cue, opening: Opening, speaker: Participant | None) -> bool:
    """«كشفت المباراة عن ضعف الدفاع»: what a thing shows by itself; only by a clause or a quotation does it say anything."""
    if speaker is None or speaker.kind is not None or opening.direct or not cue.view.sentence.span.covers(speaker.span):
        return False
    head = cue.view.items[cue.view.items_under(speaker.span)[0]]
    return head.common and "complementizer" not in cue.view.items[opening.start - 1].classes


def _forward(cue: Cue, opening: Opening, speaker: Participant | None, rule: str) -> Report:
    """A report of what stands after its cue."""
    report = _report(cue, opening.start, end_of(cue.view, opening, speaker), rule)
    return replace(report, speaker=speaker, direct=opening.direct, bare=_own_object(cue.view, opening.start))


def _own_object(view: View, start: int) -> bool:
    """Whether what is said begins with an event noun right after the verb, not with a clause or quotation."""
    if start >= len(view.items) or view.items[start].of(TRIGGER) is None:
        return False
    before = view.items[start - 1]
    return before.tag != "mark" and "complementizer" not in before.classes


RULES: tuple[Callable[[Cue, Sequence[Report]], Reports], ...] = (as_said, after_quotation, relayed, said)
