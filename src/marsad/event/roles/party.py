"""From slots to participants: coordination, the frame's order, and what each phrase is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeGuard

from marsad.event.candidate import Candidate
from marsad.event.roles.noun import national_adjective
from marsad.event.roles.pronoun import carried_subject
from marsad.event.roles.slots import Slots
from marsad.event.view import ACCOMPANYING, View
from marsad.lexicon.trigger import FORCE_TYPES
from marsad.mention.describe import ACTING
from marsad.record import Mention, MentionKind, Participant

# Rules that put a phrase in the object's place by grammar alone (so does a preposition that the frame names): there even
# an unknown noun is what the act was done to.
OBJECT_RULES = frozenset(
    {
        "object_after_verb",
        "object_after_subject",
        "idafa_object",
        "masdar_object",
        "passive_subject",
        "participle_object",
    }
)


# Rules by which a phrase is what the event befell, whatever the entry's frame says.
BEFALLEN = frozenset({"support_recipient", "hit_by_event", "counted_before", "predicate_subject", "accused_in_clause"})


# Types whose recipient is a party as a rule; in the others («قصف الجسر», «أغلق المعبر») it may be a thing.
AGAINST_PARTIES = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"}
)


LANDS = frozenset({MentionKind.PLACE, MentionKind.STATE})

# Rules that may name a party by the verbal noun of a support verb and its complement.
SUPPORTED = frozenset({"support_noun", "support_recipient"})

# Slots that stand in for a verb's subject («قُصفت من الجو») and add nobody to one that is there («الجيش المدعوم من قطر», «معسكر للمتمردين»).
STAND_INS = frozenset({"من", "عن"})
OWNERS = frozenset({"ل"})  # of a target, after an event noun that has its doer


def participants(view: View, candidate: Candidate, slots: Slots, role: str) -> tuple[Participant, ...]:
    """The parties in one role: the frame's slots in order, each with those coordinated to it."""
    found: dict[int, str] = {}
    if role == "recipient":  # «تلقت الحكومة دعما»: who receives is told by the support verb, whatever the entry's frame
        given = [filler for filler in slots.object if filler.rule in BEFALLEN]
        found.update({number: f.rule for f in given for number in coordinated(view, f.phrase)})
    reciprocal = role == "actor" and len(candidate.trigger.frame.get("actor", ())) > 1
    for slot in candidate.trigger.frame.get(role, ()) if not found else ():
        if found and _adds_nobody(candidate, slot):
            continue
        for filler in slots.of(slot):
            found.update({number: filler.rule for number in coordinated(view, filler.phrase) if number not in found})
        if found and not reciprocal:
            break
    made = ((number, _participant(view, *_doer_of(view, number, rule, role), role)) for number, rule in found.items())
    kept = [(number, party) for number, party in made if party is not None and not _where(candidate, party)]
    if role == "recipient" and candidate.trigger.type in AGAINST_PARTIES:
        kept = [
            (number, owner)
            for number, party in kept
            if (owner := _whose(view, number, party, candidate.trigger.type)) is not None
        ]
    return tuple(party for _, party in kept)


def _adds_nobody(candidate: Candidate, slot: str) -> bool:
    """A slot that only stands in for a doer who is named."""
    if candidate.verbal:
        return slot in STAND_INS
    return candidate.trigger.type in FORCE_TYPES and slot in STAND_INS | OWNERS


def _where(candidate: Candidate, party: Participant) -> bool:
    """«انفجار في بلدة حدودية»: a blast in a place that no force holds tells where, not whom it hit; nor is a country left hit."""
    if party.kind is MentionKind.STATE and party.rule.startswith("governed:في"):
        return candidate.trigger.type == "ASSAULT"  # «انفجار في العراق»
    if party.kind in LANDS and party.rule.startswith("governed:من"):
        return candidate.trigger.type == "PROTEST"  # «تطالب بسحب القوات من العراق»
    blast = candidate.trigger.type == "ASSAULT" and candidate.trigger.mode == "explosives"
    open_place = party.kind is MentionKind.PLACE and party.sector in (None, "CVL")
    shaken = party.rule.startswith("hit_by_event") and party.country is not None  # «هز بلدة سروج»; «طال سوقا» hit it
    return blast and open_place and (shaken or party.rule.startswith("governed:في"))


def _whose(view: View, number: int, party: Participant, type_: str) -> Participant | None:
    """«رفض إصلاحات العبادي»: what is said of a thing is said of whose it is; of nobody's, it has no recipient."""
    phrase = view.phrases[number]
    if phrase.kind != "np" or not _is_thing(view, number, party, type_):
        return party
    for start in range(phrase.start + 1, phrase.stop):
        owner = view.within(start, phrase.stop) or view.within(start, start + 1)  # «نوايا طهران النووية»
        if is_party(owner) and (owner.country or not relational(view, start)):  # «القرار الحكومي» names nobody
            return participant_of(view, owner, f"{party.rule}:whose")
        if view.items[start].tag in ("unknown", "number") and not relational(view, start):
            span = view.items[start].span.join(view.items[phrase.stop - 1].token.span)
            return Participant(span, span.of(view.text), f"{party.rule}:whose+unknown_name")
    return None


def is_party(mention: Mention | None) -> TypeGuard[Mention]:
    """Whether what stands inside a phrase is somebody who can act, by more than a word that qualifies a thing."""
    return mention is not None and mention.kind in ACTING and mention.rule != "qualified"


def relational(view: View, at: int) -> bool:
    """«الحرم المكي»: an adjective of relation after a noun with the article names nobody."""
    item, before = view.items[at], view.items[at - 1]
    return item.article and before.article and item.token.folded.endswith(("ي", "يه"))


def _is_thing(view: View, number: int, party: Participant, type_: str) -> bool:
    """A common noun that is no word for people or bodies, whoever it belongs to; a place where a type wants a party."""
    if party.kind is MentionKind.PLACE:
        return type_ == "PROTEST"  # «أغلق محتجون الجسر» tells how, not against whom
    return view.item_of(number).common and (party.kind not in ACTING or "+qualified" in party.rule)


def _doer_of(view: View, number: int, rule: str, role: str) -> tuple[int, str]:
    """«أدان القصف التركي»: where an act is condemned or praised, its doer is meant."""
    if role == "recipient" and view.phrases[number].kind == "event":
        adjective = national_adjective(view, number)
        if adjective:
            return adjective[0].phrase, f"{rule}:doer_of_act"
    return number, rule


def coordinated(view: View, number: int) -> Iterator[int]:
    """A phrase and those joined to it by و («تركيا وقطر») or by «إلى جانب», «برفقة»."""
    yield number
    other = number + 1
    while other < len(view.phrases):
        other = _past_repeated(view, number, _past_comma(view, _past_complement(view, other)))
        phrase = view.phrases[other]
        if phrase.kind != "np" or not _linked(view, number, other) or not _joins(view, number, other):
            return
        yield other
        other += 1


def _past_complement(view: View, number: int) -> int:
    """«الجيش الموالي للشرعية وقوات التحالف»: past what a word of relation governs."""
    at = number + 1 if view.phrases[number].kind == "particle" and number + 2 < len(view.phrases) else number
    return at + 1 if view.attached(at) and at + 1 < len(view.phrases) else number


def _past_repeated(view: View, number: int, other: int) -> int:
    """«بين الجيش وبين المسلحين»: past the preposition said again after و."""
    item = view.item_of(other)
    again = bool(item.conjunction) and item.token.folded[len(item.conjunction) :] == view.phrases[number].preposition
    return other + 1 if view.phrases[other].kind == "particle" and again and other + 1 < len(view.phrases) else other


def _past_comma(view: View, number: int) -> int:
    """«، إلى جانب رئيس المخابرات»: past a comma and the preposition to the phrase that accompanies."""
    at = number + 1 if view.item_of(number).token.text in "،," and number + 1 < len(view.phrases) else number
    particle = view.phrases[at].kind == "particle" and at + 1 < len(view.phrases)
    return at + 1 if particle and view.phrases[at + 1].preposition in ACCOMPANYING else number


def _linked(view: View, number: int, other: int) -> bool:
    phrase = view.phrases[other]
    same = not phrase.preposition or phrase.preposition == view.phrases[number].preposition
    joined = bool(
        phrase.conjunction or (view.item_of(other - 1).conjunction and view.phrases[other - 1].kind == "particle")
    )
    return phrase.preposition in ACCOMPANYING or (joined and same)


def _joins(view: View, first: int, other: int) -> bool:
    """Whether what و joins is of the same kind of thing, as far as known."""
    return view.acting(other) or (not view.acting(first) and view.mention(other) is not None)


def _participant(view: View, number: int, rule: str, role: str) -> Participant | None:
    phrase = view.phrases[number]
    if phrase.kind != "np":
        return None
    mention = view.mention(number)
    if mention is None and rule in SUPPORTED and phrase.stop - phrase.start > 1:
        mention = view.within(phrase.start + 1, phrase.stop)  # «تعرض قافلة لهجوم»
    span = view.span(number)
    if mention is None:
        placed_by_grammar = rule in OBJECT_RULES or rule.startswith("governed:")
        if not _like_a_name(view, number, role) and not (role == "recipient" and placed_by_grammar):
            return None
        return Participant(span, span.of(view.text), f"{rule}+unknown_name")
    if role == "actor" and mention.kind not in ACTING:
        return None
    return participant_of(view, mention, rule)


def _like_a_name(view: View, number: int, role: str) -> bool:
    """One to four words that the lexicon does not know at all."""
    phrase = view.phrases[number]
    items = view.items[phrase.start : phrase.stop]
    return role == "actor" and len(items) <= 4 and all(item.tag == "unknown" for item in items)


def pronoun_party(view: View, candidate: Candidate, role: str) -> tuple[Participant, ...]:
    """«واعتقلته الشرطة»: whom the object pronoun of a verb that begins its sentence means in the one before."""
    pronoun = candidate.reading.cut.pronoun if candidate.verbal and candidate.item == 0 else ""
    takes_object = "object" in candidate.trigger.frame.get(role, ())
    meant = view.earlier.pronoun(pronoun) if pronoun and takes_object and view.earlier else None
    if meant is None:
        return ()
    known = replace(meant, reason="named in the sentence before", antecedent=meant.antecedent or meant.span)
    return (participant_of(view, known, "pronoun_before"),)


def dropped_party(view: View, candidate: Candidate, slots: Slots) -> tuple[Participant, ...]:
    """«هاجمت القوات المدينة. وقصفت الميناء»: whom the sentence before told of, for a verb at the head of its own with no subject."""
    active = candidate.verbal and not slots.passive and not slots.subject
    if not active or "subject" not in candidate.trigger.frame.get("actor", ()):
        return ()
    carried = carried_subject(view, candidate)
    return () if carried is None else (participant_of(view, carried, "subject_before"),)


def participant_of(view: View, mention: Mention, rule: str) -> Participant:
    """A mention in a role, by ``rule``."""
    return Participant(
        mention.span, mention.span.of(view.text), f"{rule}+{mention.rule}", mention.kind, mention.entity,
        mention.country, mention.sector, mention.reason, mention.members, mention.antecedent,
    )  # fmt: skip
