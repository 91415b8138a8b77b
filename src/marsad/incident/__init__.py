"""Stage *incidents*: events of several articles that are one happening."""
