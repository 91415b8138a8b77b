from marsad.lexicon.coverage import uncovered
from marsad.page import read_sentences

POLITICAL = "لازمت الحكومة العراقية مقرها."
QUIET = "لازمت البنت الفراش."
COVERED = "قصفت الطائرات السورية المدينة."


def words(sentences, lexicon, **options):
    return [(w.times, w.kind, w.word) for w in uncovered([read_sentences(sentences)], lexicon, **options)]


def test_a_verb_without_a_trigger_is_counted(lexicon):
    found = uncovered([read_sentences([POLITICAL] * 4)], lexicon)
    assert [(w.times, w.kind) for w in found if w.kind == "verb"] == [(4, "verb")]
    assert found[0].example == POLITICAL


def test_rare_words_are_left_out(lexicon):
    assert not [w for w in words([POLITICAL] * 2, lexicon) if w[1] == "verb"]
    assert [w for w in words([POLITICAL] * 2, lexicon, least=2) if w[1] == "verb"]


def test_triggers_and_quiet_sentences_do_not_count(lexicon):
    assert not [w for w in words([COVERED] * 4 + [QUIET] * 4, lexicon) if w[1] == "verb"]
