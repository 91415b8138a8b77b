"""Readers' comments on articles: written without an account, seen after a moderator's approval."""
