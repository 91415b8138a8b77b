"""Stage *mentions*: spans of people, bodies, groups, states, places, times and numbers."""
