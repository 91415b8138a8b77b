"""What demonstrators do is the protest.

The demands, marches and riots of people who are named as demonstrators are mentions of
their PROTEST (annotation guidelines; codebook, PROTEST, modes demo and riot): «طالب
المتظاهرون بإقالة الوزير», «أحرق محتجون إطارات». The verb is the trigger then, and the noun
for the people is its actor, no event of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from marsad.event.candidate import Candidate
from marsad.event.people import names_people
from marsad.event.roles.fill import fill
from marsad.event.view import View
from marsad.lexicon.compile import SPEECH, TRIGGER
from marsad.lexicon.lexicon import Reading
from marsad.mention.item import Item

AUXILIARIES = frozenset({"كان", "كانت", "كانوا", "قد", "بدا", "ظل", "اصبح", "يكون", "ليس"})
FRAME = {"actor": ["subject"], "recipient": ["object", "ضد", "من"]}
WEIGHTS = {
    "gather": "strong",
    "riot": "medium",
    "demand": "weak",
    "speak": "weak",
}  # of an act by its class in words/crowd_verbs.yaml
# «رفع المتظاهرون لافتات», «أغلقوا الطريق»: what is shown, said or blocked is no one whom the protest is against.
FRAMES = {
    "speak": {"actor": ["subject"], "recipient": ["ضد"]},
    "riot": {"actor": ["subject"], "recipient": ["object", "ضد", "من", "مع"]},  # «اشتبكوا مع الجنود»
    "gather": {"actor": ["subject"], "recipient": ["ضد"]},
}
COUNTING = frozenset({"من"})  # «الآلاف من المتظاهرين»: what counts them is the subject


def with_protesters(view: View, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates with the acts of demonstrators coded as PROTEST, and without the bare nouns behind them."""
    people = [c for c in candidates if c.trigger.type == "PROTEST" and _crowd(view, c)]
    if not people:
        return list(candidates)
    phrases = {view.phrase_of(c.item): c for c in people}
    acts = dict(_acts(view, phrases))
    acting = {person.item for _, person in acts.values()}
    kept = [c for c in candidates if c.item not in acts and c.item not in acting]
    return sorted([*kept, *(act for act, _ in acts.values())], key=lambda c: c.item)


def _crowd(view: View, candidate: Candidate) -> bool:
    """A noun for people; «مسيرة», which is a drone too, acts for nobody."""
    word = view.items[candidate.item].word
    body = word is not None and view.lexicon.word(word.entry).kind == "organisation"
    return not body and names_people(candidate, view.items[candidate.item], view.lexicon)


def _acts(view: View, people: dict[int, Candidate]) -> Iterator[tuple[int, tuple[Candidate, Candidate]]]:
    """Verb item → (the PROTEST candidate on it, the demonstrators) for verbs whose subject they are."""
    for number, phrase in enumerate(view.phrases):
        if phrase.kind != "verb" or not _is_act(view, phrase.start):
            continue
        person = _subject(view, number, people)
        if person is not None:
            yield phrase.start, (_on_verb(view, phrase.start, person), person)


def _is_act(view: View, at: int) -> bool:
    """Whether a verb may be an act of demonstrators: no auxiliary, nothing that is said or befalls («سقط متظاهر»)."""
    item, class_ = view.items[at], act_class(view, at)
    if class_ == "befall" or item.token.folded[len(item.conjunction) :] in AUXILIARIES or _told_of(item) is None:
        return False
    return class_ is not None or item.of(SPEECH) is None


def _told_of(item: Item) -> Reading | None:
    """A verb's reading in the third person: «نطالب», «نحاصر» are the demonstrators' own words on a banner, no act told of them."""
    return next((r for r in item.readings if r.verbal and r.agreement.startswith("3")), None)


def act_class(view: View, at: int) -> str | None:
    """The class of a verb in ``words/crowd_verbs.yaml``."""
    known = view.lexicon.crowd_verbs
    return next((known[r.cut.stem] for r in view.items[at].readings if r.verbal and r.cut.stem in known), None)


def _subject(view: View, number: int, people: dict[int, Candidate]) -> Candidate | None:
    person = next(iter(people.values()))
    probe = _on_verb(view, view.phrases[number].start, person)
    slots = fill(view, probe)
    if slots.passive:
        return None
    does = (f.phrase for f in slots.subject if _may_do(view, f.phrase, number))
    return next((found for subject in does if (found := _counted(view, subject, people))), None)


def _may_do(view: View, subject: int, verb: int) -> bool:
    """Whether a verb can be the act of people named before it in its sentence.

    No act of theirs is what stands in a quotation that opens after them («حمل المتظاهرون لافتات كتب عليها «أغيثوا غزة»»),
    nor a verb in the singular that does not stand right after them: it tells of a thing between («هتافات تدعو إلى الحرب»).
    """
    if subject > verb:
        return True
    between = view.items[view.phrases[subject].stop : view.phrases[verb].start]
    if sum(item.token.text in "«“" for item in between) > sum(item.token.text in "»”" for item in between):
        return False
    item = view.item_of(verb)
    told = _told_of(item)
    singular = told is not None and told.agreement.endswith("s") and not item.conjunction
    return not singular or all(i.tag in ("mark", "particle") for i in between)


def _counted(view: View, phrase: int, people: dict[int, Candidate]) -> Candidate | None:
    """The demonstrators that a phrase is of, or that it counts («آلاف من المتظاهرين», «حشود من المحتجين»)."""
    if phrase in people:
        return people[phrase]
    counted = phrase + 1 in people and view.phrases[phrase + 1].preposition in COUNTING
    return people[phrase + 1] if counted else None


def _on_verb(view: View, item: int, person: Candidate) -> Candidate:
    verbal = _told_of(view.items[item]) or next(r for r in view.items[item].readings if r.verbal)
    class_ = act_class(view, item)
    trigger = replace(
        person.trigger,
        mode="riot" if class_ == "riot" or _violent(view, item) else "demo",
        weight=WEIGHTS.get(class_ or "", "medium"),
        frame=FRAMES.get(class_ or "", FRAME),
        kind="act",
    )
    return Candidate(item, 1, person.entry, verbal, trigger, needed=True)


def _violent(view: View, item: int) -> bool:
    own = view.items[item].of(TRIGGER)
    return own is not None and view.lexicon.trigger(own.entry).type == "ASSAULT"
