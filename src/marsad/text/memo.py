"""What a function says of each spelling, kept: a newspaper writes the same few thousand words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")
KEPT = 1 << 16  # spellings held; emptied when full, so that no stream of odd words fills the memory


class Memo(dict[str, Value], Generic[Value]):
    """Spelling → the function's value, computed when it is first asked for.

    A dictionary and no ``lru_cache``: the look-ups on every token of every sentence then run without a call, inside a
    comprehension. Only subscripts compute (``memo[word]``); ``get`` and ``in`` see what is there. Safe under threads as
    far as the function is: it may be called twice for one spelling.
    """

    __slots__ = ("_kept", "_make")

    def __init__(self, make: Callable[[str], Value], kept: int = KEPT) -> None:
        """Keep up to ``kept`` values of ``make``."""
        super().__init__()
        self._make, self._kept = make, kept

    def __missing__(self, spelling: str) -> Value:
        """Compute and keep a value."""
        value = self._make(spelling)
        if len(self) >= self._kept:
            self.clear()
        self[spelling] = value
        return value
