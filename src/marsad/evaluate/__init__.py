"""Measuring a stage against annotated documents that a user gives."""
