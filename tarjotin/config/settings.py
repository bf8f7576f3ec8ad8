"""All settings. Values come from the environment (`TARJOTIN_…`), read here at the top; none is needed on a laptop.

With `TARJOTIN_ENV=production` it refuses to start without its secrets. docs/operating.md lists every variable.
"""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF

from tarjotin import __version__
from tarjotin.common.languages import CONTENT_LANGUAGES, OWN_NAMES
from tarjotin.config import environment

ROOT = Path(__file__).resolve().parent.parent.parent

PRODUCTION = environment.text("ENV", "local") == "production"
DEBUG = environment.flag("DEBUG") and not PRODUCTION
VAR = Path(environment.text("VAR", str(ROOT / "var" / "demo")))
SECRET_KEY = environment.required(
    "SECRET_KEY", in_production=PRODUCTION, otherwise="local-only-not-a-secret-" + "0" * 40
)
# What seals personal data in the database (people/sealing.py); each made by scripts/data_key.py.
DATA_KEYS = environment.data_keys(
    environment.required("DATA_KEYS", in_production=PRODUCTION, otherwise=environment.LOCAL_DATA_KEYS)
)
ALLOWED_HOSTS = environment.words("HOSTS", "" if PRODUCTION else "localhost,127.0.0.1,[::1],testserver")
DATABASE_URL = environment.required(
    "DATABASE_URL", in_production=PRODUCTION, otherwise=f"sqlite:///{VAR / 'tarjotin.sqlite3'}"
)
PUBLIC_URL = environment.required("PUBLIC_URL", in_production=PRODUCTION, otherwise="http://localhost:8000").rstrip("/")

# --- Tarjotin's own -------------------------------------------------------------------------------------------------
VERSION = __version__
INDEX_DIR = Path(environment.text("INDEX_DIR", str(VAR / "index")))
SEARCH_BACKEND = environment.one_of("SEARCH_BACKEND", ("tantivy", "opensearch"))
OPENSEARCH_URLS = environment.words("OPENSEARCH_URL", "http://localhost:9200")
OPENSEARCH_USER = environment.text("OPENSEARCH_USER")
OPENSEARCH_PASSWORD = environment.text("OPENSEARCH_PASSWORD")
OPENSEARCH_CA = environment.text("OPENSEARCH_CA")
OPENSEARCH_INDEX = environment.text("OPENSEARCH_INDEX", "tarjotin")
# Where sources are read; empty = the real addresses, which stand in each source's folder.
SOURCE_BASE_URL = environment.text("SOURCE_BASE_URL")
SOURCE_CONTACT = environment.text("SOURCE_CONTACT", PUBLIC_URL)
PTV_API_KEY = environment.text("PTV_API_KEY")
PTV_VERSION = environment.text("PTV_VERSION", "v11")
LAHELLA_URL = environment.text("LAHELLA_URL")
LINKERS = frozenset(environment.words("LINKERS"))  # codes of sites whose links are counted by name
OPERATOR = environment.text("OPERATOR")  # who runs this deployment, as pages say it; empty = a trial
# The number shown on every page: a human is one step away (ux.md § 1).
HELP_PHONE = environment.text("HELP_PHONE", "+358931044556")
HELP_HOURS_OPEN = environment.text("HELP_HOURS", "mon-fri 9-15")

# Mail to those who asked for it. In production without an address there is none, and pages say so.
EMAIL_URL = environment.text("EMAIL_URL", "" if PRODUCTION else f"file:{VAR / 'mail'}")
EMAIL_IN_USE = bool(EMAIL_URL)
globals().update(environment.email(EMAIL_URL or "console:"))
DEFAULT_FROM_EMAIL = environment.text("EMAIL_FROM", "Tarjotin <tarjotin@localhost>")

# --- Django ---------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "tarjotin.config.apps.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "tarjotin.people",
    "tarjotin.catalogue",
    "tarjotin.sources",
    "tarjotin.search",
    "tarjotin.guidance",
    "tarjotin.impact",
    "tarjotin.web",
    "tarjotin.api",
    "tarjotin.jobs",
]
MIDDLEWARE = [
    "tarjotin.api.middleware.PublicApi",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "tarjotin.config.urls"
WSGI_APPLICATION = "tarjotin.config.wsgi.application"
AUTH_USER_MODEL = "people.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": environment.database(DATABASE_URL)}
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "tarjotin" / "web"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# --- Languages and time ---------------------------------------------------------------------------------------------
LANGUAGE_CODE = "fi"
LANGUAGES = [(tag, OWN_NAMES[tag]) for tag in CONTENT_LANGUAGES]
LOCALE_PATHS = [ROOT / "tarjotin" / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"

# --- Files ----------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "tarjotin" / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG

# --- Security (rules: docs/decisions/0001-stack.md) -------------------------------------------------------------------
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readiness$"]
BEHIND_PROXY = environment.flag("BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_HSTS_SECONDS = 63_072_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "microphone", "geolocation", "payment", "usb", "interest-cohort")
}

# --- Logs: ids only, never a person's data ----------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": environment.text("LOG_LEVEL", "WARNING")},
    "loggers": {"tarjotin": {"level": environment.text("LOG_LEVEL", "INFO")}},
}
