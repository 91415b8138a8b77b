"""The terminal view of a reading, in Arabic and in English."""
