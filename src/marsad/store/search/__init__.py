"""Full-text search over folded Arabic: the same words found on SQLite and on PostgreSQL.

Both databases get the same folded tokens and the same questions; what a word of a query finds is decided here alone
(:mod:`~marsad.store.search.word`), never by a database's own tokenizer or stemmer.
"""
