"""Which event the dead and injured of a sentence belong to, and statements of loss that tell of an attack beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from marsad.event.draft import VIOLENT, Draft
from marsad.event.size import LOSSES, SUFFERED, find_casualties, uncounted_victims
from marsad.event.view import STOPS, View
from marsad.record import Casualty


def with_losses(view: View, drafts: list[Draft]) -> list[Draft]:
    """Give each count of losses to an event, and fold a bare statement of loss into the attack beside it.

    Losses in a row («مقتل ثلاثة وإصابة خمسة») are one statement.
    """
    casualties = find_casualties(view, view.lexicon.outcomes)
    losses = [d for d in drafts if d.violent and (_states_loss(d) or _is_result(view, d, drafts))]
    attacks = [d for d in drafts if d.violent and d not in losses]
    rows = list(_rows(view, losses))
    told = [row for row in rows if any(_caused(view, loss, attacks) for loss in row)]
    folded = [loss for row in rows for loss in (row if row in told else row[1:])]
    first = {id(row[0]): row for row in rows if row not in told}
    victims = [loss for row in told for loss in row]
    kept = [_with_victims(view, _of_row(d, first), attacks, victims) for d in drafts if d not in folded]
    casualties += [v for d in drafts for v in uncounted_victims(view, d.candidate.item, d.recipients, casualties)]
    owners = [(_owner(view, casualty, kept), casualty) for casualty in casualties]
    return [replace(d, casualties=tuple(c for owner, c in owners if owner is d)) for d in kept]


ROW_REACH = 9  # items between one loss and the next that is joined to it


def _rows(view: View, losses: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The losses in rows: each joined by و to the one before, close behind it, and of the same grammar."""
    row: list[Draft] = []
    for loss in losses:
        joined = row and bool(view.items[loss.candidate.item].conjunction)
        if row and not (joined and loss.candidate.item - row[-1].candidate.item <= ROW_REACH and _alike(loss, row[-1])):
            yield row
            row = []
        row.append(loss)
    if row:
        yield row


def _alike(one: Draft, other: Draft) -> bool:
    return one.candidate.verbal == other.candidate.verbal


def _of_row(draft: Draft, rows: Mapping[int, Sequence[Draft]]) -> Draft:
    """The first loss of a row tells of all its victims."""
    row = rows.get(id(draft), [draft])
    return (
        replace(draft, recipients=tuple(dict.fromkeys(p for d in row for p in d.recipients))) if len(row) > 1 else draft
    )


LOCATED = ("governed:في", "governed:ب")


def _with_victims(view: View, draft: Draft, attacks: list[Draft], losses: list[Draft]) -> Draft:
    """An attack was done to its target, where that is more than the place it happened in, and to those whose loss is stated beside it."""
    if draft not in attacks:
        return draft
    mine = [loss for loss in losses if _brought_by(view, loss.candidate.item, attacks) is draft]
    targets = tuple(p for p in draft.recipients if "+place:" not in p.rule or not p.rule.startswith(LOCATED))
    victims = tuple(dict.fromkeys((*targets, *(p for loss in mine for p in loss.recipients))))
    return replace(draft, recipients=victims if mine and victims else draft.recipients)


def _states_loss(draft: Draft) -> bool:
    lemma = draft.candidate.trigger.lemma.split()[0]
    passive = draft.slots.passive or not draft.candidate.verbal or lemma in SUFFERED
    return lemma in LOSSES and passive and not draft.actors


def _is_result(view: View, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """«قصفت الطائرات خان شيخون … فقتلت ثمانين»: the loss that an attack before it brought, by the same actors."""
    lemma = draft.candidate.trigger.lemma.split()[0]
    if lemma not in LOSSES or not draft.actors or view.items[draft.candidate.item].conjunction != "ف":
        return False
    actors = {actor.span for actor in draft.actors}
    before = (d for d in drafts if d.violent and d.candidate.item < draft.candidate.item)
    return any(actors <= {actor.span for actor in other.actors} for other in before)


CAUSE_REACH = 16  # items between a loss and the attack that it is told of
CAUSES = frozenset({"في", "ب", "اثر", "جراء", "نتيجه", "خلال", "بسبب", "عقب", "بعد"})


def _caused(view: View, loss: Draft, attacks: list[Draft]) -> bool:
    """«مقتل 12 في هجوم», «هجوم أدى إلى مقتل 12»: the attack is named within reach in the same sentence."""
    at = loss.candidate.item
    for attack in attacks:
        first, last = sorted((at, attack.candidate.item))
        between = view.items[first + 1 : last]
        stop = any(item.tag == "mark" and item.token.text in STOPS for item in between)
        if stop or last - first > CAUSE_REACH:
            continue
        if attack.candidate.item < at or _cause_before(view, attack.candidate.item):
            return True
    return False


def _cause_before(view: View, item: int) -> bool:
    before = view.items[item - 1] if item else None
    if view.items[item].preposition in ("ب", "ل"):
        return True
    return before is not None and before.token.folded in CAUSES


TOLD_AFTER = "outcome_after_count"  # «12 شخصا قتلوا»: the rule of a count that stands before its verb


def _owner(view: View, casualty: Casualty, drafts: list[Draft]) -> Draft | None:
    """The violent event that a count belongs to: one whose victim it counts, else the one that brought the loss."""
    position = view.items_under(casualty.quantity.span)[0]
    wanted = {"arrested": {"COERCE"}, "abducted": {"ASSAULT"}, "displaced": {"ASSAULT", "SANCTION", "COERCE"}}.get(
        casualty.outcome, VIOLENT
    )
    able = [d for d in drafts if d.candidate.trigger.type in wanted]
    own = next((d for d in able if any(casualty.quantity.span == party.span for party in d.recipients)), None)
    if own is None and casualty.rule == TOLD_AFTER:
        own = next((d for d in able if d.candidate.item > position), None)
    return own or _brought_by(view, position, able)


def _brought_by(view: View, position: int, drafts: Sequence[Draft]) -> Draft | None:
    """The event that brought a loss told at ``position``: the one named after it as its cause, else the nearest before it."""
    before = [d for d in drafts if d.candidate.item <= position]
    after = [d for d in drafts if d.candidate.item > position]
    found = after[:1] if not before or _causes(view, position, after[:1]) else before[-1:]
    return found[0] if found else None


def _causes(view: View, position: int, after: Sequence[Draft]) -> bool:
    """«ومقتل 12 في هجوم آخر»: an attack after the count in its clause, by «في» or «إثر»."""
    if not after:
        return False
    item = after[0].candidate.item
    between = view.items[position + 1 : item]
    closed = any(other.tag == "verb" or (other.tag == "mark" and other.token.text in STOPS) for other in between)
    return not closed and item - position <= CAUSE_REACH and _cause_before(view, item)
