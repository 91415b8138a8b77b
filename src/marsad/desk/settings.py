"""Django's settings for the desk: the archive's, and what pages, accounts and security need.

Only the environment changes them: ``MARSAD_DESK_MODE`` (:mod:`marsad.desk.mode`), ``MARSAD_SECRET_KEY``,
``MARSAD_DESK_HOSTS`` (names under which it is reached, separated by commas), ``MARSAD_TILES`` (address of a tile server
for the map; without it the map draws its own outlines) and ``MARSAD_DESK_HTTPS=1`` behind a server that speaks HTTPS.
"""

from __future__ import annotations

import os
from pathlib import Path

from csp.constants import NONE, SELF

from marsad.desk.mode import Mode, mode
from marsad.desk.secret import secret_key
from marsad.store.settings import AUTH_USER_MODEL, DATABASES, DEFAULT_AUTO_FIELD, TIME_ZONE, USE_TZ  # noqa: F401
from marsad.store.settings import INSTALLED_APPS as ARCHIVE_APPS

HERE = Path(__file__).parent
MODE = mode()
PARTS = ("news",)  # the desk's applications, each with its own templates, static files, translations and tests
INSTALLED_APPS = [
    *ARCHIVE_APPS,
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "marsad.desk",
    *(f"marsad.desk.{part}" for part in PARTS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "marsad.desk.problem.ProblemMiddleware",
]
ROOT_URLCONF = "marsad.desk.urls"
WSGI_APPLICATION = "marsad.desk.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "marsad.desk.frame.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "marsad.desk.templatetags.desk"],
        },
    }
]

# Arabic at /, English at /en/: an address says its language, so that it can be shared.
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", "العربية"), ("en", "English")]
USE_I18N = True
LOCALE_PATHS = [HERE / "locale"]

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # one process serves its own files: nothing to collect first
WHITENOISE_AUTOREFRESH = False

SECRET_KEY = secret_key()
DEBUG = False
ALLOWED_HOSTS = [*filter(None, os.environ.get("MARSAD_DESK_HOSTS", "").split(",")), "localhost", "127.0.0.1", "[::1]"]
HTTPS = os.environ.get("MARSAD_DESK_HTTPS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = (
    "marsad_session",
    "marsad_csrf",
)  # cookies ignore ports: not another's on localhost
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576  # bytes of a posted form; nothing that a person types is longer
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

TILES = os.environ.get("MARSAD_TILES", "")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "connect-src": [SELF],
        "worker-src": [SELF, "blob:"],  # the map draws in workers
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

IS_PUBLIC = MODE is Mode.PUBLIC
