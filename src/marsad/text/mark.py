"""Marks that Arabic newspapers write."""

QUOTES = frozenset('«»"“”')
COMMAS = frozenset("،,")
