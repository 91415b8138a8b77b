"""The archive: what was read, kept in a database, with people's judgements beside it.

Needs the ``desk`` extra (Django). Nothing here is imported by ``import marsad`` or ``marsad read``.
"""
