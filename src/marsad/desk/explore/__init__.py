"""Three views over the filter of the front page: the map, the timeline, the network of who acts on whom."""
