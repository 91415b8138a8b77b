"""Lines that wrap without tearing what keeps right-to-left words in their place."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from marsad.view.wording import FSI, PDI


class Line:
    """A text that wraps at the width it gets, with every isolate closed at a line's end and opened again on the next.

    A terminal orders each line by itself, so that an isolate left open there would take in what is not its own.
    ``rtl`` aligns the lines to the right edge.
    """

    def __init__(self, text: Text, *, rtl: bool):
        self.text = text
        self.rtl = rtl

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        depth = 0
        lines = self.text.wrap(console, options.max_width, justify="left", overflow="fold")
        for line in lines:
            opened, plain = depth, line.plain
            depth = max(0, depth + plain.count(FSI) - plain.count(PDI))
            line.rstrip()
            whole = Text.assemble(FSI * opened, line, PDI * depth, end="\n")
            if self.rtl:
                whole.align("right", options.max_width)
            yield whole
