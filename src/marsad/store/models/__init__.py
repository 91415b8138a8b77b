"""The archive's tables.

What was found (``Source``, ``Article``, ``Text``), what the machine read (``Reading`` and all below it, never changed once
written) and what people say of it (``User``, ``Judgement``, ``Comment``, ``Audit``). Offsets are code points of
``Text.text``, half-open, as in :mod:`marsad.record`.
"""

from marsad.store.models.event import Casualty, Claim, Event, Evidence, Participant, Place
from marsad.store.models.people import Audit, Comment, Judgement, User
from marsad.store.models.reading import Block, Entity, Mention, Naming, Quotation, Reading, Relation
from marsad.store.models.source import Article, Passage, Source, Text

__all__ = [
    "Article", "Audit", "Block", "Casualty", "Claim", "Comment", "Entity", "Event", "Evidence", "Judgement", "Mention",
    "Naming", "Participant", "Passage", "Place", "Quotation", "Reading", "Relation", "Source", "Text", "User",
]  # fmt: skip
