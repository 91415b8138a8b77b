import pytest

from marsad.errors import LexiconError
from marsad.lexicon.notation import parse


def test_spans_count_in_the_plain_sentence():
    annotated = parse("{trigger:قصفت} {actor:الطائرات} {place:تعز}.")
    assert annotated.text == "قصفت الطائرات تعز."
    assert [(role, span.of(annotated.text)) for role, span in annotated.spans] == [
        ("trigger", "قصفت"),
        ("actor", "الطائرات"),
        ("place", "تعز"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("قصفت الطائرات", "exactly one"),
        ("{trigger:قصفت} {trigger:قتلت}", "exactly one"),
        ("{trigger:قصفت} {victim:الجنود}", "unknown role"),
        ("{trigger:قصفت} {actor:الطائرات", "stray brace"),
    ],
)
def test_bad_notation_is_refused_with_a_reason(text, message):
    with pytest.raises(LexiconError, match=message):
        parse(text)
