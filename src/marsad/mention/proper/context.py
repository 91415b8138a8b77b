"""A sentence's tokens with the lists of names, and what stands before and after a place in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from marsad.lexicon.compile import SPEECH
from marsad.mention.proper.material import SHORTEST, Material
from marsad.record import Token

FAR = 6  # words that a title may stand before a name («رئيس اللجنة الأمنية في المجلس سامر حداد»)


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a sentence, the numbers of those that known names and times have taken, and the lists of names."""

    tokens: Sequence[Token]
    taken: Collection[int]
    material: Material

    def word(self, at: int) -> Token | None:
        """The token at a place if it is a word that nothing has taken."""
        free = 0 <= at < len(self.tokens) and at not in self.taken and self.tokens[at].kind == "word"
        return self.tokens[at] if free else None


def may_have_father(line: Line, at: int) -> bool:
    """«مساعد | بن محمد»: before «بن» any word without article is a name, but the object of no verb of saying."""
    token = line.word(at)
    if token is None or len(token.folded) < SHORTEST or token.folded.startswith("ال"):
        return False
    act = any(r.pos == "masdar" for r in line.material.lexicon.readings(token))  # «افتتاح بن مشيط»
    return not act and token.folded not in line.material.lexicon.particles and not spoken(line, at + 1)


def titled(line: Line, at: int) -> bool:
    """A title or noun for one person right before, or with adjectives of nationality between («الصحفي البريطاني …»)."""
    before = at - 1
    while before >= 0 and at - before < 3 and line.material.demonym(line.tokens[before]):
        before -= 1
    if before < 0:
        return False
    token = line.tokens[before]
    if token.text == "." and before > 0 and line.tokens[before - 1].text == "د":  # «د. حسن»
        return True
    definite = "ال" in token.folded[:4] or token.folded.startswith("لل") or before < at - 1
    return definite and line.material.names_person(token)


def described(line: Line, at: int) -> bool:
    """A title further back in the phrase («رئيس اللجنة الأمنية …»)."""
    for before in range(at - 1, max(-1, at - 1 - FAR), -1):
        token = line.tokens[before]
        if token.kind != "word" or token.folded in line.material.lexicon.particles:
            return False
        readings = line.material.lexicon.readings(token)
        if readings and all(r.verbal for r in readings):
            return False
        if line.material.names_person(token):
            return True
    return False


def spoken(line: Line, at: int) -> bool:
    """Whether a verb of saying stands right before a token («وأضاف حداد»)."""
    if not at or line.tokens[at - 1].folded in line.material.lexicon.particles:
        return False
    return any(
        r.cls == SPEECH and r.pos in ("past", "present") for r in line.material.lexicon.readings(line.tokens[at - 1])
    )


def closed(line: Line, at: int) -> bool:
    """No noun that could belong to the word before stands at a position: the end, a mark, a particle, a verb, a clitic."""
    if at >= len(line.tokens) or apart(line, at + 1):
        return True
    return any(r.cut.preposition or r.cut.conjunction for r in line.material.lexicon.readings(line.tokens[at])[:1])


def apart(line: Line, at: int) -> bool:
    """The start of a sentence, a mark, a particle or a verb stands before."""
    if not at or line.tokens[at - 1].kind != "word" or line.tokens[at - 1].folded in line.material.lexicon.particles:
        return True
    return any(r.verbal for r in line.material.lexicon.readings(line.tokens[at - 1])[:1])
