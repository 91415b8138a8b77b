"""Whether talk and measures are politics: a club agrees, a company refuses and a school invites with the words of governments.

What is done with a weapon is news whoever does it; what is said or agreed, and who is accused, fined or shut out, is an
event only between those who act in politics. So for these types the confidence looks at the parties, the sentence and the
page. The features of talk and cooperation begin with ``talk_``, those of accusation and coercion with ``measure_``: the
same page says more against the one than against the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad.event.candidate import Candidate
from marsad.event.view import View
from marsad.record import Mention, MentionKind, Participant

TALK = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT"})
MEASURE = frozenset({"ACCUSE", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "THREATEN"})
POLITICAL = frozenset("GOV JUD LEG MIL COP SPY PRM PTY REB UAF OPP IGO REL JRN REF".split())
PRIVATE = frozenset({"BUS", "EDU", "MED"})  # «شركة ألمانية», «جامعة مصرية»: of a country and yet no politics
# What the page tells of itself (see reader.page_facts) and the sentence; other types do not ask for it.
PAGE_FACTS = ("quiet_long_page", "some_quiet", "few_countries", "some_countries")
SENTENCE_FACTS = ("no_politics", "quiet_words", "many_quiet_words")
ASKED = {
    "talk": (*PAGE_FACTS, "no_politics", "quiet_words"),
    "measure": ("quiet_long_page", "few_countries", "no_politics", "quiet_words"),
}
FAMILY = dict.fromkeys(TALK, "talk") | dict.fromkeys(MEASURE, "measure")
QUIET_WORDS = 2  # in one sentence; one alone proves nothing
MANY_QUIET_WORDS = 3  # … that tell against an attack too: an illness, a match, an animal


def relevance(type_: str, parties: Iterable[Participant], facts: Mapping[str, bool]) -> dict[str, bool]:
    """Features of a mention by name; the facts of the page and the sentence hold under the name of the type's family."""
    unnamed = dict.fromkeys((*PAGE_FACTS, *SENTENCE_FACTS), False)
    family = FAMILY.get(type_)
    if family is None:
        return unnamed | {f"many_quiet_words:{type_}": facts.get("many_quiet_words", False)}
    named = {f"{family}_{name}": facts.get(name, False) for name in ASKED[family]}
    party = {"talk_political_party": any(political(p) for p in parties)}
    return unnamed | named | (party if family == "talk" else {})


def sentence_relevance(view: View, candidates: Iterable[Candidate]) -> dict[str, bool]:
    """What a sentence with an event of talk or a measure tells of politics."""
    quiet = _quiet_words(view)
    found = {"many_quiet_words": quiet >= MANY_QUIET_WORDS, "quiet_words": quiet >= QUIET_WORDS}
    if not any(candidate.trigger.type in FAMILY for candidate in candidates):
        return found
    return found | {"no_politics": not any(political(mention) for mention in view.mentions())}


def political(who: Participant | Mention) -> bool:
    """A state, someone known, someone of a country, or a sector of those who act in politics."""
    if who.kind is MentionKind.STATE or who.sector in POLITICAL:
        return True
    return bool(who.entity or who.country) and who.sector not in PRIVATE


def _quiet_words(view: View) -> int:
    forms = view.lexicon.forms
    return sum([forms[item.token.text].quiet for item in view.items])
