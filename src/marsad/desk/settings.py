"""Django's settings for the desk: the archive's, and what pages, accounts and security need.

Only the environment changes them: ``MARSAD_DESK_MODE`` (:mod:`marsad.desk.mode`), ``MARSAD_SECRET_KEY``,
``MARSAD_DESK_HOSTS`` (names under which it is reached, separated by commas), ``MARSAD_TILES`` (address of a tile server
for the map; without it the map draws its own outlines), ``MARSAD_DESK_HTTPS=1`` behind a server that speaks HTTPS,
``MARSAD_DESK_PROXY`` (that server's address, by default 127.0.0.1), ``MARSAD_TWO_FACTORS`` (``administrators`` or
``everybody``: who of a team must have a second factor), ``MARSAD_COMMENTS`` (1: readers may comment, 0: they may not) and
``MARSAD_DESK_NO_KEY`` (1: in the local mode reading needs no key; ``marsad desk --no-key`` sets it).
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF

from marsad.desk.mode import NO_KEY, chosen, mode
from marsad.desk.secret import secret_key
from marsad.store.settings import AUTH_USER_MODEL, DATABASES, DEFAULT_AUTO_FIELD, TIME_ZONE, USE_TZ  # noqa: F401
from marsad.store.settings import INSTALLED_APPS as ARCHIVE_APPS

HERE = Path(__file__).parent
MODE = mode()
KEYLESS = chosen(NO_KEY, "", "1") == "1"  # the local mode is read without its key
# The desk's applications, each with its own templates, static files, translations and tests.
PARTS = (
    "news",
    "explore",
    "review",
    "api",
    "people",
    "comments",
    "publish",
)
INSTALLED_APPS = [
    *ARCHIVE_APPS,
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "marsad.desk",
    *(f"marsad.desk.{part}" for part in PARTS),
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",  # ETag: what did not change is not sent again
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "marsad.desk.people.gate.GateMiddleware",
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
# Names of our own, because cookies ignore ports; __Host-: no other host of the domain can set them.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = (f"{'__Host-' if HTTPS else ''}marsad_{name}" for name in ("session", "csrf"))
SESSION_COOKIE_AGE = 30 * 24 * 60 * 60  # seconds; people/sessions.py ends them earlier
SESSION_ENGINE = "marsad.desk.people.sessions"
CSRF_FAILURE_VIEW = "marsad.desk.problem.forged"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"
# The server in front, whose word is taken for a visitor's address and for HTTPS; nobody else's is.
PROXY = os.environ.get("MARSAD_DESK_PROXY") or ("127.0.0.1" if HTTPS else "")
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576  # bytes of a posted form; nothing that a person types is longer
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

LOGIN_URL = "people:sign-in"
COMMENTS = chosen("MARSAD_COMMENTS", "", "0", "1")
TWO_FACTORS = chosen("MARSAD_TWO_FACTORS", "", "administrators", "everybody")
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # seconds in which a link for a new password holds
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
_RULES = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_RULES}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_RULES}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_RULES}.CommonPasswordValidator"},
    {"NAME": f"{_RULES}.NumericPasswordValidator"},
]
# So many failures within the pause, then the pause (people/throttle.py); attempts in it do not prolong it.
FAILURES = {"account from an address": 5, "address": 20, "account": 50}
AXES_HANDLER = "marsad.desk.people.throttle.Handler"
AXES_FAILURE_LIMIT = 1  # of what the handler counts: whether one of the limits is reached
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the archive's own audit tells who signed in
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_CLIENT_IP_CALLABLE = "marsad.desk.people.throttle.address_of"
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # its middleware answers with a page of its own; ours says it in the form
OTP_TOTP_ISSUER = "Marsad"

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

FRESH = 300  # seconds for which a server in front may give out a copy of a published page
PUBLISHED = ("news", "explore", "comments", "publish")  # the parts that the public mode has
