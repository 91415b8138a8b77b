"""The lexicon: YAML that analysts edit, checked, compiled once and cached."""
