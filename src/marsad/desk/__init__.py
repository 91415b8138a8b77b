"""The web desk: server-rendered pages over the archive, Arabic first. Needs the ``desk`` extra; nothing else imports it.

Each part is a Django application of its own: ``news`` (events and articles), ``explore`` (map, timeline, network),
``review``, ``comments``, ``people`` (accounts and rights), ``publish`` (feeds, sitemap) and ``api``.
"""
