"""What the published site tells programs: Atom feeds, sitemaps, robots, canonical addresses, what may be kept how long."""
