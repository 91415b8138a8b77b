"""Template tags of reviewing."""
