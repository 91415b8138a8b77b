"""Build hook: makes the gazetteer from its source packages, so that the wheel holds it and git does not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class GazetteerHook(BuildHookInterface):
    """Writes ``src/marsad/data/places.tsv.gz`` before a wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the file where it is missing or of an earlier form; a failure fails the build."""
        sys.path.insert(0, str(ROOT / "src"))
        from marsad.resolve.gazetteer import read_gazetteer

        read_gazetteer(ROOT / "src/marsad/data/places.tsv.gz")
        sys.path.insert(0, str(ROOT))
        from tools.catalog import compile_all

        compile_all()
