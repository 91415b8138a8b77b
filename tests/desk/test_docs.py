"""docs/desk.md names every setting, role and command that there is."""

import re
from pathlib import Path

import pytest

from marsad.commands.user import user_group
from marsad.desk.mode import Mode
from marsad.store.models import User

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "desk.md").read_text(encoding="utf-8")


def test_every_setting_is_told():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src" / "marsad" / "desk").rglob("*.py")]
    assert {name for source in sources for name in re.findall(r"MARSAD_[A-Z_]+", source)} - {"MARSAD_DESK_MODE"} <= set(
        re.findall(r"MARSAD_[A-Z_]+", TEXT)
    )  # the mode is an option of the command


@pytest.mark.parametrize("word", [*User.Role.values, *user_group.commands, *(f"--mode {mode}" for mode in Mode)])
def test_every_role_command_and_mode_is_told(word):
    assert word in TEXT
