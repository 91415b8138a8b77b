"""Proper names that no list holds: persons, bodies, peoples and places found by how they are made."""
