"""The READMEs show what the command prints: `make readme` writes it, this test keeps it true."""

import pytest
from bench.readme import READMES, patch_example
from tests.conftest import ROOT


@pytest.mark.parametrize(("name", "language"), READMES.items())
def test_the_example_is_what_is_printed(samples, name, language):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "<!-- example -->" in text
    assert patch_example(text, samples, language) == text


@pytest.mark.parametrize("name", READMES)
def test_the_table_is_filled(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    table = text.split("<!-- table quality -->")[1].split("<!-- end -->")[0]
    assert table.count("|") > 40
