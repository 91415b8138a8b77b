"""The thread of an article, and links in plain text."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from marsad.desk.comments.opened import are_open
from marsad.desk.comments.spam import LINK
from marsad.desk.comments.thread import Said, thread_of

register = template.Library()
TRAIL = ".,;:!?)]}،؛؟…"  # signs after a link are not of it


@register.simple_tag
def thread(article: int) -> list[Said]:
    """The approved comments of an article."""
    return thread_of(article)


@register.filter
def total(said: list[Said]) -> int:
    """How many comments a thread holds, answers among them."""
    return sum(1 + len(one.answers) for one in said)


@register.simple_tag
def comments_open() -> bool:
    """Whether new comments are taken."""
    return are_open()


@register.filter
def linked(text: str) -> SafeString:
    """Plain text with its links to follow; search engines are told that they are not ours. All else is escaped."""
    pieces: list[Any] = []
    end = 0
    for match in LINK.finditer(text):
        address = match[0].rstrip(TRAIL)
        href = address if "://" in address else f"https://{address}"
        pieces.append(format_html("{}", text[end : match.start()]))
        pieces.append(format_html('<a href="{}" rel="nofollow ugc noopener" dir="ltr">{}</a>', href, address))
        end = match.start() + len(address)
    pieces.append(format_html("{}", text[end:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


@register.filter
def of(table: dict[int, str], key: int) -> str:
    """A value of a table by key, empty where there is none."""
    return table.get(key, "")
