"""Stage *resolution*: mentions to entities, places to the gazetteer, times to values, mentions to events."""
