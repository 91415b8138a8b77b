"""Whatever the desk says, it says in Arabic."""

import pytest
from tools.catalog import messages, parts, untranslated


@pytest.mark.parametrize("part", parts(), ids=lambda part: part.name)
def test_every_message_has_its_arabic(part):
    assert messages(part)
    assert untranslated(part) == []
