"""Events and articles: the front page, the reading room, the page of an entity."""
