"""Generated inflections: from a verb's past and present, or a noun, to its written forms.

Forms are folded and carry no clitics. The classes (sound, hollow, defective, doubled,
hamza-final; derived stems II–X) are read off the two principal parts as any grammar of
Modern Standard Arabic describes them (Ryding, *A Reference Grammar of MSA*, ch. 21–33).
Where script without vowels writes two forms alike, both readings are given and the
sentence decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from marsad.text.fold import fold

SHADDA = "\u0651"


class Inflection(NamedTuple):
    """A written form and what it is.

    ``pos``: ``past``, ``present``, ``jussive``, ``masdar``, ``noun``, ``participle``.
    ``voice``: ``a`` active, ``p`` passive, ``x`` written alike.
    ``agreement``: person, gender and number of a verb (``3ms``), gender and number of a noun (``fs``).
    """

    form: str
    pos: str
    voice: str = "x"
    agreement: str = ""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb's principal parts, folded: third person masculine singular past and present."""

    past: str
    present: str
    doubled: bool
    hamza: bool = False  # a last radical hamza (بدأ، لجأ), which folding writes as a bare alef
    second: bool = False  # the second stem, a doubled middle radical (حمّل)

    @property
    def hollow(self) -> bool:
        """A long vowel for the middle radical: قال، أدان، اغتال، استعاد."""
        return len(self.past) > 2 and self.past[-2] == "ا" and not self.doubled and not self._third_stem

    @property
    def _third_stem(self) -> bool:
        """حادّ، هاجم: the alef is the stem's, not a radical's (three letters would be hollow)."""
        return len(self.past) == 4 and self.past[1] == "ا"

    @property
    def defective(self) -> bool:
        """A weak last radical: دعا، رمى، نسي، استولى."""
        return self.past[-1] in "اي" and len(self.past) > 2 and not self.hamza


def verb(past: str, present: str) -> Verb:
    """The verb with these principal parts; shadda on the last letter marks a doubled radical.

    Raises ``ValueError`` for a present that does not begin with ya.
    """
    if not fold(present).startswith("ي"):
        raise ValueError(f"present {present!r} of {past!r} must be third person masculine (يـ)")
    bare = past.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0652")
    second = SHADDA in bare.rstrip(SHADDA)
    return Verb(fold(past), fold(present), bare.endswith(SHADDA), bare.endswith(("أ", "ئ")), second)


PAST_VOWEL = (("ت", "3fs"), ("ا", "3md"), ("تا", "3fd"), ("وا", "3mp"))
# The feminine plural (قصفن، يقصفن) is left out: hardly written in news, and it reads names as verbs (عدن، بكين، لندن).
PAST_CONSONANT = (("ت", "1s"), ("نا", "1p"), ("تم", "2mp"))
PREFIXES = (("ي", "3m"), ("ت", "3f"), ("ن", "1p"), ("ا", "1s"))
THIRD = frozenset({"3ms", "3fs", "3md", "3fd", "3mp"})


def conjugate(v: Verb) -> Iterator[Inflection]:
    """Every past and present form of a verb, active and passive."""
    voice = "a" if _passive_past(v) != v.past else "x"
    yield from (Inflection(form, "past", voice if a in THIRD else "a", a) for form, a in _past(v, v.past))
    if voice == "a":
        passive = Verb(_passive_past(v), v.present, v.doubled, v.hamza)
        yield from (Inflection(f, "past", "p", a) for f, a in _past(passive, passive.past) if a in THIRD)
    stem = _passive_present(v)
    present_voice = "a" if stem != v.present else "x"
    yield from _present(v, v.present, present_voice)
    if present_voice == "a":
        yield from (form for form in _present(v, stem, "p") if form.agreement in THIRD)


def _past(v: Verb, base: str) -> Iterator[tuple[str, str]]:
    yield base, "3ms"
    for suffix, agreement in PAST_VOWEL:
        yield from ((form, agreement) for form in _before_vowel(v, base, suffix))
    stem = _before_consonant(v)
    yield from ((stem + suffix, agreement) for suffix, agreement in PAST_CONSONANT)


def _before_vowel(v: Verb, base: str, suffix: str) -> list[str]:
    """The past stem with a suffix that begins with a vowel, or with the weak ت of the feminine."""
    if v.hamza:
        spelled = [base[:-1] + "ء" + suffix] if suffix == "وا" else []  # بدؤوا
        return [base if suffix == "ا" else base + suffix, *spelled]
    if base[-1] == "ا":
        return [base[:-1] + ("وا" if suffix == "ا" else suffix)]
    if base[-1] == "ي":
        if suffix == "وا":
            return [base[:-1] + suffix]
        weak = v.past != base or (v.present.endswith(("ا", "ي")) and v.past[-1] == "ي")
        return [base[:-1] + suffix, base + suffix] if weak and suffix in ("ت", "تا") else [base + suffix]
    return [base + suffix]


def _before_consonant(v: Verb) -> str:
    if v.doubled:
        return v.past + v.past[-1]
    if v.hollow:
        return v.past[:-2] + v.past[-1]
    if v.past.endswith("ا") and v.defective and v.present.endswith("و"):
        return v.past[:-1] + "و"
    return v.past


def _passive_past(v: Verb) -> str:
    if v.hollow:
        return v.past[:-2] + "ي" + v.past[-1]
    if v.past.endswith("ا") and v.defective and v.present[-1] in "وي":
        return v.past[:-1] + "ي"
    if v._third_stem:
        return v.past[0] + "و" + v.past[2:]
    if len(v.past) == 5 and v.past[0] == "ت" and v.past[2] == "ا":
        return v.past[:2] + "و" + v.past[3:]
    return v.past


def _passive_present(v: Verb) -> str:
    if v.hollow and v.present[-2] in "وي":
        return v.present[:-2] + "ا" + v.present[-1]
    if v.defective and v.present.endswith("و"):
        return v.present[:-1] + "ي"
    if len(v.past) == 3 and v.past[0] == "و" and len(v.present) == 3:
        return "يو" + v.present[1:]
    return v.present


def _present(v: Verb, base: str, voice: str) -> Iterator[Inflection]:
    for prefix, person in PREFIXES:
        stem = prefix + base[1:]
        single = person if person[0] == "1" else person + "s"
        yield Inflection(stem, "present", voice, single)
        yield from (Inflection(form, "jussive", voice, single) for form in _jussive(v, stem))
        if person == "3m":
            yield from (Inflection(form, "present", voice, "3mp") for form in _plural(stem))
        if person[0] == "3":
            open_stem = stem[:-1] + "ي" if stem[-1] == "ا" and v.defective else stem
            yield from (Inflection(open_stem + s, "present", voice, person + "d") for s in ("ان", "ا"))


def _jussive(v: Verb, stem: str) -> list[str]:
    """The jussive of weak verbs, which is written otherwise (لم يقل، لم يدع)."""
    if v.hollow and len(stem) > 3 and stem[-2] in "ويا":
        return [stem[:-2] + stem[-1]]
    return [stem[:-1]] if v.defective and stem[-1] in "ويا" else []


def _plural(stem: str) -> list[str]:
    if stem[-1] in "وي":
        return [stem[:-1] + "ون", stem[:-1] + "وا"]
    if stem[-1] == "ا":
        return [stem + "ون", stem[:-1] + "ءون", stem + "وا", stem[:-1] + "ءوا"]
    return [stem + "ون", stem + "وا"]


def circumstantial(v: Verb) -> Iterator[Inflection]:
    """The active participle as circumstance: متهماً، مطالبةً، مؤكدين; of the first stem رافضاً، داعياً."""
    derived = len(v.past) > 3 or v.second or v.present.startswith("يء")
    stem = "م" + v.present[1:] if derived else _active_participle(v)
    if stem.endswith("ا"):
        stem = stem[:-1] + "ي"  # متخلياً
    yield from (
        Inflection(stem + suffix, "participle", "a", agreement)
        for suffix, agreement in (("ا", "ms"), ("ه", "fs"), ("ين", "mp"), ("ات", "fp"))
    )


def _active_participle(v: Verb) -> str:
    """فاعل of a verb of the first stem: رافض، داعي، قاءل."""
    first, middle, last = v.past[0], v.past[1], v.past[-1]
    if v.doubled:
        return f"{first}ا{middle}" if len(v.past) == 2 else f"{first}ا{last}"
    if v.hollow:
        return f"{first}اء{last}"
    return f"{first}ا{middle}ي" if v.defective else f"{first}ا{middle}{last}"


def decline(noun: str, plurals: list[str], pos: str) -> Iterator[Inflection]:
    """A noun's forms: singular, dual, given plurals, the generated feminine plural, accusative alef."""
    form = fold(noun)
    feminine = form.endswith("ه") and noun.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650\u0652")[-1] == "ة"
    gender = "f" if feminine else "m"
    yield Inflection(form, pos, "x", gender + "s")
    stem = form[:-1] + "ت" if feminine else form
    yield from (
        Inflection(stem + s, pos, "x", gender + "d") for s in ("ان", "ين", "تا", "تي") if feminine or s[0] != "ت"
    )
    if not feminine and (form[-1] not in "اي" or noun.endswith("ي")) and not form.endswith("اء"):
        yield Inflection(form + "ا", pos, "x", "ms")
    if feminine:
        yield Inflection(form[:-1] + "ات", pos, "x", "fp")
    elif pos == "masdar" and len(form) > 4 and not plurals:
        yield Inflection(form + "ات", pos, "x", "fp")
    for plural in plurals:
        yield from decline_plural(fold(plural), pos)


def decline_plural(plural: str, pos: str) -> Iterator[Inflection]:
    """The forms of a plural, given folded: those of a sound one in ون, and the accusative of a broken one."""
    yield Inflection(plural, pos, "x", "mp")
    if plural.endswith("ون"):
        yield from (Inflection(plural[:-2] + s, pos, "x", "mp") for s in ("ين", "و", "ي"))
    elif plural[-1] not in "ايءهت":
        yield Inflection(plural + "ا", pos, "x", "mp")


def decline_participle(participle: str) -> Iterator[Inflection]:
    """A participle's forms in all genders and numbers, sound plurals included."""
    form = fold(participle)
    stem = form[:-1] + "ي" if form.endswith("ي") else form
    endings = (("", "ms"), ("ا", "ms"), ("ه", "fs"), ("ان", "md"), ("تان", "fd"), ("تين", "fd"),
               ("ون", "mp"), ("ين", "mp"), ("و", "mp"), ("ي", "mp"), ("ات", "fp"))  # fmt: skip
    yield from (Inflection(stem + suffix, "participle", "x", agreement) for suffix, agreement in endings)
