"""Roles: who fills a trigger's frame, found slot by slot around it."""
