"""What a noun phrase is of: kind, entity, country and sector, each with its rule.

The head decides kind and sector; a known name inside it gives the entity or the country;
an adjective of nationality gives the country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.lexicon.compile import DEMONYM, NOUN, WORD
from marsad.lexicon.lexicon import Lexicon, NameEntry, WordEntry
from marsad.mention.agreement import ungendered
from marsad.mention.item import Item
from marsad.mention.phrase import Phrase, noun_span
from marsad.mention.proper.person import BYLINE
from marsad.record import Mention, MentionKind
from marsad.span import Span
from marsad.text.clitic import first_words
from marsad.text.fold import fold

ACTING = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.STATE})
ARMED = frozenset({"MIL", "PRM", "REB", "UAF", "SPY", "COP"})
# Heads whose bearer belongs to whom they follow: «قوات حفتر», «أنصار الرئيس».
FOLLOWERS = frozenset({"nominal", "head", "title", "target"})


@dataclass(slots=True)
class View:
    """A noun phrase and the tables needed to describe it."""

    items: Sequence[Item]
    span: Span
    lexicon: Lexicon
    published: str | None
    preposition: str = ""
    head: tuple[Item, WordEntry] | None = None
    _found: list[str] | None = None

    def names(self) -> list[NameEntry]:
        """The known names in the phrase, in order, each once."""
        numbers = dict.fromkeys([item.name.entry for item in self.items if item.name])
        return [self.lexicon.name(number) for number in numbers]

    def whole(self) -> list[str]:
        """The folded words of the whole phrase, with what may be clitics taken off the first: the keys of tables of phrases."""
        if self._found is None:
            self._found = list(_whole(self))
        return self._found

    def demonym(self) -> str | None:
        """The country of the last nationality adjective, if there is one («المتحدث الروسي باسم …» keeps its own)."""
        number = self._adjective()
        return None if number is None else self.lexicon.demonyms[number]

    def demonym_sector(self) -> str | None:
        """The sector of the body that the last such adjective is of («حوثي»); none for a nationality."""
        number = self._adjective()
        return None if number is None else self.lexicon.demonym_sectors[number]

    def _adjective(self) -> int | None:
        forms = self.lexicon.forms
        national = [item for item in self.items if forms[item.token.text].demonyms]
        found = [reading.entry for item in national if (reading := item.of(DEMONYM))]
        return found[-1] if found else None


def _head(items: Sequence[Item], lexicon: Lexicon) -> tuple[Item, WordEntry] | None:
    """The first noun of ``words/`` in a phrase whose following word does not rule it out."""
    for position in range(_bound(items, lexicon), len(items)):
        item = items[position]
        if item.tag == "name":
            return None
        counts = item.tag == "particle" and position + 1 < len(items)  # «جميع المحال» are shops
        if item.word is not None and not counts:
            entries = [lexicon.word(r.entry) for r in item.readings if r.cls == WORD]
            fitting = [entry for entry in entries if not _ruled_out(entry, items, position)]
            if fitting:
                return item, max(fitting, key=lambda entry: len(entry.rest))
        if item.tag not in ("number", "particle"):
            return None
    return None


def _bound(items: Sequence[Item], lexicon: Lexicon) -> int:
    """How many items at the beginning bound a count: two of «أكثر من ألف شخص»."""
    bounds = lexicon.bounds.get(items[0].token.folded)
    if not bounds or items[0].tag == "name":
        return 0
    words = [item.token.folded for item in items[:LONGEST_BOUND]]
    return next((len(bound) for bound in bounds if words[: len(bound)] == bound), 0)


def _ruled_out(entry: WordEntry, items: Sequence[Item], position: int) -> bool:
    if not entry.rest and not entry.unless:
        return False
    after = [item.token.folded for item in items[position + 1 : position + 1 + max(1, len(entry.rest))]]
    missing = bool(entry.rest) and [ungendered(word) for word in after] != [ungendered(word) for word in entry.rest]
    return missing or any(word in entry.unless or word.removeprefix("ال") in entry.unless for word in after[:1])


Described = Mention | None


def bare_name(view: View) -> Described:
    """The phrase begins with a known name: it is that entity."""
    if view.items[0].tag != "name" or view.items[0].name is None:
        return None
    entry = view.lexicon.name(view.items[0].name.entry)
    found = _of_entity(view, entry, "bare_name")
    adjective = view.demonym() if entry.sector in STATE_POWERS and entry.kind == "organisation" else None
    if adjective in (None, entry.country):
        return found
    return replace(found, entity=None, reason=None, country=adjective)  # «قوات الاحتلال الأمريكية»


STATE_POWERS = frozenset({"MIL", "COP", "SPY"})


def stranger(view: View) -> Described:
    """The phrase begins with the name of a person whom the lexicon does not know."""
    name = view.items[0].stranger
    if name is None or name.rule == BYLINE:
        return None
    return Mention(view.span, MentionKind.PERSON, view.items[0].rule, view.items[0].span)


LOCATIVE = frozenset("في ب قرب وسط شمال جنوب شرق غرب شمالي جنوبي شرقي غربي داخل خارج عند نحو باتجاه عبر".split())


LONGEST_CAPITAL = 3  # words


def capital(view: View) -> Described:
    """«أنقرة ترسل», «دعم من موسكو», «بيونغ يانغ تهدد»: a capital outside a phrase of place is its government."""
    if len(view.items) > LONGEST_CAPITAL or view.preposition in LOCATIVE:
        return None
    first, rest = view.items[0], view.items[1:]
    word = first.token.folded[first.prefix :]
    if word not in view.lexicon.capital_firsts:
        return None
    name = " ".join([word, *(item.token.folded for item in rest)])
    country = view.lexicon.capitals.get(name)
    if country is None:
        return None
    entity, reason = f"state:{country}", "capital for government"
    return Mention(view.span, MentionKind.STATE, "capital", view.span, entity, reason, country, "GOV")


LONGEST_BOUND = 4  # words of «ما لا يقل عن»
LONGEST_KEY = 5  # words of a phrase that a table of whole phrases may hold


def _whole(view: View) -> Iterator[str]:
    if not 1 < len(view.items) <= LONGEST_KEY or view.items[0].tag in ("name", "number", "particle"):
        return
    for first, _, _ in first_words(view.items[0].token.folded):
        if first in view.lexicon.phrase_heads:
            yield " ".join([first, *(item.token.folded for item in view.items[1:])])


def institution(view: View) -> Described:
    """«الجيش التركي», «حكومة بيرو»: a body that every state has, known by rule."""
    entry = next((entry for key in view.whole() if (entry := view.lexicon.institution(key))), None)
    return _of_entity(view, entry, "institution") if entry else None


def office_holder(view: View) -> Described:
    """«الرئيس التركي», «وزير الدفاع الروسي»: the one person who, as far as known, held the office at the article's date."""
    if view.published is None:
        return None
    for key in view.whole():
        terms = [(entry, term) for entry, term in view.lexicon.holders(key) if holds(term, view.published)]
        if len({entry.id for entry, _ in terms}) == 1:
            entry, term = terms[0]
            reason = f"office:{term['title']} held {term.get('from') or '…'} to {term.get('to') or '…'}"
            return replace(_of_entity(view, entry, "office_holder"), reason=reason)
    return None


def titled_person(view: View) -> Described:
    """A title or noun for a person with a known person's name: «وزير الدفاع خلوصي أكار»."""
    head = view.head
    person = next((name for name in view.names() if name.kind == "person"), None)
    title = _title_of(view, head[0]) if head else None
    if head is None or person is None or title is None:
        return None
    if _plural(head[0]) and title.role != "title":
        return None  # «أنصار حفتر» are not حفتر
    found = _of_entity(view, person, "titled_person")
    sector = title.sector or found.sector
    if not _holds_office(person, view.published) and _has_left_office(view, sector):
        sector = OUT_OF_OFFICE
    return replace(found, sector=sector, country=view.demonym() or found.country)


def _holds_office(person: NameEntry, published: str | None) -> bool:
    """Whether a person is known to hold some office at a date."""
    return published is not None and any(holds(office, published) for office in person.offices)


KIN = frozenset(
    "ابن ابنه ابناء بنت نجل نجلي انجال شقيق شقيقه اشقاء اخ اخت زوجه زوج ارمله والد والده عم خال صهر حفيد احفاد عاءله اسره اقارب ذوي".split()
)
HIGH = frozenset({"GOV", "LEG", "MIL", "ELI", "JUD"})


def kin_of_officials(view: View) -> Described:
    """«نجل الرئيس السابق», «شقيق صدام حسين»: PLOVER counts the family of those who govern or governed as the elite."""
    if len(view.items) < 2 or view.items[0].article or view.items[0].token.folded[view.items[0].prefix :] not in KIN:
        return None
    person = next((name for name in view.names() if name.kind == "person"), None)
    titles = (_title_of(view, item) for item in view.items[1:])
    high = [title.sector for title in titles if title is not None and title.sector in HIGH]
    if not high and (person is None or sector_at(person, view.published) not in HIGH):
        return None
    country = view.demonym() or next((name.country for name in view.names() if name.country), None)
    several = _plural(view.items[0]) or view.items[0].token.folded.endswith(("عاءله", "اسره"))
    kind = MentionKind.GROUP if several else MentionKind.PERSON
    return Mention(view.span, kind, "kin_of_officials", view.items[0].span, None, None, country, OUT_OF_OFFICE)


def _title_of(view: View, item: Item) -> WordEntry | None:
    """What an item is as the title of a person: «الفريق» is a rank before a name, else a team."""
    entries = (view.lexicon.word(reading.entry) for reading in item.readings if reading.cls == WORD)
    return next((e for e in entries if e.kind in ("person", None) and e.role != "head"), None)


def headed(view: View) -> Described:
    """A noun of the lexicon heads the phrase; names and adjectives in it give the country."""
    head = view.head
    if head is None:
        return None
    item, entry = head
    kind = MentionKind(entry.kind) if entry.kind else (MentionKind.PERSON if entry.role == "title" else None)
    if entry.role == "target":
        kind = MentionKind.PLACE
    if kind is None:
        kind = MentionKind.ORGANISATION if entry.role == "head" else MentionKind.GROUP
    owner = next((name for name in view.names() if name.country), None)
    adjective, own = view.demonym(), view.demonym_sector()
    owned = own if adjective else _owner_sector(view, owner, entry)
    country = adjective or (owner.country if owner else _office_country(view, item))
    if country is None and _is_coalition(view):
        country, owned = COALITION, "MIL"
    inner = _inner_sector(view, item)
    sector = inner if inner and _heads_a_body(view, item) else entry.sector or owned or inner
    if entry.sector in ARMED and owned in ARMED:
        sector = owned  # «مقاتلو الحركة», «ميليشيا حوثية»: on whose side they bear arms says more than that they do
    if kind is MentionKind.PERSON and _has_left_office(view, sector):
        sector = OUT_OF_OFFICE
    return Mention(view.span, kind, f"headed:{entry.role}", item.span, None, None, country, sector)


def _heads_a_body(view: View, item: Item) -> bool:
    """«رئيس حزب», «مدير شركة»: a title that says nothing of the sector itself, which is that of the body after it."""
    entries = (view.lexicon.word(reading.entry) for reading in item.readings if reading.cls == WORD)
    return any(e.role == "title" and e.takes == "body" and e.sector is None and not e.rest for e in entries)


def _inner_sector(view: View, head: Item) -> str | None:
    """«مسؤول في …», «قائد الشرطة»: the sector of the body that the head belongs to."""
    for item in view.items[view.items.index(head) + 1 :]:
        entry = view.lexicon.word(item.word.entry) if item.word else None
        if entry and entry.sector and entry.role in ("nominal", "head"):
            return entry.sector
    return None


def _owner_sector(view: View, owner: NameEntry | None, entry: WordEntry) -> str | None:
    if owner is None or owner.kind == "state":
        return None
    return sector_at(owner, view.published) if entry.role in FOLLOWERS else None


def _office_country(view: View, head: Item) -> str | None:
    """«سفارة خادم الحرمين الشريفين»: the country of the office that ends the phrase, where one country alone has it."""
    start = view.items.index(head) + 1
    for position in range(start, len(view.items) - 1):
        key = " ".join(item.token.folded for item in view.items[position:])
        countries = {entry.country for entry, _ in view.lexicon.holders(key)}
        if len(countries) == 1:
            return countries.pop()
    return None


COALITION = "IGO"  # a coalition of states that fights under one command, without a country of its own
COALITION_ADJECTIVES = frozenset("الدولي العربي الاسلامي الاممي".split())


def _is_coalition(view: View) -> bool:
    """«قوات التحالف», «طياري التحالف الدولي»: what a coalition of states puts in the field."""
    words = [item.token.folded for item in view.items]
    if "التحالف" not in words[1:]:
        return False
    after = words[words.index("التحالف", 1) + 1 :]
    return all(word in COALITION_ADJECTIVES for word in after)


OUT_OF_OFFICE = "ELI"  # PLOVER: who governed or commanded once and holds nothing now, and the families of those who do
IN_OFFICE = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})
NOW = frozenset("الحالي الحاليه الحاليين الحاليون".split())


def _has_left_office(view: View, sector: str | None) -> bool:
    """«رئيس الوزراء السابق», «الرئيس المخلوع»: the office named is past, and the phrase names none that is held now."""
    words = [item.token.folded for item in view.items]
    past = any(word.removeprefix("ال") in view.lexicon.former for word in words)
    return past and sector in IN_OFFICE and not NOW & set(words)


def nationality(view: View) -> Described:
    """«الأتراك», «ثلاثة سوريين»: people named by nationality, as long as nothing else heads the phrase."""
    for item in view.items:
        reading = item.of(DEMONYM) if item.readings else None
        if reading:
            country, sector = view.lexicon.demonyms[reading.entry], view.lexicon.demonym_sectors[reading.entry]
            return Mention(view.span, MentionKind.GROUP, "nationality", item.span, None, None, country, sector or "CVL")
        if item.tag not in ("number", "particle"):
            return None
    return None


PEOPLE = frozenset({"شخص", "شخصا", "اشخاص", "الاشخاص", "اخرين", "اخرون"})


def counted_people(view: View) -> Described:
    """«12 شخصا», «عشرات الآلاف», «مئات الغاضبين»: a count with people, or with nothing that is no person, after it."""
    if view.items[0].tag not in ("number", "particle"):
        return None
    counts = [item for item in view.items if item.tag == "number"]
    rest = [item for item in view.items if item.tag not in ("number", "particle")]
    if not counts:
        return None
    vague = all(item.token.kind == "word" for item in counts) and counts[0].token.folded.strip("وبل") in VAGUE
    people = rest[0].token.folded in PEOPLE or _sound_plural(rest[0]) or _several_persons(rest[0]) if rest else vague
    return Mention(view.span, MentionKind.GROUP, "counted_people", view.items[0].span, sector="CVL") if people else None


SOUND = ("ون", "ين")
VAGUE = frozenset({"عشرات", "مءات", "الاف", "العشرات", "المءات", "الالاف", "مالايين"})


def _sound_plural(item: Item) -> bool:
    """A participle in the sound masculine plural («المدافعين») names persons; an unknown word in ون or ين is one as a rule."""
    known = any(r.cls == NOUN and r.pos == "participle" and r.agreement == "mp" for r in item.readings)
    return known or (item.tag == "unknown" and item.token.folded.endswith(SOUND) and len(item.token.folded) > 5)


BROKEN = 6  # letters of قوانين and موازين, which are no sound plurals


def _several_persons(item: Item) -> bool:
    """«تسعة مشاهدين»: what is counted in the sound masculine plural are persons; قوانين and its like are broken plurals."""
    word = item.token.folded[item.prefix :]
    broken = len(word) == BROKEN and word[2] == "ا"
    return item.tag in ("noun", "unknown") and word.endswith(SOUND) and len(word) >= BROKEN and not broken


def sound_plural(view: View) -> Described:
    """«المحتشدون», «متقاعدون عسكريون»: persons named by what they do, whom the lexicon does not know."""
    alone = len(view.items) == 1 and view.items[0].token.folded.endswith("ي")
    if not _sound_plural(view.items[0]) or alone:  # «هاتفي» without a complement is an adjective, no «هاتفي الشعار»
        return None
    return Mention(view.span, MentionKind.GROUP, "sound_plural", view.items[0].span, None, None, view.demonym(), None)


def qualified(view: View) -> Described:
    """An unknown head with a nationality or a known owner: «الطيران التركي», «معسكر حفتر»."""
    country = view.demonym()
    names = view.names()
    owner = names[0] if names else None
    if country is None and owner is None:
        return None
    owner_country = owner.country if owner else None
    sector = view.demonym_sector() if country else sector_at(owner, view.published) if owner else None
    if owner and owner.kind == "state":
        sector = None
    return Mention(
        view.span, MentionKind.GROUP, "qualified", view.items[0].span, None, None, country or owner_country, sector
    )


Rules = tuple[Callable[[View], Described], ...]
# The rules in their order, for a phrase that begins with a name, has a head, or has neither, and for a single word: the
# rest have nothing to say of it.
OF_NAME: Rules = (bare_name, stranger, capital, kin_of_officials, qualified)
OF_HEAD: Rules = (capital, kin_of_officials, titled_person, institution, office_holder, headed)
OF_ONE_HEAD: Rules = (capital, headed)
OF_ONE: Rules = (capital, nationality, counted_people, qualified, sound_plural)
OF_OTHER: Rules = (
    capital, kin_of_officials, institution, office_holder, nationality, counted_people, qualified, sound_plural,
)  # fmt: skip


def describe(items: Sequence[Item], phrase: Phrase, lexicon: Lexicon, published: str | None = None) -> Described:
    """The mention that a noun phrase is, ``None`` when nothing in it says what it is of."""
    inside = items[phrase.start : phrase.stop]
    view = View(inside, noun_span(items, phrase), lexicon, published, phrase.preposition, _head(inside, lexicon))
    for rule in _rules(view):
        mention = rule(view)
        if mention:
            return mention
    return None


def _rules(view: View) -> Rules:
    if view.items[0].tag == "name":
        return OF_NAME
    if len(view.items) == 1:
        return OF_ONE_HEAD if view.head else OF_ONE
    return OF_HEAD if view.head else OF_OTHER


def _plural(item: Item) -> bool:
    reading = item.word
    return reading is not None and reading.agreement.endswith("p")


def _of_entity(view: View, entry: NameEntry, rule: str) -> Mention:
    kind = MentionKind(entry.kind)
    return Mention(
        view.span, kind, rule, view.items[0].span, entry.id or None, _why(entry), entry.country,
        sector_at(entry, view.published),
    )  # fmt: skip


def _why(entry: NameEntry) -> str:
    return f"name:{entry.name}" if entry.id else f"unresolved: {len(entry.candidates)} bear this name"


def sector_at(entry: NameEntry, published: str | None) -> str | None:
    """An entity's sector at a date: by its periods, or by the office that it then held."""
    if published:
        for period in (*entry.sectors, *entry.offices):
            if holds(period, published):
                return str(period["sector"]) if period.get("sector") else entry.sector
    last = entry.offices[-1] if entry.offices else None
    return entry.sector or (str(last["sector"]) if last and last.get("sector") else None)


def holds(period: Mapping[str, object], published: str) -> bool:
    """Whether an ISO date lies in a period whose open ends are open."""
    start, stop = str(period.get("from") or ""), str(period.get("to") or "")
    return bool(start or stop) and published >= start and (not stop or published[: len(stop)] <= stop)


def folded(words: Sequence[Item]) -> str:
    """The folded words of some items, for look-ups."""
    return " ".join(fold(item.token.text) for item in words)
