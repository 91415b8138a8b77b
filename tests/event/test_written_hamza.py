"""A hamza that is written tells two words of the same folded letters apart; one that is left out tells nothing."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("وجه المهرجان تحية لأم الشهيد.", []),
        ("قالت رئيسة الفريق لأمتنا إن المعرض ناجح.", []),
        ("لام المبعوث الأممي الحكومة على سوء الخدمات.", ["لام"]),
        ("اتهمت الحكومة المعارضة بالتحريض.", ["اتهمت"]),
        ("أيّد البرلمان الاتفاق النووي.", ["أيّد"]),
        ("ايد البرلمان الاتفاق النووي.", ["ايد"]),
    ],
)
def test_written_hamza(reader, sentence, words):
    assert [event.trigger.of(sentence) for event in reader.read(sentence).events] == words
