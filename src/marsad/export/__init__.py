"""Exports: the same records as JSON, JSON Lines, CSV, Parquet, GeoJSON, the columns of POLECAT and ICEWS, flat items, and
suggestions for the lexicon."""

FORMATS = ("csv", "jsonl", "parquet", "geojson", "polecat", "cameo", "gold", "suggestions")
