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
# What the page tells of itself (see reader.page_facts) and the sentence; other types do not ask for it.
PAGE_FACTS = ("quiet_long_page", "some_quiet", "few_countries", "some_countries")
SENTENCE_FACTS = ("no_politics", "quiet_words")
ASKED = {"talk": (*PAGE_FACTS, *SENTENCE_FACTS), "measure": ("quiet_long_page", "few_countries", *SENTENCE_FACTS)}
FAMILY = dict.fromkeys(TALK, "talk") | dict.fromkeys(MEASURE, "measure")
QUIET_WORDS = 2  # in one sentence; one alone proves nothing


def relevance(type_: str, parties: Iterable[Participant], facts: Mapping[str, bool]) -> dict[str, bool]:
    """Features of a mention by name; the facts of the page and the sentence hold under the name of the type's family."""
    unnamed = dict.fromkeys((*PAGE_FACTS, *SENTENCE_FACTS), False)
    family = FAMILY.get(type_)
    if family is None:
        return unnamed
    named = {f"{family}_{name}": facts.get(name, False) for name in ASKED[family]}
    party = family == "talk" and any(_political(p) for p in parties)
    return unnamed | named | {"talk_political_party": party}


def sentence_relevance(view: View, candidates: Iterable[Candidate]) -> dict[str, bool]:
    """What a sentence with an event of talk or a measure tells of politics."""
    if not any(candidate.trigger.type in FAMILY for candidate in candidates):
        return {}
    return {
        "no_politics": not any(_political(mention) for mention in view.mentions()),
        "quiet_words": _quiet_words(view) >= QUIET_WORDS,
    }


def _political(who: Participant | Mention) -> bool:
    """A state, someone known, someone of a country, or a sector of those who act in politics."""
    return who.kind is MentionKind.STATE or bool(who.entity or who.country) or who.sector in POLITICAL


def _quiet_words(view: View) -> int:
    forms = view.lexicon.forms
    return sum([forms[item.token.text].quiet for item in view.items])
