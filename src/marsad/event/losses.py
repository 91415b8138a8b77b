"""Which event the dead and injured of a sentence belong to, and statements of loss that tell of an attack beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from marsad.event.draft import VIOLENT, Draft
from marsad.event.reach import same_stretch
from marsad.event.roles.clause import GOING_ON
from marsad.event.size import LOSSES, SUFFERED, find_casualties, uncounted_victims
from marsad.event.view import STOPS, View
from marsad.lexicon.compile import SUPPORT
from marsad.mention.describe import ACTING
from marsad.record import Casualty


def with_losses(view: View, drafts: list[Draft]) -> list[Draft]:
    """Give each count of losses to an event, and fold a bare statement of loss into the attack beside it.

    Losses in a row («مقتل ثلاثة وإصابة خمسة») are one statement.
    """
    casualties = find_casualties(view, view.lexicon.outcomes)
    drafts = [_suffering(d) for d in drafts]
    losses = _losses(view, drafts)
    attacks = [d for d in drafts if d.violent and d not in losses]
    rows = list(_rows(view, losses))
    told = [row for row in rows if any(_caused(view, loss, attacks) for loss in row)]
    folded = [loss for row in rows for loss in (row if row in told else row[1:])]
    folded += [loss for loss in losses if loss not in folded and _known_victims(loss) and not casualties]
    first = {id(row[0]): row for row in rows if row not in told}
    victims = [loss for row in told for loss in row]
    kept = [_with_victims(view, _of_row(d, first), attacks, victims) for d in drafts if d not in folded]
    casualties += [v for d in drafts for v in uncounted_victims(view, d.candidate.item, d.recipients, casualties)]
    owners = [(_owner(view, casualty, kept), casualty) for casualty in casualties]
    return [replace(d, casualties=tuple(c for owner, c in owners if owner is d)) for d in kept]


ROW_REACH = 9  # items between one loss and the next that is joined to it
FALLEN_REACH = 3  # items between «سقط» and the noun for those who fell


def _rows(view: View, losses: Sequence[Draft]) -> Iterator[list[Draft]]:
    """The losses in rows: each joined by و to the one before, close behind it, and of the same grammar."""
    row: list[Draft] = []
    for loss in losses:
        joined = row and bool(view.items[loss.candidate.item].conjunction)
        if row and not (
            joined and loss.candidate.item - row[-1].candidate.item <= ROW_REACH and _alike(view, loss, row[-1])
        ):
            yield row
            row = []
        row.append(loss)
    if row:
        yield row


def _alike(view: View, one: Draft, other: Draft) -> bool:
    return _told_by_verb(view, one) == _told_by_verb(view, other)


def _told_by_verb(view: View, loss: Draft) -> bool:
    """«وجرح خمسة», and «سقط عشرة قتلى», whose verb says no more than that they are."""
    at = loss.candidate.item
    return loss.candidate.verbal or any(item.tag == "verb" for item in view.items[max(0, at - FALLEN_REACH) : at])


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
    if any(p.kind in ACTING for p in targets):  # «كمين للمتمردين … أسفر عن مقتل 11»: those are who was hit
        return draft
    victims = tuple(dict.fromkeys((*targets, *(p for loss in mine for p in loss.recipients))))
    return replace(draft, recipients=victims if mine and victims else draft.recipients)


def _losses(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that state a loss and name no deed of their own."""
    losses: list[Draft] = []
    violent = [draft for draft in drafts if draft.violent]
    for draft in violent:
        if (
            _states_loss(draft)
            or _goes_on(view, draft, losses)
            or _is_result(view, draft, violent)
            or _is_outcome(view, draft, violent)
        ):
            losses.append(draft)
    return losses


def _suffering(draft: Draft) -> Draft:
    """«مقتل طفل عمره سنة», «إصابة جنديين اثنين»: the first complement of a noun for a loss is its victim, whatever follows."""
    doers = tuple(p for p in draft.actors if p.rule.startswith("idafa_subject"))
    if not doers or draft.candidate.verbal or draft.candidate.reading.cut.stem not in BEFALLS:
        return draft
    return replace(draft, actors=tuple(p for p in draft.actors if p not in doers), recipients=doers)


BEFALLS = frozenset("مقتل اصابه اصابات استشهاد مصرع سقوط".split())  # maṣdars that are never the killers'


def _states_loss(draft: Draft) -> bool:
    lemma = _lemma(draft)
    passive = draft.slots.passive or not draft.candidate.verbal or lemma in SUFFERED
    return lemma in LOSSES and passive and not draft.actors


def _lemma(draft: Draft) -> str:
    return draft.candidate.trigger.lemma.split()[0]


def _known_victims(draft: Draft) -> bool:
    """«معظم القتلى مدنيون»: the dead, spoken of as known, are no new event."""
    return _lemma(draft) in FALLEN and not draft.candidate.verbal and draft.candidate.reading.cut.article


FALLEN = frozenset({"قتيل", "جريح"})


def _goes_on(view: View, draft: Draft, losses: Sequence[Draft]) -> bool:
    """«قتل ثمانية وجرح آخرون»: a verb of loss joined to one that no doer stands before; its subject suffers too."""
    if not losses or _lemma(draft) not in LOSSES or not draft.candidate.verbal:
        return False
    before, item = losses[-1], draft.candidate.item
    joined = view.items[item].conjunction == "و" and item - before.candidate.item <= ROW_REACH
    singular = draft.candidate.reading.agreement[-1:] == "s" and not draft.candidate.reading.cut.pronoun
    victims = {party.span for party in before.recipients}
    return joined and singular and _told_by_verb(view, before) and all(a.span in victims for a in draft.actors)


def _is_outcome(view: View, draft: Draft, violent: Sequence[Draft]) -> bool:
    """What an attack named before brought: «الغارة التي أدت إلى تدمير جسر», «قصفت الطائرات المرفأ ودمرت سفنا»."""
    before = [d for d in violent if d.candidate.item < draft.candidate.item and _lemma(d) not in LOSSES]
    if _lemma(draft) not in LOSSES | DESTROYED or not before:
        return False
    if not draft.candidate.verbal:
        return _brought(view, draft)
    fire = _lemma(before[-1]) in FIRE and same_stretch(view, before[-1].candidate.item, draft.candidate.item)
    return fire and _lemma(draft) in DESTROYED and _joined(view, draft.candidate.item) and _of_fire(before[-1], draft)


DESTROYED = frozenset({"دمّر", "أعطب"})
FIRE = frozenset("قصف غارة ضربة استهدف أغار".split())


def _joined(view: View, item: int) -> bool:
    return bool(view.items[item].conjunction) or (item > 0 and view.items[item - 1].token.folded in GOING_ON)


def _of_fire(fire: Draft, draft: Draft) -> bool:
    """What destroys is who fired, or the fire itself."""
    doers = {actor.span for actor in fire.actors}
    return all(actor.span in doers for actor in draft.actors) or not doers


def _brought(view: View, draft: Draft) -> bool:
    """«أسفر عن مقتل», «ما أدى إلى تدمير»: governed by a verb that tells what something led to."""
    if draft.slots.support is None:
        return False
    verb = view.item_of(draft.slots.support).of(SUPPORT)
    place, subject = view.lexicon.support(verb.entry) if verb else ("", "")
    return subject == "none" and place != "subject"


def _is_result(view: View, draft: Draft, violent: Sequence[Draft]) -> bool:
    """«قصفت الطائرات خان شيخون … فقتلت ثمانين»: the loss that an attack before it brought, by the same actors."""
    if _lemma(draft) not in LOSSES or not draft.actors or view.items[draft.candidate.item].conjunction != "ف":
        return False
    actors = {actor.span for actor in draft.actors}
    before = (d for d in violent if d.candidate.item < draft.candidate.item)
    return any(actors <= {actor.span for actor in other.actors} for other in before)


CAUSE_REACH = 16  # items between a loss and the attack that it is told of
CAUSES = frozenset({"في", "ب", "اثر", "جراء", "نتيجه", "خلال", "بسبب", "عقب", "بعد"})


def _caused(view: View, loss: Draft, attacks: list[Draft]) -> bool:
    """«مقتل 12 في هجوم», «هجوم أدى إلى مقتل 12»: the attack is named within reach in the same sentence."""
    at = loss.candidate.item
    if attacks and (_known_victims(loss) or (_brought(view, loss) and attacks[0].candidate.item < at)):
        return True
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
