"""Items: a sentence's tokens with what each is here, decided from its readings and neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from marsad.lexicon.compile import ADJECTIVE, COMMON_NOUN, DEMONYM, NOUN, SPEECH, WORD
from marsad.lexicon.lexicon import Form, Lexicon, Reading
from marsad.mention.agreement import agrees
from marsad.mention.name import NameMatch
from marsad.mention.proper.person import PersonName
from marsad.record import Sentence, Token
from marsad.span import Span
from marsad.text.clitic import stems_of
from marsad.text.fold import fold
from marsad.text.mark import COMMAS
from marsad.text.token import token_of

PERSON = "person"  # before the rule of an unknown person's name
# Tags of an item: verb, noun, demonym, name, number, time, particle, mark, unknown.


@dataclass(slots=True)
class Item:
    """A token and what it is here. Nobody changes one: it is not frozen because those take four times as long to make.

    ``readings`` are those that fit the tag; ``prefix`` counts the folded letters of
    conjunction and preposition before the noun phrase; ``rule`` names the tagging rule.
    """

    token: Token
    tag: str
    rule: str
    readings: tuple[Reading, ...] = ()
    classes: tuple[str, ...] = ()
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    pronoun: str = ""
    prefix: int = 0
    name: NameMatch | None = None
    stranger: PersonName | None = None
    word: Reading | None = None  # the first of its readings as a noun of ``words/``

    @property
    def span(self) -> Span:
        """The token's span without conjunction and preposition (kept whole for لل)."""
        span = self.token.span
        skipped = len(self.conjunction) if self.preposition == "ل" and self.article else self.prefix
        skipped = skipped or len(self.conjunction)
        return Span(span.start + letters(self.token.text, skipped), span.stop) if skipped else span

    def at(self, token: Token, rule: str) -> Item:
        """The same as another token, by a rule."""
        return Item(
            token, self.tag, rule, self.readings, self.classes, self.conjunction, self.preposition, self.article,
            self.pronoun, self.prefix, self.name, self.stranger, self.word,
        )  # fmt: skip

    def of(self, cls: str) -> Reading | None:
        """The item's first reading of a class, if it has one."""
        return first_of(cls, self.readings)

    @property
    def stems(self) -> frozenset[str]:
        """The folded word and all its cuts, for conditions on words whatever their clitics."""
        return stems_of()[self.token.text]

    @property
    def common(self) -> bool:
        """Whether it is a common noun of the vocabulary and no adjective of it."""
        entries = {reading.entry for reading in self.readings if reading.cls == NOUN}
        return COMMON_NOUN in entries and ADJECTIVE not in entries


def first_of(cls: str, readings: Sequence[Reading]) -> Reading | None:
    """The first of some readings that is of a class."""
    for reading in readings:
        if reading.cls == cls:
            return reading
    return None


def stems_in(items: Sequence[Item]) -> list[frozenset[str]]:
    """The stems of some items, each with those of one."""
    known = stems_of()
    return [known[item.token.text] for item in items]


def letters(text: str, folded: int) -> int:
    """Code points of ``text`` that hold its first ``folded`` folded letters, with the vowels on them."""
    seen = 0
    for offset, char in enumerate(text):
        if fold(char):
            if seen == folded:
                return offset
            seen += 1
    return len(text)


@dataclass(slots=True)
class Neighbours:
    """What a tagging rule may look at: the readings of this token and the items before it."""

    tokens: Sequence[Token]
    position: int
    readings: tuple[Reading, ...]
    before: list[Item] = field(default_factory=list)

    @property
    def previous(self) -> Item | None:
        """The item before this one."""
        return self.before[-1] if self.before else None


Decision = tuple[str, tuple[Reading, ...]] | None


def certain_verb(n: Neighbours) -> Decision:
    """Every reading is a verb: يقصفون، استهدفت."""
    verbal = tuple(r for r in n.readings if r.verbal)
    return ("verb", verbal) if verbal and len(verbal) == len(n.readings) else None


def certain_noun(n: Neighbours) -> Decision:
    """No reading is a verb, or the article or a preposition stands before it."""
    nominal = tuple(r for r in n.readings if not r.verbal)
    return ("noun", nominal) if nominal and len(nominal) == len(n.readings) else None


def vowelled_passive(n: Neighbours) -> Decision:
    """قُتل، أُصيب، اعتُقل: a damma inside the stem of a past writes the passive out; of a present only where the stem is bare."""
    text = n.tokens[n.position].text
    verbal = tuple(
        replace(r, voice="p")
        for r in n.readings
        if r.verbal and r.voice in "px" and (r.pos == "past" or len(r.cut.stem) < 5)
    )
    return ("verb", verbal) if "\u064f" in text[1:5] and verbal else None


def _governs(before: Item) -> bool:
    """Whether an item is a preposition, so that the word after it is no verb."""
    return before.tag == "particle" and "preposition" in before.classes and before.token.folded != "حتي"


def after_preposition(n: Neighbours) -> Decision:
    """A word after a preposition is a noun, known as one or not («من عقد مؤتمر»); «من» may be «who» before a longer form."""
    if n.previous is None or not _governs(n.previous):
        return None
    nominal = tuple(r for r in n.readings if not r.verbal)
    bare = all(r.pos == "past" and r.agreement == "3ms" and not r.cut.pronoun for r in n.readings)
    return ("noun", nominal) if nominal or (n.readings and bare) else None


VERBAL_PARTICLES = frozenset(
    "هل متي لماذا كما حيث فيما بينما حين اذ قد سوف لقد حتي كي لكي عندما بعدما حينما انه انها انهم انهما بانه بانها بانهم لانه لانها".split()
)


def after_verbal_particle(n: Neighbours) -> Decision:
    """After لم، لن، قد، سوف، الذي، أن the ambiguous word is a verb."""
    verbal = tuple(r for r in n.readings if r.verbal)
    before = n.previous
    if before is None or before.tag != "particle":
        return None
    bare = before.token.folded[len(before.conjunction) :]
    present = tuple(r for r in verbal if r.pos == "present")
    if bare in ("ان", "بان"):  # أن takes a present, إنّ a noun
        return ("verb", present) if present else None
    opens = {"relative", "negation", "past_auxiliary"} & set(before.classes)
    return ("verb", verbal) if verbal and (opens or bare in VERBAL_PARTICLES) else None


def after_definite(n: Neighbours) -> Decision:
    """«الجيش قصف المدينة»: an indefinite word cannot qualify a definite noun, so it is the verb."""
    before = n.previous
    if before is None or before.tag not in ("noun", "demonym", "unknown", "name"):
        return None
    if not (before.article or before.tag in ("name", "unknown")):  # an unknown word without article is a name as a rule
        return None
    verbal = tuple(r for r in n.readings if r.verbal and not r.cut.conjunction and not r.cut.preposition)
    nominal = tuple(r for r in n.readings if not r.verbal and not r.cut.conjunction)
    return (
        ("verb", verbal)
        if verbal and not any(r.cut.article for r in nominal) and not (nominal and _verb_waits(n))
        else None
    )


def _verb_waits(n: Neighbours) -> bool:
    """«فرضت السلطات حظر …»: the clause has its verb already, so an ambiguous word is that verb's object."""
    for item in reversed(n.before):
        if item.tag == "verb":
            return True
        if item.tag == "mark" or (
            item.tag == "particle" and {"complementizer", "relative", "subordinator"} & set(item.classes)
        ):
            return False
    return False


def clause_start(n: Neighbours) -> Decision:
    """At the start of a sentence or after a comma, colon or و the ambiguous word is a verb if what follows is no adjective of it."""
    verbal = tuple(r for r in n.readings if r.verbal and not r.cut.preposition)
    if not verbal or n.position + 1 >= len(n.tokens):
        return None
    starts = n.previous is None or _opens(n) or any(r.cut.conjunction for r in verbal)
    headline = n.previous is None and n.tokens[-1].folded not in (".", "»", "؛", "،")
    masdar = headline and any(r.pos == "masdar" and not r.cut.conjunction for r in n.readings)
    said = any(r.cls == SPEECH for r in verbal)
    return ("verb", verbal) if starts and (said or not masdar) else None


def clause_needs_verb(n: Neighbours) -> Decision:
    """«أن وفدا غادر القاعدة», «إن جنديا قتل»: after a complementizer and its noun a word of the vocabulary that may be a verb is it.

    So is a verbal noun after a noun whose tanwin is written: it stands in no construct with that.
    """
    verbal = tuple(r for r in n.readings if r.verbal and not r.cut.conjunction and not r.cut.preposition)
    common = all(r.cls == NOUN for r in n.readings if not r.verbal)
    if not verbal or n.previous is None or n.previous.tag not in ("noun", "demonym", "unknown", "name"):
        return None
    if not common and not _has_tanwin(n.previous):
        return None
    for item in reversed(n.before):
        if item.tag in ("verb", "mark"):
            return None
        if item.tag == "particle" and "complementizer" in item.classes:
            return "verb", verbal
    return None


def _has_tanwin(item: Item) -> bool:
    """«جنديا», «عراقيا»: an indefinite accusative that shows its ending."""
    indefinite = item.tag in ("noun", "demonym") and not item.article and not item.pronoun
    return indefinite and item.token.folded.endswith("ا") and any(r.cut.stem.endswith("ا") for r in item.readings)


QUOTATION = frozenset('«“"')


def _opens(n: Neighbours) -> bool:
    """A mark opens a clause, but a quotation mark inside one («يتهم "قوى سوداء"») only after a colon or a complementizer."""
    if n.previous is None or n.previous.tag != "mark":
        return False
    before = n.before[-2] if len(n.before) > 1 else None
    if n.previous.token.text in COMMAS and _only_times_between(n.before[:-1]):
        return False  # «واصلت الطائرات، أمس، قصف …»
    inside = n.previous.token.text in QUOTATION and before is not None and before.tag not in ("mark", "particle")
    return not inside


def _only_times_between(before: Sequence[Item]) -> bool:
    """Whether nothing but a time stands between the last comma and here."""
    opening = next((item for item in reversed(before) if item.tag != "time"), None)
    return opening is not None and opening is not before[-1] and opening.token.text in COMMAS


def noun_by_default(n: Neighbours) -> Decision:
    """Where nothing speaks for a verb, keep both, nouns first: the event rules will ask again."""
    nominal = tuple(r for r in n.readings if not r.verbal)
    return ("noun", n.readings) if nominal else None


RULES: tuple[Callable[[Neighbours], Decision], ...] = (
    vowelled_passive,
    after_preposition,
    certain_verb,
    certain_noun,
    after_verbal_particle,
    after_definite,
    clause_start,
    clause_needs_verb,
    noun_by_default,
)


def itemize(
    sentence: Sentence,
    lexicon: Lexicon,
    names: Sequence[NameMatch],
    timed: frozenset[int] = frozenset(),
    counted: frozenset[int] = frozenset(),
    placed: Mapping[int, int] | None = None,
    persons: Sequence[PersonName] = (),
) -> list[Item]:
    """The items of a sentence.

    ``names`` are its known names; ``persons`` names of persons whom nothing else knows; ``timed``, ``counted`` and ``placed`` the numbers of tokens inside
    time expressions, number words and names of the gazetteer (these with the letters of clitics before them).
    """
    tokens = sentence.tokens
    found = {n: _place_item(tokens[n], prefix) for n, prefix in (placed or {}).items()}
    found |= {n: _person_item(tokens[n], n, person) for person in persons for n in range(person.start, person.stop)}
    found |= {n: _number_item(tokens[n]) for n in counted}
    found |= {n: _name_item(tokens[n], n, match, lexicon) for match in names for n in range(match.start, match.stop)}
    found |= {n: Item(tokens[n], "time", "time") for n in timed}
    firsts, alone = Firsts(tokens), lexicon.memo(_alone)
    items: list[Item] = []
    for position, token in enumerate(tokens):
        if position in found and not _of_nationality(found[position], items, lexicon):
            items.append(found[position])
        elif (known := alone[token.text]) is None:
            items.append(_tag(tokens, position, lexicon, items, firsts))
        elif known.rule == certain_noun.__name__ and items and _governs(items[-1]):
            items.append(known.at(token, after_preposition.__name__))
        else:
            items.append(known.at(token, known.rule))
    return _with_bounds(items, lexicon)


def _alone(lexicon: Lexicon, spelling: str) -> Item | None:
    """The item that a word is whatever stands around it, by a token of its own; ``None`` where that matters.

    A noun is here one by the rule ``certain_noun``, which gives way to ``after_preposition``.
    """
    token = token_of(spelling)
    if token.kind == "word" and (
        token.folded in CHANGING or token.folded.removeprefix("و") in lexicon.particle_phrases
    ):
        return None
    capital = _capital_item(token, lexicon)
    if capital is not None:
        return capital
    readings = lexicon.forms[spelling].readings
    particle = _particle(token, lexicon) if token.kind == "word" else None
    sure = particle is not None and not (set(particle.classes) <= CUES or _outweighs(particle, readings))
    if lexicon.forms[spelling].verbal and not sure:  # whether it is a verb, its neighbours say
        return None
    return _tag((token,), 0, lexicon, [], Firsts((token,)))


CHANGING = frozenset("علي عبر وعبر فقد".split())  # words that the rest of the sentence makes a particle or not


APPROXIMATE = ("نحو", "حوالي", "زهاء", "قرابه", "ما يقارب", "ما يقرب من")


def _with_bounds(items: list[Item], lexicon: Lexicon) -> list[Item]:
    """«أكثر من ألف شخص», «نحو ألفي طالب»: the words of a bound belong to the number after them."""
    numbers = [n for n, item in enumerate(items) if item.tag == "number"]
    if not numbers:
        return items
    bounds = [phrase.split() for phrase in (*lexicon.numbers["at_least"], *lexicon.numbers["at_most"], *APPROXIMATE)]
    for position in numbers:
        if position and items[position - 1].tag == "number":
            continue
        for words in bounds:
            start = position - len(words)
            if start >= 0 and _spell(items[start:position]) == words:
                items[start:position] = [
                    replace(i, tag="number", rule="bound", readings=(), classes=(), word=None)
                    for i in items[start:position]
                ]
                break
    return items


def _spell(items: Sequence[Item]) -> list[str]:
    """The folded words of some items, the first without its conjunction."""
    return [item.token.folded[len(item.conjunction) if not n else 0 :] for n, item in enumerate(items)]


def _name_item(token: Token, position: int, match: NameMatch, lexicon: Lexicon) -> Item:
    if position != match.start:
        return Item(token, "name", "known_name", name=match)
    article = "ال" in token.folded[:4] or _in_lam(token.folded, match, lexicon)
    return Item(
        token, "name", "known_name", conjunction=match.conjunction, preposition=match.preposition,
        prefix=match.prefix, name=match, article=article,
    )  # fmt: skip


def _in_lam(folded: str, match: NameMatch, lexicon: Lexicon) -> bool:
    """«للولايات المتحدة», not «للبنان»: the name's own article has lost its alef to ل."""
    rest = folded[match.prefix :]
    return match.preposition == "ل" and any(first == f"ا{rest}" for first, *_ in lexicon.name_heads[folded])


def _of_nationality(name: Item, before: Sequence[Item], lexicon: Lexicon) -> bool:
    """«الشرطة السعودية»: a state's name that is written like its adjective, after a noun that it agrees with."""
    match, token = name.name, name.token
    if match is None or match.stop - match.start > 1 or match.prefix or not before or not token.folded.startswith("ال"):
        return False
    noun = before[-1]
    follows = noun.article and noun.tag in ("noun", "unknown", "demonym")
    if not follows or not lexicon.forms[token.text].demonyms:
        return False
    head = before[-2] if len(before) > 1 and before[-2].tag == "noun" and not before[-2].article else None
    plural = head is not None and head.token.folded.endswith("ات")  # «قوات الطوارئ السعودية» are the forces'
    return agrees(noun, name) or (plural and head is not None and agrees(head, name))


def _person_item(token: Token, position: int, person: PersonName) -> Item:
    """A word of an unknown person's name."""
    rule = f"{PERSON}:{person.rule}"
    if position != person.start:
        return Item(token, "name", rule, stranger=person)
    return Item(
        token, "name", rule, conjunction=person.conjunction, preposition=person.preposition, prefix=person.prefix,
        stranger=person,
    )  # fmt: skip


def _capital_item(token: Token, lexicon: Lexicon) -> Item | None:
    """A capital («وواشنطن», «سيول»), unless the word is also a noun."""
    cut = lexicon.capital[token.folded] if token.kind == "word" else None
    if cut is None or any(not r.verbal and r.cls != NOUN for r in lexicon.readings(token)):
        return None
    preposition, conjunction = cut
    prefix = len(preposition) + len(conjunction)
    return Item(token, "name", "capital", conjunction=conjunction, preposition=preposition, prefix=prefix)


def _place_item(token: Token, prefix: int) -> Item:
    """A word of a place name, with ``prefix`` letters of clitics before it («وبالقاهرة»: two)."""
    lead = token.folded[:prefix]
    conjunction = lead[:1] if lead[:1] in ("و", "ف") else ""
    return Item(
        token, "name", "place_name", conjunction=conjunction, preposition=lead[len(conjunction) :], prefix=prefix
    )


def _number_item(token: Token) -> Item:
    """A number word, with the clitics before it («وثلاثة», «بعشرين»)."""
    unknown = _unknown(token)
    folded = token.folded
    if (
        token.kind == "word"
        and folded[0] in "بل"
        and not folded.startswith(("بضع", "بليون", "بلايين"))
        and not unknown.prefix
    ):
        return Item(token, "number", "number_word", preposition=folded[0], prefix=1)
    if unknown.prefix or token.kind != "word" or folded[0] not in "وف":
        return replace(unknown, tag="number", rule="number_word")
    return Item(
        token,
        "number",
        "number_word",
        conjunction="و" if token.folded[:1] == "و" and token.folded[:4] != "واحد" else "",
    )


def is_name_ali(tokens: Sequence[Token], position: int) -> bool:
    """«علي» with dotted ya where the sentence writes the preposition with alef maqsura («إلى») is the name."""
    return tokens[position].text == "علي" and any(token.text[-1] == "ى" for token in tokens)


TANWIN = frozenset("\u064b\u064c\u064d")
TWO = ("ان", "ين", "هما", "اهما")  # endings of a dual that a verb in the dual has before it
JUSSIVE_AFTER = frozenset({"لم", "لا", "ولم", "ولا", "فلم", "الم", "لما", "ان"})
SPEAKING = frozenset('«“":(')


@dataclass(frozen=True)
class Firsts:
    """Where a sentence first has what some forms of a verb must have before them; its length where it has not.

    Few verbs ask: each is looked for when it is asked for.
    """

    tokens: Sequence[Token]

    @cached_property
    def speech(self) -> int:
        """A mark of speech."""
        return self._first(token.text in SPEAKING for token in self.tokens)

    @cached_property
    def dual(self) -> int:
        """A word in the dual."""
        return self._first(token.folded.endswith(TWO) for token in self.tokens)

    @cached_property
    def joined(self) -> int:
        """A word that begins with و."""
        return self._first(token.folded.startswith("و") for token in self.tokens)

    def _first(self, fitting: Iterable[bool]) -> int:
        return next((n for n, fits in enumerate(fitting) if fits), len(self.tokens))


def _possible(
    tokens: Sequence[Token], position: int, readings: tuple[Reading, ...], firsts: Firsts
) -> tuple[Reading, ...]:
    """The readings that spelling and sentence allow: tanwin («سائلاً») writes no verb, a dual verb («رفضا») follows its two doers."""
    if not TANWIN.isdisjoint(tokens[position].text):
        return tuple(r for r in readings if not r.verbal)
    readings = tuple(r for r in readings if not r.verbal or _in_place(tokens, position, r))
    if _in_a_name(tokens, position):
        readings = tuple(r for r in readings if not (r.verbal and r.cut.conjunction))
    return tuple(r for r in readings if not r.verbal or _backed(r, position, readings, firsts))


def _backed(reading: Reading, position: int, readings: Sequence[Reading], firsts: Firsts) -> bool:
    """A dual has its two before it, an «I» a mark of speech («أطالب»): elsewhere the word is another («أجل»)."""
    if reading.dual:
        return _two_before(position, readings, firsts)
    return not reading.first_person or position > firsts.speech


BEFORE_GIVEN_NAME = frozenset("الامير الاميره الملك الشيخ السيد الدكتور المهندس الاستاذ بن ابن".split())


def _in_a_name(tokens: Sequence[Token], position: int) -> bool:
    """«الأمير فيصل بن خالد»: between a title of persons or «بن» no conjunction is cut off, «فيصل» is no «so he arrives»."""
    before = tokens[position - 1].folded if position else ""
    after = tokens[position + 1].folded if position + 1 < len(tokens) else ""
    return before in BEFORE_GIVEN_NAME or after in ("بن", "ابن")


def _two_before(position: int, readings: Sequence[Reading], firsts: Firsts) -> bool:
    """A dual before the verb, or before a present («يتفقان», nothing else) two joined by و: «المالكي وعلاوي يتفقان»."""
    present = all(r.pos == "present" for r in readings if r.verbal)
    return position > firsts.dual or (present and position > firsts.joined)


def _in_place(tokens: Sequence[Token], position: int, reading: Reading) -> bool:
    """A jussive stands after لم or لا («لم يقل»)."""
    return reading.pos != "jussive" or (position > 0 and tokens[position - 1].folded in JUSSIVE_AFTER)


def _expresses(tokens: Sequence[Token], position: int, before: Sequence[Item]) -> bool:
    """«عبر السفير عن استيائه»: the verb عبّر opens a clause and governs عن; elsewhere عبر is the preposition."""
    if tokens[position].folded not in ("عبر", "وعبر"):
        return False
    opens = not before or before[-1].tag == "mark" or tokens[position].folded[0] == "و"
    return opens and any(token.folded == "عن" for token in tokens[position + 1 : position + EXPRESSION_REACH])


EXPRESSION_REACH = 9  # tokens between عبّر and its عن, room for a subject with a title


def _tag(tokens: Sequence[Token], position: int, lexicon: Lexicon, before: list[Item], firsts: Firsts) -> Item:
    token = tokens[position]
    if token.kind != "word":
        return Item(token, "mark" if token.kind == "mark" else token.kind, "kind")
    if is_name_ali(tokens, position):
        return Item(token, "unknown", "name_ali")
    particle = (
        None
        if _expresses(tokens, position, before)
        else _particle(token, lexicon) or _phrase_particle(tokens, position, lexicon)
    )
    form = lexicon.forms[token.text]
    readings = _possible(tokens, position, form.readings, firsts) if form.verbal else form.readings
    cue = particle is not None and bool(readings) and set(particle.classes) <= CUES
    if particle and _then_verb(tokens, position, lexicon):
        return particle
    if particle and not cue and not _outweighs(particle, readings):
        nominal = tuple(r for r in readings if not r.verbal)
        if not nominal:
            return particle
        clitics = particle.conjunction, particle.preposition
        return Item(
            token, "particle", particle.rule, nominal, particle.classes, *clitics, prefix=particle.prefix,
            word=first_of(WORD, nominal),
        )  # fmt: skip
    rule, decision = _decide(Neighbours(tokens, position, readings, before), form)
    item = _item(token, *decision, rule) if decision else _unknown(token)
    return replace(item, classes=particle.classes) if cue and particle and decision else item


def _decide(neighbours: Neighbours, form: Form) -> tuple[str, Decision]:
    """The first rule that decides, by name; where no reading is a verb the word is a noun, or unknown."""
    if not form.verbal:
        noun = after_preposition if after_preposition(neighbours) else certain_noun
        return noun.__name__, ("noun", neighbours.readings) if neighbours.readings else None
    for rule in RULES:
        decision = rule(neighbours)
        if decision:
            return rule.__name__, decision
    return "unknown", None


# Classes of ordinary nouns and verbs that a status rule looks for: they stay nouns and verbs (محاولة، خطة، نفى).
CUES = frozenset({"hypothesis", "negative_verb", "future"})


PLAIN_PREPOSITIONS = frozenset("في الي من عن علي مع بين حتي منذ لدي عند".split())


def _outweighs(particle: Item, readings: Sequence[Reading]) -> bool:
    """A particle yields only to a reading with fewer clitics (فتحت: opened, not ف + تحت); a preposition after و to none."""
    if particle.conjunction == "و" and particle.token.folded[1:] in PLAIN_PREPOSITIONS:
        return False  # «وفي» is no loyal man, «وإلى» no verb
    return bool(particle.conjunction) and any(not r.cut.conjunction for r in readings)


def _then_verb(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> bool:
    """«فقد قصفت»: ف + قد before a verb, no «lost»."""
    following = lexicon.readings(tokens[position + 1]) if position + 1 < len(tokens) else ()
    return tokens[position].folded == "فقد" and bool(following) and all(r.verbal for r in following)


def _phrase_particle(tokens: Sequence[Token], position: int, lexicon: Lexicon) -> Item | None:
    """The first word of a preposition of several words that is no particle by itself («بأمر من»)."""
    token = tokens[position]
    for conjunction in ("", "و"):
        first = token.folded[len(conjunction) :]
        if not token.folded.startswith(conjunction) or first not in lexicon.particle_phrases:
            continue
        following = [other.folded for other in tokens[position + 1 : position + 4]]
        classes = tuple(c for rest, c in lexicon.particle_phrases[first] if following[: len(rest)] == rest)
        if classes:
            return Item(
                token, "particle", "particle_phrase", classes=classes, conjunction=conjunction, prefix=len(conjunction)
            )
    return None


def _particle(token: Token, lexicon: Lexicon) -> Item | None:
    """The token as a particle, with a conjunction before it or not; «هنأ» with its hamza is no «هنا»."""
    found = None if token.text[-1] in "أإ" else lexicon.particle[token.folded]
    if found is None:
        return None
    classes, conjunction, preposition = found
    prefix = len(conjunction) + len(preposition)
    return Item(token, "particle", "particle", (), classes, conjunction, preposition, prefix=prefix)


def _item(token: Token, tag: str, readings: tuple[Reading, ...], rule: str) -> Item:
    if not readings:
        return replace(_unknown(token), rule=rule)
    first = readings[0]
    tag = "demonym" if tag == "noun" and first.cls == DEMONYM else tag
    cut = first.cut
    return Item(
        token, tag, rule, readings, (), cut.conjunction, cut.preposition, cut.article, cut.pronoun,
        cut.prefix_length if tag != "verb" else len(cut.conjunction), word=first_of(WORD, readings),
    )  # fmt: skip


def _unknown(token: Token) -> Item:
    """A word that the lexicon does not know: article and glued prepositions are read off its letters."""
    folded = token.folded
    for conjunction in ("", "و", "ف"):
        rest = folded[len(conjunction) :]
        if not folded.startswith(conjunction) or len(rest) < 4:
            continue
        if rest.startswith("ال"):
            return Item(token, "unknown", "article", (), (), conjunction, "", True, "", len(conjunction))
        if rest.startswith("لل"):
            return Item(token, "unknown", "article", (), (), conjunction, "ل", True, "", len(conjunction) + 1)
        if rest[1:3] == "ال" and rest[0] in "بك" and len(rest) > 4:
            return Item(token, "unknown", "article", (), (), conjunction, rest[0], True, "", len(conjunction) + 1)
    return Item(token, "unknown", "unknown")
