"""Django's settings for the archive alone; the desk's settings build on them."""

from __future__ import annotations

from marsad.store.location import database

INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "marsad.store"]
DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "store.User"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "ar"
USE_I18N = False
SECRET_KEY = "the archive alone signs nothing"  # noqa: S105 - the desk, which does, sets its own
