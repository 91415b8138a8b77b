"""From a sentence's view to its event mentions: every rule family in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from marsad.claim.attribute import find_claim
from marsad.claim.speech import Report
from marsad.event.against import AT_THE_DOOR, with_grievances
from marsad.event.beside import BESIDE_BLAST, with_blast_sites
from marsad.event.candidate import Candidate
from marsad.event.confidence import confidence, features
from marsad.event.draft import Draft, draft
from marsad.event.echo import without_echoes
from marsad.event.facts import clue_facts, clues, event_facts, party_facts, sentence_facts, time_facts
from marsad.event.governor import Governed, govern
from marsad.event.lend import with_aims, with_means, with_speakers
from marsad.event.losses import with_losses
from marsad.event.private import private_facts
from marsad.event.relevance import relevance, sentence_relevance
from marsad.event.retold import as_one_protest, without_slogans
from marsad.event.status import Status, find_status
from marsad.event.told_once import told_once
from marsad.event.view import View
from marsad.event.when import find_time, nearest_time
from marsad.event.where import find_place
from marsad.event.wording import wording_features
from marsad.lexicon.weights import Weights, weights_of
from marsad.ontology.plover import FUTURE_IS_AGREE
from marsad.record import EventMention, Place, Time
from marsad.span import Span
from marsad.text.fold import fold

MODE_AFTER, MODE_BEFORE = 14, 6  # items after and before a trigger in which a word settles its mode


def find_events(
    view: View,
    candidates: Sequence[Candidate],
    reports: Sequence[Report],
    weights: Weights,
    facts: Mapping[str, bool],
) -> Iterator[EventMention]:
    """The event mentions of a sentence in order of their triggers.

    ``facts`` are features of the page (``quiet_page``, ``political_page``).
    """
    distinct = without_echoes(view, [draft(view, candidate) for candidate in candidates])
    drafts = as_one_protest(view, told_once(view, distinct))
    told = with_blast_sites(view, with_grievances(view, with_aims(view, with_means(drafts))))
    told = with_speakers(view, without_slogans(view, told), reports)
    if not told:
        return
    times, near = govern(view, candidates), clues(view)
    acts = [made.candidate for made in distinct]  # what takes a place away from another
    worded = wording_features(view.items, view.lexicon.wording, {made.candidate.trigger.type for made in told})
    common = {**facts, **sentence_facts(view, candidates, reports), **sentence_relevance(view, candidates)}
    for made in with_losses(view, told):
        own = {worded[type_]: True} if (type_ := made.candidate.trigger.type) in worded else {}
        given = {**common, **clue_facts(made.candidate, near), **own}
        yield _mention(view, made, candidates, acts, reports, times, weights, given)


def _mention(
    view: View,
    draft: Draft,
    candidates: Sequence[Candidate],
    acts: Sequence[Candidate],
    reports: Sequence[Report],
    times: Sequence[Governed],
    weights: Weights,
    facts: Mapping[str, bool],
) -> EventMention:
    candidate = draft.candidate
    when = find_time(view, candidate, draft.slots, times)
    time = when[0] if when else None
    parties = (*draft.actors, *draft.recipients)
    elsewhere = [p for p in parties if not p.rule.startswith((AT_THE_DOOR, BESIDE_BLAST))]
    place = find_place(view, candidate, acts, elsewhere, draft.slots.place)
    draft = _without_scene(draft, place[0] if place else None)
    status = find_status(view, candidate, time, draft.slots.support, candidates)
    type_, status = _by_codebook(view, candidate, status)
    mode, mode_span = _mode(view, draft)
    claim = find_claim(reports, candidate.item, type_, draft.actors)
    found = {
        **facts,
        **private_facts(view, draft, facts),
        **relevance(candidate.trigger.type, (*draft.actors, *draft.recipients), facts),
        **event_facts(view, candidate, draft.slots, candidates),
        **time_facts(view, time or nearest_time(view, candidate, candidates, times)),
        **party_facts(view, (*draft.actors, *draft.recipients)),
        "purpose": status.rule in ("purpose_noun", "purpose_verb", "that_clause"),
        "demanded": status.rule == "demanded",
        "era": status.rule == "era",
        "place": place is not None,
        "casualties": bool(draft.casualties),
        "claimed": claim is not None,
        status.value: status.value != "fact",
        f"mode={mode}": mode is not None,
    }
    names = list(features(candidate, draft.actors, draft.recipients, found))
    return EventMention(
        event=0,
        sentence=view.sentence.index,
        type=type_,
        mode=mode if type_ == candidate.trigger.type else None,
        trigger=_trigger_span(view, candidate),
        lemma=candidate.trigger.lemma,
        status=status.value,
        confidence=confidence(names, weights_of(weights, candidate.trigger.type)),
        actors=draft.actors,
        recipients=draft.recipients,
        place=place[0] if place else None,
        time=time,
        claim=claim,
        casualties=draft.casualties,
        rules=_rules(candidate, status, place, when, names),
        evidence=_evidence(status, mode_span),
    )


def _without_scene(draft: Draft, place: Place | None) -> Draft:
    """«هجمات باريس»: the place right after the noun for the act does not act."""
    if place is None or place.rule not in ("after_event", "after_noun"):
        return draft
    return replace(draft, actors=tuple(actor for actor in draft.actors if actor.span != place.span))


def _trigger_span(view: View, candidate: Candidate) -> Span:
    return view.items[candidate.item].token.span.join(view.items[candidate.item + candidate.length - 1].token.span)


def _by_codebook(view: View, candidate: Candidate, status: Status) -> tuple[str, Status]:
    """The type that the codebook makes of an event that is to come or refused; a fact of today.

    Future cooperation is AGREE and future retreat CONCEDE; a concession that is refused is REJECT.
    """
    type_ = candidate.trigger.type
    if status.value == "future" and type_ in FUTURE_IS_AGREE:
        return "AGREE", Status("fact", f"future_{type_.lower()}_is_agree", status.span)
    if status.value == "future" and type_ == "RETREAT":
        return "CONCEDE", Status("fact", "future_retreat_is_concede", status.span)
    if status.value == "negated" and type_ == "CONCEDE" and _refused(view, candidate, status):
        return "REJECT", Status("fact", "refused_concede_is_reject", status.span)
    return type_, status


def _refused(view: View, candidate: Candidate, status: Status) -> bool:
    """«لن يتراجع عن القرار», «لم تنصع لأمر المحكمة»."""
    said = view.items[view.items_under(status.span)[0]].token.folded if status.span else ""
    obeys = fold(candidate.trigger.lemma) in view.lexicon.status.obeying
    return candidate.verbal and (said.endswith("لن") or (obeys and said.endswith(("لم", "لا"))))


def _mode(view: View, draft: Draft) -> tuple[str | None, Span | None]:
    """The entry's mode, else the one whose word stands nearest after the trigger, else before it, outside the recipients."""
    candidate = draft.candidate
    if candidate.trigger.mode:
        return candidate.trigger.mode, None
    modes = view.lexicon.modes.get(candidate.trigger.type, {})
    if not modes:
        return None, None
    parties = [
        party.span for party in draft.recipients
    ]  # «طائرات التحالف» as actor tells the mode, «المفاوضات» in a victim's name does not
    after = range(candidate.item + 1, min(len(view.items), candidate.item + 1 + MODE_AFTER))
    before = range(candidate.item - 1, max(-1, candidate.item - 1 - MODE_BEFORE), -1)
    for position in (*after, *before):
        item = view.items[position]
        if item.tag != "mark" and not any(span.covers(item.token.span) for span in parties):
            for mode, words in modes.items():
                if words.at(view.stems, position):
                    return mode, item.token.span
    return None, None


def _rules(
    candidate: Candidate,
    status: Status,
    place: tuple[Place, str] | None,
    when: tuple[Time, str] | None,
    names: list[str],
) -> dict[str, str]:
    how = "verb" if candidate.verbal else candidate.reading.pos
    rules = {
        "trigger": f"{candidate.trigger.type}/{candidate.trigger.lemma}:{how}",
        "status": status.rule,
        "confidence": " ".join(names),
    }
    if place:
        rules["place"] = f"{place[1]}+{place[0].rule}"
    if when:
        rules["time"] = f"{when[1]}+{when[0].rule}"
    return rules


def _evidence(status: Status, mode: Span | None) -> dict[str, Span]:
    found = {"status": status.span, "mode": mode}
    return {name: span for name, span in found.items() if span is not None}
