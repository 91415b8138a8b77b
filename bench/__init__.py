"""Benchmarks: suites, scorers, the gate that only rises, and the README's tables."""
