"""The desk for a WSGI server; ``marsad desk`` runs it on waitress."""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marsad.desk.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
