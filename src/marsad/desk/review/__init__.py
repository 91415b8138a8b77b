"""Judging and correcting what the machine read: the queue, the review screen, agreement between reviewers."""
