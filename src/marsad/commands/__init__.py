"""Commands in files of their own; what they need is imported when they are called."""
