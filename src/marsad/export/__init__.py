"""Exports: the same records as JSON, JSON Lines, CSV and the flat prediction format."""
