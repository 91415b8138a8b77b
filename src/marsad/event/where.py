"""Where: which of a sentence's places governs an event."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from marsad.claim.headline import scene_of
from marsad.event.candidate import Candidate
from marsad.event.reach import PHRASE_REACH, disperses, first_item, near, nearer_trigger, same_stretch
from marsad.event.view import COMMAS, View
from marsad.event.when import OUTCOME_VERBS, circumstance_of
from marsad.lexicon.compile import SUPPORT, WORD
from marsad.mention.phrase import Phrase
from marsad.record import Mention, MentionKind, Participant, Place

STATIC = frozenset("في ب قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي داخل امام قباله خارج عند".split()) | {
    "بالقرب من",
    "علي مقربه من",
}
# Types whose source, goal or object is the ground on which the event happens: «انسحب من عدن», «استعاد مدينة عدن».
GROUND = frozenset({"ASSAULT", "RETREAT", "MOBILIZE", "AID", "COERCE", "CONSULT", "CONCEDE"})
MOTION = frozenset({"من", "الي", "ل", "علي", "عن", "نحو", "باتجاه", "عبر", "لدي", "حول", "فوق"})


def find_place(
    view: View,
    candidate: Candidate,
    candidates: Sequence[Candidate],
    parties: Sequence[Participant],
    shown: int | None = None,
) -> tuple[Place, str] | None:
    """The event's place and the rule that chose it, ``None`` when the sentence gives none.

    ``shown`` is the phrase that a support verb makes its place («شهدت المدينة اشتباكات»). Else the first place after the
    trigger that it governs, named or described; one that opens its clause; its ground; the place of the act before it by
    the same doer; at last the scene of a headline. A place that another act governs is not its own, however near it stands.
    """
    own = _own_relative(view, candidate)
    outcomes = _outcomes(view, own)
    candidates = [
        c for c in candidates if c.item != own and c.item not in outcomes and not _happens_in(view, candidate, c)
    ]
    if candidate.trigger.type == "ASSAULT":
        candidates = [c for c in candidates if not disperses(c)]
    trigger = view.items[candidate.item].token.span
    close = [place for place in view.places if near(trigger, place.span)]
    named = [place for place in close if _is_location(view, candidate, place, parties)]
    all_described = _described(view, candidate)
    described = [place for place in all_described if _is_location(view, candidate, place, parties)]
    inside = [p for p in described if not any(p.span.overlaps(other.span) for other in close)]
    for rule, chosen in (
        ("support_place", _shown(view, shown if shown is not None else _host(view, own))),
        ("place_at_trigger", _at_trigger(view, candidate, named)),
        ("place_after_trigger", _after(view, candidate, candidates, sorted([*named, *inside], key=lambda p: p.span))),
        ("circumstance_place", _by_circumstance(view, candidate, [*inside, *named])),
        ("relative_place", _antecedent(view, candidate, close)),
        ("place_before_trigger", _before(view, candidate, candidates, [*inside, *named])),
        ("described_place", _after(view, candidate, candidates, _no_distance(described, close))),
        ("ground", _after(view, candidate, candidates, _ground(candidate, close, view, parties))),
        (
            "struck_place",
            _after(view, candidate, candidates, [p for p in all_described if _is_struck(view, p, parties)]),
        ),
        ("target_place", _after(view, candidate, candidates, _of_target(candidate, close, parties))),
        ("inherited_place", _inherited(view, candidate, candidates, named)),
        ("headline_scene", _shown(view, scene_of(view))),
    ):
        if chosen:
            return _named_instead(view, chosen, close), rule
    return None


def _shown(view: View, number: int | None) -> Place | None:
    """The place that a phrase is, by name or only by its words."""
    if number is None or view.phrases[number].kind != "np":
        return None
    span = view.span(number)
    mention = view.mention(number)
    known = view.place_over(span)
    somewhere = known is not None or (mention is not None and mention.kind in (MentionKind.PLACE, MentionKind.STATE))
    if not somewhere:
        return None
    return replace(known, span=span) if known else Place(span, "place_phrase", reason="described, not named")


BEFORE_BUILDINGS = frozenset({"امام", "قباله", "داخل", "قرب", "عند", "خارج", "بالقرب من", "علي مقربه من"})


def _stands_somewhere(view: View, phrase: Phrase, mention: Mention) -> bool:
    """A place that does not move, or a body where a preposition means its building: «أمام البرلمان»."""
    body = mention.kind is MentionKind.ORGANISATION and phrase.preposition in BEFORE_BUILDINGS
    land = phrase.preposition == "في" and _head_is_place(view, phrase)  # «في المحافظة العراقية الأكبر»
    return body or land or (mention.kind is MentionKind.PLACE and not _moves_about(view, mention))


LANDS = frozenset("محافظه مدينه بلده قريه منطقه ولايه اقليم قضاء ناحيه حي احياء مناطق قري بلدات مدن".split())


def _head_is_place(view: View, phrase: Phrase) -> bool:
    first = view.items[phrase.start]
    word = first.token.folded.removeprefix(first.conjunction or "")
    return word.removeprefix("ال") in LANDS


def _moves_about(view: View, mention: Mention) -> bool:
    """A thing that is driven, fired or used: «بصاروخ», «في حافلات»."""
    if mention.head is None:
        return False
    readings = view.items[first_item(view, mention.head)].readings
    lemmas = {view.lexicon.word(r.entry).lemma for r in readings if r.cls == WORD}
    return not lemmas.isdisjoint(view.lexicon.places["movables"])


def _ground(candidate: Candidate, close: Sequence[Place], view: View, parties: Sequence[Participant]) -> list[Place]:
    """Places below a state that the event starts from, goes to or is about."""
    if candidate.trigger.type not in GROUND:
        return []
    visited = candidate.trigger.mode == "visit"
    return [p for p in close if (visited or p.precision != "country") and _moves(view, p, parties, visited=visited)]


def _moves(view: View, place: Place, parties: Sequence[Participant], *, visited: bool) -> bool:
    first = first_item(view, place.span)
    if first < 0:
        return False
    ground = (MentionKind.PLACE, MentionKind.STATE) if visited else (MentionKind.PLACE,)  # «وصل إلى بغداد»
    itself = any(party.span.covers(place.span) and party.kind in ground for party in parties)
    phrase = view.phrases[view.phrase_of(first)]
    free = not any(party.span.covers(place.span) for party in parties)
    taken = not phrase.preposition and phrase.kind == "np" and place.rule.startswith("place_word")  # «حرر مدينة عدن»
    return itself or (free and (taken or phrase.preposition in MOTION))


def _described(view: View, candidate: Candidate) -> list[Place]:
    """«أمام مقر الحكومة», «قرب الحدود الشمالية»: places near the trigger that have no name of their own."""
    at = view.phrase_of(candidate.item)
    return [
        Place(view.span(number), "place_phrase", country=_said_country(mention), reason="described, not named")
        for number in range(max(0, at - PHRASE_REACH), min(len(view.phrases), at + PHRASE_REACH))
        if (phrase := view.phrases[number]).kind == "np"
        and phrase.preposition
        and (mention := view.mention(number))
        and _stands_somewhere(view, phrase, mention)
    ]


def _said_country(mention: Mention) -> str | None:
    """«بلدة تركية»: the country that the words of a place say."""
    return mention.country if mention.kind is MentionKind.PLACE else None


def _is_struck(view: View, place: Place, parties: Sequence[Participant]) -> bool:
    """«انفجار في بلدة تركية»: what is hit is also where, after في."""
    phrase = view.phrases[view.phrase_of(first_item(view, place.span))]
    mention = view.mention(view.phrase_of(first_item(view, place.span)))
    town = mention is not None and mention.kind is MentionKind.PLACE
    if phrase.preposition == "علي" and _head_is_place(view, phrase):  # «قصف على الأحياء السكنية»
        return not any(party.span.covers(place.span) and party.span != place.span for party in parties)
    return town and phrase.preposition == "في" and any(party.span == place.span for party in parties)


# What says where a thing lies, not where an act happens: «بلدة سروج الواقعة بجنوب شرق تركيا».
LYING = frozenset(
    "الواقع الواقعه الكائن الكائنه القريب القريبه المحاذي المحاذيه التابع التابعه المتاخم المتاخمه المجاور المجاوره".split()
)
# Bodies whose place is where they sit, not where they are thanked or attacked: «شكر السفارة في عمان».
SPOKEN = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN"})
MISSIONS = frozenset("سفاره قنصليه القنصليه السفاره ممثليه الممثليه".split())


def _is_location(view: View, candidate: Candidate, place: Place, parties: Sequence[Participant]) -> bool:
    """A place after a preposition of place, outside the event's parties (unless it ends a party's phrase: «قاعدة في …»)."""
    first = first_item(view, place.span)
    if first < 0 or _lies_there(view, first) or _seat_of_mission(view, candidate, place, parties):
        return False
    if place.rule in ("after_event", "after_noun") and first == candidate.item + 1:  # «تفجير ديالى», «هجمات باريس»
        return True
    if place.rule == "distance" and _follows_place(view, place):
        return False
    if place.rule.startswith("direction") or place.rule == "distance":
        return True
    phrase = view.phrases[view.phrase_of(first)]
    before = view.items[first - 1] if first else None
    glued = view.items[first].preposition == "ب"
    free = before is not None and before.tag == "particle" and before.token.folded[len(before.conjunction) :] in STATIC
    free = free or (before is not None and before.token.folded == "في")  # inside «المقاومة الشعبية في عدن»
    static = glued or free or phrase.preposition in STATIC
    if any(party.span.covers(place.span) and party.span.start == place.span.start for party in parties):
        return place.rule != "place_phrase" and place.rule.startswith("place") and (glued or phrase.preposition == "في")
    return static


def _follows_place(view: View, place: Place) -> bool:
    """«بلدة … على بعد 50 كيلومترا شمالي …»: the distance says where the town before it lies."""
    return any(0 <= place.span.start - other.span.stop <= NEXT_TO for other in view.places if other is not place)


NEXT_TO = 2  # code points between a place and what says where it lies


def _own_relative(view: View, candidate: Candidate) -> int | None:
    """The verb of an event noun's own relative clause: «الهجوم الذي استهدف مسجدا في …» tells of the attack itself."""
    if candidate.verbal:
        return None
    for position in range(candidate.item + 1, min(len(view.items) - 1, candidate.item + RELATIVE_REACH)):
        item = view.items[position]
        if "relative" in item.classes:
            return position + 1 if view.items[position + 1].tag == "verb" else None
        told = item.token.folded in OUTCOME_VERBS or item.token.folded in ACT_VERBS
        if told and not item.conjunction:  # «تفجيرين أسفرا عن مقتل …», «كمين استهدف عربات قرب …»
            return position
        if item.tag in ("mark", "verb") or item.conjunction:
            return None
    return None


def _host(view: View, verb: int | None) -> int | None:
    """«محادثات السلام التي تحتضنها قبرص»: the phrase of the place that is the subject of such a relative clause."""
    if verb is None:
        return None
    number = view.phrase_of(verb) + 1
    after = view.items[verb + 1].token.folded if verb + 1 < len(view.items) else ""
    if view.items[verb].token.folded in SUFFERS and after in ("له", "لها"):  # «الهجوم الذي تعرضت له مدينة سروج»
        number = view.phrase_of(verb + 1) + 1
        return number if number < len(view.phrases) and view.bare(number) else None
    if not view.items[verb].pronoun:
        return None
    reading = view.items[verb].of(SUPPORT)
    hosts = reading is not None and view.lexicon.support(reading.entry) == ("object", "place")
    return number if hosts and number < len(view.phrases) and view.bare(number) else None


SUFFERS = frozenset({"تعرض", "تعرضت", "يتعرض", "تتعرض"})
OUTCOME_REACH = 5  # items after a verb for an outcome in which the outcome is named


def _outcomes(view: View, verb: int | None) -> range:
    """The items of what an act brought about: «الهجوم الذي أسفر عن مقتل 38 شخصا في نجامينا» was there."""
    if verb is None or view.items[verb].token.folded not in OUTCOME_VERBS:
        return range(0)
    return range(verb + 1, verb + 1 + OUTCOME_REACH)


def _no_distance(described: Sequence[Place], close: Sequence[Place]) -> list[Place]:
    """The described places but what a distance is counted from."""
    distances = [place.span for place in close if place.rule == "distance"]
    return [place for place in described if not any(place.span.overlaps(span) for span in distances)]


ACT_VERBS = frozenset("استهدف استهدفت نفذه نفذته نفذها نفذتها شنه شنته شنها شنتها طال طالت نصبه نصبته".split())
NEXT_ACT = 14  # items after a verb in which the act is named in which it happened


def _happens_in(view: View, candidate: Candidate, other: Candidate) -> bool:
    """«لقي سبعة مصرعهم في اشتباكات في رفح»: what the circumstance governs is the verb's as well."""
    if not candidate.verbal or other.verbal or not 0 < other.item - candidate.item < NEXT_ACT:
        return False
    return candidate.item in circumstance_of(view, other)


RELATIVE_REACH = 8  # items from an event noun to the relative clause on it
BACK_IN = frozenset("فيها فيه منها منه اليها اليه عليها عليه".split())


def _antecedent(view: View, candidate: Candidate, close: Sequence[Place]) -> Place | None:
    """«مدينة ماريوبول التي قصفها الجيش», «البلدة التي طردت منها القوات …»: the place that the relative clause is on."""
    relative = candidate.item - 1
    if not candidate.verbal or relative < 1 or "relative" not in view.items[relative].classes:
        return None
    if not view.items[relative].token.folded.startswith("ال"):  # «حيث» and «ما» are on no place
        return None
    after = view.items[candidate.item + 1].token.folded if candidate.item + 1 < len(view.items) else ""
    if not view.items[candidate.item].pronoun and after not in BACK_IN:
        return None
    start = view.items[relative].token.span.start
    return next(
        (p for p in reversed(close) if 0 <= start - p.span.stop <= DESCRIBED and p.precision != "country"), None
    )


DESCRIBED = 20  # code points of adjectives between a place and the relative clause on it


def _by_circumstance(view: View, candidate: Candidate, places: Sequence[Place]) -> Place | None:
    """«قتل ثلاثة في عدن في غارة»: what something happens in happens where it does."""
    heads = list(circumstance_of(view, candidate))
    if not heads:
        return None
    return next(
        (
            place
            for place in reversed(places)
            if heads[-1] < (first := first_item(view, place.span)) < candidate.item
            and same_stretch(view, first, candidate.item)
        ),
        None,
    )


def _of_target(candidate: Candidate, close: Sequence[Place], parties: Sequence[Participant]) -> list[Place]:
    """«هاجموا مفوضية مدينة بوزانتي»: the place that a target's name ends with."""
    if candidate.trigger.type != "ASSAULT":
        return []
    return [
        place
        for place in close
        if place.rule.startswith("place_word")
        and any(party.span.covers(place.span) and party.span.start < place.span.start for party in parties)
    ]


LYING_REACH = 6  # items that a participle for lying somewhere reaches


def _lies_there(view: View, first: int) -> bool:
    """Whether a place only says where another lies: after «الواقعة», or a distance in brackets («الحلة (100 كلم جنوب بغداد)»)."""
    if first and view.items[first - 1].token.text == "(":
        return True
    for item in reversed(view.items[max(0, first - LYING_REACH) : first]):
        if item.tag in ("mark", "verb"):
            return False
        if item.token.folded in LYING:
            return True
    return False


def _seat_of_mission(view: View, candidate: Candidate, place: Place, parties: Sequence[Participant]) -> bool:
    """Whether a place right after an embassy in words about it is where that sits."""
    between = len("في") + 2  # the preposition and the spaces around it
    return candidate.trigger.type in SPOKEN and any(
        0 <= place.span.start - party.span.stop <= between
        and view.items[first_item(view, party.span)].token.folded.removeprefix("و") in MISSIONS
        for party in parties
    )


BACK = frozenset("المدينه البلده القريه المحافظه المنطقه المخيم الحي".split())
OF_THEM = frozenset("ومنها منها وبينها بينها ابرزها وابرزها".split())


def _named_instead(view: View, place: Place, close: Sequence[Place]) -> Place:
    """A named place for one that only points to it: «عدد من الأحياء، ومنها حي العريش»; «أحياء المدينة» after «مدينة الحوطة»."""
    if place.rule != "place_phrase":
        return place
    under_it = view.items_under(place.span)
    following = [view.items[n].token.folded for n in range(under_it.stop, min(under_it.stop + 2, len(view.items)))]
    listed = next((p for p in close if p.span.start > place.span.stop and OF_THEM & set(following)), None)
    points_back = any(view.items[n].token.folded in BACK for n in under_it)
    meant = next(
        (p for p in reversed(close) if p.span.stop < place.span.start and p.rule.startswith("place_word")), None
    )
    chosen = listed or (meant if points_back else None)
    return replace(chosen, reason=f"{chosen.reason}; «{place.span.of(view.text)}» points to it") if chosen else place


def _after(view: View, candidate: Candidate, candidates: Sequence[Candidate], places: Sequence[Place]) -> Place | None:
    for place in places:
        first = first_item(view, place.span)
        if (
            first > candidate.item
            and same_stretch(view, first, candidate.item)
            and not nearer_trigger(first, candidate, candidates, view)
            and not _another_clause(view, candidate.item, first)
        ):
            return place
    return None


def _another_clause(view: View, start: int, stop: int) -> bool:
    """Whether a comma and then a finite verb lie between two items: what follows is told of something else."""
    comma = aside = False
    for item in view.items[start + 1 : stop]:
        comma = comma or (item.tag == "mark" and item.token.text in COMMAS)
        if comma and item.tag == "verb" and not aside:
            return True
        aside = "relative" in item.classes  # «موغيريني، التي تشغل أيضا …، بالرئيس»
    return False


def _at_trigger(view: View, candidate: Candidate, places: Sequence[Place]) -> Place | None:
    """«اختتمت في الجزائر مباحثات …»: a place between a verb and the noun for the event right after it."""
    for place in places:
        under_it = view.items_under(place.span)
        led = view.items[under_it.start].preposition == "ب" or (
            under_it.start and view.items[under_it.start - 1].token.folded == "في"
        )
        joined = bool(view.items[candidate.item].conjunction)  # «انفجار في حلب واشتباكات في درعا»
        apart = candidate.verbal or joined or _opens_clause(view, under_it.start)
        if led and not apart and under_it.stop == candidate.item:
            return place
    return None


BEFORE_REACH = 8  # items from a place to the trigger after it


def _before(view: View, candidate: Candidate, candidates: Sequence[Candidate], places: Sequence[Place]) -> Place | None:
    """«في تعز، قصف …», «وأمام البرلمان انطلق اعتصام»: a place before the trigger that no act before it governs."""
    for place in reversed(places):
        first = first_item(view, place.span)
        if not 0 <= candidate.item - first < BEFORE_REACH or not same_stretch(view, first, candidate.item):
            continue
        if _opens_clause(view, first) or _governor(view, first, candidates) is None:
            return place
    return None


def _opens_clause(view: View, first: int) -> bool:
    """Whether a place and its preposition stand at the beginning of a sentence or after a comma or a complementizer."""
    start = view.phrases[view.phrase_of(first)].start
    while (
        start > 0 and view.items[start - 1].tag == "particle" and "complementizer" not in view.items[start - 1].classes
    ):
        start -= 1
    return start == 0 or view.items[start - 1].tag in ("mark", "particle")


def _governor(view: View, first: int, candidates: Sequence[Candidate]) -> Candidate | None:
    """The nearest act told before an item in its stretch: a place there is that act's."""
    number = bisect_left(candidates, first, key=attrgetter("item")) - 1
    found = candidates[number] if number >= 0 else None
    return found if found is not None and same_stretch(view, found.item, first) else None


def _inherited(
    view: View, candidate: Candidate, candidates: Sequence[Candidate], places: Sequence[Place]
) -> Place | None:
    """The place of an act before by the same doer: «أغلقوا المحال في سروج وطلبوا …»."""
    for place in reversed(places):
        first = first_item(view, place.span)
        act = _governor(view, first, candidates) if 0 <= first < candidate.item else None
        if act is not None and (_same_doer(view, act, candidate) or _goes_on(view, act, place, candidate)):
            reason = f"{place.reason}; inherited from «{view.items[act.item].token.text}», done by the same"
            return replace(place, reason=reason)
    return None


IN_BRACKETS = 4  # items of a remark between a place and the verb after it


def _goes_on(view: View, act: Candidate, place: Place, candidate: Candidate) -> bool:
    """«هجوم انتحاري في سوروتش (جنوب) استهدف مجموعة …»: a verb on the noun for the act, right after its place."""
    if act.verbal or not candidate.verbal or view.items[candidate.item].conjunction:
        return False
    between = view.items[view.items_under(place.span).stop : candidate.item]
    remark = len(between) <= IN_BRACKETS and between[0].token.text == "(" if between else True
    return remark and (not between or between[-1].token.text == ")")


def _same_doer(view: View, before: Candidate, candidate: Candidate) -> bool:
    """A verb joined by و to the act before it, that tells no doer of its own."""
    item = view.items[candidate.item]
    if not candidate.verbal or item.conjunction != "و" or not same_stretch(view, before.item, candidate.item):
        return False
    following = view.phrases[view.phrase_of(candidate.item + 1)] if candidate.item + 1 < len(view.items) else None
    told = following is not None and following.kind == "np" and not following.preposition
    main = before.verbal or (before.item > 0 and view.items[before.item].preposition == "ب")
    return main and not told
