import pytest

from marsad.ontology.plover import MODES, QUAD_CLASS, TYPES
from marsad.ontology.scale import CAMEO_MODE, GOLDSTEIN, PLOVER_MODE_SCORE, cameo_code, goldstein, plover_score

EVERY = [(kind, mode) for kind in TYPES for mode in (None, *MODES[kind])]


@pytest.mark.parametrize(("kind", "mode"), EVERY)
def test_every_type_and_mode_has_a_score_and_a_code(kind, mode):
    assert -10 <= plover_score(kind, mode) <= 10
    code = cameo_code(kind, mode)
    assert code.isdigit()
    assert code[:2] in GOLDSTEIN
    assert -10 <= goldstein(code) <= 10


def test_the_tables_name_modes_that_there_are():
    assert set(PLOVER_MODE_SCORE) | set(CAMEO_MODE) <= set(EVERY)


@pytest.mark.parametrize("kind", TYPES)
def test_conflict_is_below_and_cooperation_above(kind):
    score = plover_score(kind, None)
    assert score <= 0 if "conflict" in QUAD_CLASS[kind] else score > 0


@pytest.mark.parametrize(
    ("kind", "mode", "code", "scale"),
    [("ASSAULT", "aerial", "195", -10), ("ASSAULT", None, "190", -10), ("ASSAULT", "abduct", "181", -9), ("CONSULT", "visit", "042", 1),
     ("AGREE", None, "030", 4), ("COERCE", "arrest", "173", -7)],
)  # fmt: skip
def test_codes(kind, mode, code, scale):
    assert (cameo_code(kind, mode), goldstein(code)) == (code, scale)
