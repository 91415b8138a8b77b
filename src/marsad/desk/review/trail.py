"""The events that somebody went through in this session, so that «next» skips them and «previous» leads back."""

from __future__ import annotations

from django.http import HttpRequest

KEY = "review-trail"
LONGEST = 500  # events


def trail(request: HttpRequest) -> list[int]:
    """The numbers of the events, in the order in which they were first shown."""
    return list(request.session.get(KEY, ()))


def visit(request: HttpRequest, event: int) -> None:
    """Note that an event is shown."""
    seen = trail(request)
    if event not in seen:
        request.session[KEY] = [*seen, event][-LONGEST:]


def begin_again(request: HttpRequest) -> None:
    """Forget what was passed over."""
    request.session.pop(KEY, None)


def before(request: HttpRequest, event: int) -> int | None:
    """The event that was shown before this one."""
    return _beside(request, event, -1)


def after(request: HttpRequest, event: int) -> int | None:
    """The event that was shown after this one, where one went back."""
    return _beside(request, event, +1)


def _beside(request: HttpRequest, event: int, step: int) -> int | None:
    seen = trail(request)
    if event not in seen:
        return seen[-1] if step < 0 and seen else None
    place = seen.index(event) + step
    return seen[place] if 0 <= place < len(seen) else None
