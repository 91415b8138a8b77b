"""Accounts and rights: signing in, passwords, second factors, sessions, people of a team and the record of what they did."""
