"""Template tags of the published site."""
