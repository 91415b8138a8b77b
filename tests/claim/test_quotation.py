"""How well speakers are named, over sentences as newspapers write them."""

import pytest
from tests.conftest import cases

from marsad.page import read_sentences
from marsad.reader import Reader

FILES = ("quotations.txt", "quotations_told.txt")
FLOORS = {  # just below what is reached
    "quotations.txt": {"precision": 0.97, "recall": 0.95, "cue": 0.97, "directness": 0.97},
    "quotations_told.txt": {"precision": 0.98, "recall": 0.93, "cue": 0.98, "directness": 0.98},
}


def split(column):
    return [part.strip() for part in column.split(";")]


def expected(case):
    """The sentence, who speaks with which cue and stance (outermost first), and whether directly."""
    sentence, speaker, cue, how, stance = (part.strip() for part in case.split("|"))
    said = [] if speaker == "-" else list(zip(split(speaker), split(cue), split(stance), strict=True))
    return sentence, said, how


def found_in(reader, told):
    """Speaker's span, cue and stance of every report of which the reader names the speaker."""
    article = reader.read_page(read_sentences([sentence.strip() for sentence in told.split("//")]))
    spans = {q.speaker.text: q.speaker.span for q in article.quotations if q.speaker}
    reports = [
        (*t.detail.split(", speaker ", 1), t.span.of(article.text))
        for t in article.trace
        if t.stage == "claims" and t.rule != "quotation_goes_on"
    ]
    named = [(who, stance, cue) for stance, who, cue in reports if who != "unresolved"]
    return article, [(spans.get(who), who, stance, cue) for who, stance, cue in named]


def overlaps(article, wanted, span, text):
    """Whether the words of a speaker stand where those that are wanted stand."""
    start = article.text.find(wanted)
    at = span.start if span else article.text.find(text)
    return start < at + len(text) and at < start + len(wanted)


def measure(reader, name):
    """Figures and misses over a file of cases."""
    counts = dict.fromkeys(("hit", "found", "wanted", "cue", "direct", "quoted"), 0)
    misses = []
    for case in cases(name):
        sentence, said, how = expected(case)
        article, found = found_in(reader, sentence)
        left = list(found)
        for speaker, cue, stance in said:
            match = next((r for r in left if r[2] == stance and overlaps(article, speaker, r[0], r[1])), None)
            if match is None:
                misses.append(f"missed {speaker}: {sentence}")
                continue
            left.remove(match)
            counts["hit"] += 1
            counts["cue"] += cue in match[3] or match[3] in cue
        misses += [f"wrong {r[1]}: {sentence}" for r in left]
        counts["found"] += len(found)
        counts["wanted"] += len(said)
        if said and article.quotations:
            counts["quoted"] += 1
            counts["direct"] += any(q.direct for q in article.quotations) == (how == "direct")
    return {
        "precision": counts["hit"] / counts["found"],
        "recall": counts["hit"] / counts["wanted"],
        "cue": counts["cue"] / counts["hit"],
        "directness": counts["direct"] / counts["quoted"],
    }, misses


@pytest.fixture(scope="module")
def figures():
    reader = Reader(min_confidence=0.0, trace=True)
    return {name: measure(reader, name) for name in FILES}


@pytest.mark.parametrize(("file", "name"), [(file, name) for file in FILES for name in FLOORS[file]])
def test_speakers(figures, file, name):
    values, misses = figures[file]
    shown = ", ".join(f"{key} {value:.3f}" for key, value in values.items())
    assert values[name] >= FLOORS[file][name], f"{shown}\n" + "\n".join(misses)


@pytest.mark.parametrize(
    ("file", "sentences", "silent"), [("quotations.txt", 100, 20), ("quotations_told.txt", 60, 11)]
)
def test_there_are_enough_cases_with_and_without_attribution(file, sentences, silent):
    rows = [expected(case) for case in cases(file)]
    assert (len(rows), sum(not said for _, said, _ in rows)) == (sentences, silent)
