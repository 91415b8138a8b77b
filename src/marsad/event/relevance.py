"""Whether talk is politics: a club agrees, a company refuses and a school invites with the words of governments.

What is done with a weapon is news whoever does it; what is said or agreed is an event only between those who act in
politics. So for types of talk and cooperation the confidence looks at the parties, the sentence and the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from marsad.event.candidate import Candidate
from marsad.event.view import View
from marsad.record import Mention, MentionKind, Participant

TALK = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "REJECT", "REQUEST", "SUPPORT"})
POLITICAL = frozenset("GOV JUD LEG MIL COP SPY PRM PTY REB UAF OPP IGO REL JRN REF".split())
# What the page tells of itself (see reader.page_facts); other types than those of talk do not ask for it.
PAGE_FACTS = ("quiet_long_page", "some_quiet", "few_countries", "some_countries")
SENTENCE_FACTS = ("talk_no_politics", "talk_quiet_words")
QUIET_WORDS = 2  # in one sentence; one alone proves nothing


def relevance(type_: str, parties: Iterable[Participant], facts: Mapping[str, bool]) -> dict[str, bool]:
    """Features of a mention by name; those of talk hold for types of talk and cooperation alone."""
    if type_ not in TALK:
        return dict.fromkeys((*PAGE_FACTS, *SENTENCE_FACTS), False)
    page = {f"talk_{name}": facts.get(name, False) for name in PAGE_FACTS}
    return page | dict.fromkeys(PAGE_FACTS, False) | {"talk_political_party": any(_political(p) for p in parties)}


def sentence_relevance(view: View, candidates: Iterable[Candidate]) -> dict[str, bool]:
    """What a sentence with an event of talk tells of politics."""
    if not any(candidate.trigger.type in TALK for candidate in candidates):
        return {}
    return {
        "talk_no_politics": not any(_political(mention) for mention in _mentions(view)),
        "talk_quiet_words": _quiet_words(view) >= QUIET_WORDS,
    }


def _political(who: Participant | Mention) -> bool:
    """A state, someone known, someone of a country, or a sector of those who act in politics."""
    return who.kind is MentionKind.STATE or bool(who.entity or who.country) or who.sector in POLITICAL


def _mentions(view: View) -> Iterable[Mention]:
    return (mention for number in range(len(view.phrases)) if (mention := view.mention(number)))


def _quiet_words(view: View) -> int:
    return sum(view.lexicon.form(item.token).quiet for item in view.items)
