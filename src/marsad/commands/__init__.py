"""Commands of the command line, each in a file of its own with what it imports inside it."""
