"""Exports: the same records as JSON, JSON Lines, CSV, Parquet, GeoJSON, the columns of POLECAT and ICEWS, and flat items."""

FORMATS = ("csv", "jsonl", "parquet", "geojson", "polecat", "cameo", "gold")
