"""Lines that wrap without tearing what keeps right-to-left words in their place."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from marsad.view.wording import FSI, PDI

LRM, RLI = "\u200e", "\u2067"


@dataclass(frozen=True, slots=True)
class Line:
    """A text that wraps at the width it gets, with every isolate closed at a line's end and opened again on the next.

    A terminal orders each line by itself, so that an isolate left open there would take in what is not its own.
    ``rtl`` puts the lines at the right edge, as right-to-left units in a left-to-right line: terminals differ in
    whether they take a line's direction from its first word, and the padding must stay on the left in all.
    """

    text: Text
    rtl: bool

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """The cells that the text wants at least and at most."""
        return Measurement.get(console, options, self.text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The wrapped lines."""
        depth = 0
        lines = self.text.wrap(console, options.max_width, justify="left", overflow="fold")
        for line in lines:
            opened, plain = depth, line.plain
            depth = max(0, depth + plain.count(FSI) - plain.count(PDI))
            line.rstrip()
            whole = Text.assemble(FSI * opened, line, PDI * depth, end="\n")
            yield right_to_left(whole, options.max_width) if self.rtl else whole


def right_to_left(text: Text, width: int = 0) -> Text:
    """``text`` as a right-to-left unit, at the right edge of ``width`` cells."""
    padding = " " * (width - text.cell_len)
    return Text.assemble(LRM, padding, RLI, text, PDI, end=text.end)
