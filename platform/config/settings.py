"""One settings file, read from the environment. Unset means the embedded default: SQLite, files, no server.

``ROOM_MODE`` says how strict to be: ``embedded`` (default, for trying it out and for work on it)
or ``production``, which refuses to start on unsafe values (see ``config.guard``). Below, ``env`` reads plain
names in production, and with ``ROOM_`` before them elsewhere (``config.surroundings``). What takes more than
a line stands beside it: ``config.stores``, ``config.rounds``, ``config.policy``.
"""

import os
from pathlib import Path

from config.guard import known_mode, refuse_unsafe
from config.logs import LEVELS, log_lines
from config.policy import content_policy
from config.rounds import rounds
from config.stores import REDIS, broker, caches, data_folder, database, mail
from config.surroundings import PREFIX, WEB, Surroundings, forget_brokers, kept_secret, not_ours, read_file

ROOT = Path(__file__).resolve().parents[2]
read_file(ROOT / ".env")

MODE = known_mode(os.environ.get("ROOM_MODE", "embedded"))
PRODUCTION = MODE == "production"
NOT_READ_HERE = [] if PRODUCTION else not_ours(os.environ)
if not PRODUCTION:
    forget_brokers(os.environ)
env = Surroundings("" if PRODUCTION else PREFIX)

DEBUG = env.yes("DEBUG", False)
VAR = data_folder(os.environ.get("ROOM_VAR", ""), ROOT)
SECRET_KEY = env.text("SECRET_KEY") or ("" if PRODUCTION else kept_secret(VAR / "secret.key"))
ALLOWED_HOSTS = env.words(
    "ALLOWED_HOSTS", [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]", "testserver"]
)
CSRF_TRUSTED_ORIGINS = env.addresses("CSRF_TRUSTED_ORIGINS", WEB)
SITE_ADDRESS = env.address("SITE_ADDRESS", WEB, "http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "django.forms",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "rest_framework",
    "drf_spectacular",
    "django_htmx",
    "csp",
    "web",
    "audit",
    "notify",
    "accounts",
    "roles",
    "cases",
    "coaching",
    "demo",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "web.middleware.CompressMiddleware",
    "web.middleware.StaticFilesMiddleware",
    "csp.middleware.CSPMiddleware",
    "web.middleware.SafeHeadersMiddleware",
    "web.middleware.PlainTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.SignInRequiredMiddleware",
    "accounts.middleware.ReaderMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "web.middleware.WrongMethodMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "web.context.page",
                "coaching.context.unread",
            ],
            "builtins": ["django.templatetags.i18n", "web.templatetags.room"],
        },
    }
]

# --- data -------------------------------------------------------------------------------------------------
DATABASES = {"default": database(env, VAR)}
OWN_DATABASE = not PRODUCTION and not env.text("DATABASE_URL")  # the file in VAR, nobody else's
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

REDIS_URL = env.address("REDIS_URL", REDIS)
CACHES = caches(REDIS_URL)

# --- worker -----------------------------------------------------------------------------------------------
# A task is a doorbell: it carries nothing, the row is the record of the work.
CELERY_BROKER_URL = REDIS_URL or "files://localhost"  # config.files_broker
CELERY_BROKER_TRANSPORT_OPTIONS = broker(REDIS_URL, VAR)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"
SWEEP_SECONDS = env.pause("SWEEP_SECONDS", 60.0 if PRODUCTION else 5.0)
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "beat-schedule")
CELERY_BEAT_SCHEDULE = rounds(SWEEP_SECONDS)
DELIVERY_LEASE_SECONDS = env.pause("DELIVERY_LEASE_SECONDS", 120.0)
CLOCK_SHIFT_SECONDS = env.seconds("CLOCK_SHIFT_SECONDS", 0.0)  # drills: a process lives in another hour
STREAM_HEARTBEAT_SECONDS = env.pause("STREAM_HEARTBEAT_SECONDS", 15.0)
STREAM_POLL_SECONDS = env.pause("STREAM_POLL_SECONDS", 2.0)
STREAM_CHECK_SECONDS = env.pause("STREAM_CHECK_SECONDS", 60.0)

# --- who someone is ---------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "accounts.passwords.NotLikeYou"},
    {"NAME": "accounts.passwords.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "accounts.passwords.NotCommon"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "cases:continue"
COACH_REDIRECT_URL = "coaching:desk"
CURATOR_REDIRECT_URL = "admin:roles_role_changelist"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "signup": "accounts.forms.JoinForm",
    "login": "accounts.forms.SignInForm",
    "request_login_code": "accounts.forms.CodeForm",
    "confirm_login_code": "accounts.forms.TypeCodeForm",
    "reset_password": "accounts.forms.ResetForm",
    "reset_password_from_key": "accounts.forms.ResetFromLinkForm",
    "change_password": "accounts.forms.ChangePassword",
    "set_password": "accounts.forms.SetPassword",
    "add_email": "accounts.forms.AddAddressForm",
    "reauthenticate": "accounts.forms.AgainForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = env.one_of("EMAIL_VERIFICATION", ["optional", "mandatory", "none"], "optional")
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_REAUTHENTICATION_METHODS = ["password"]
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # of a new password or address: the owner hears of it, whoever did it
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
SESSION_COOKIE_AGE = 12 * 3600  # on the server; the browser drops its cookie when it closes
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True

# How many proxies of ours stand before the site: only so much of X-Forwarded-For is believed. Production has
# to say, if only 0: uncounted, everybody behind the proxy shares its limits on tries.
TRUSTED_PROXIES = env.count("TRUSTED_PROXIES")
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES

# --- mail -------------------------------------------------------------------------------------------------
EMAIL_URL = env.text("EMAIL_URL")
if EMAIL_URL:
    _mail = mail(env)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS", False), _mail.get("EMAIL_USE_SSL", False)
else:
    EMAIL_BACKEND = "notify.mail_files.EmailBackend"
EMAIL_FILE_PATH = str(VAR / "mail")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "Who's in the Room <notes@whosintheroom.example>")
LOCAL_MAIL_PAGE = not PRODUCTION and not EMAIL_URL

# --- pages ------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"  # of whoever has no account
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
STATIC_URL = "static/"
STATIC_ROOT = VAR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
# collectstatic takes half a minute: the embedded default serves from the sources instead.
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
QUICK_EXIT_URL = env.address("QUICK_EXIT_URL", WEB, "https://www.weather.gov/")
SUPPORT_EMAIL = env.text("SUPPORT_EMAIL")  # shown on "Get help with the site" when set
# Who hears of a weakness, and for how many days from today that holds (security.txt; at most a year).
SECURITY_CONTACT = env.text("SECURITY_CONTACT")
SECURITY_TXT_DAYS = env.count("SECURITY_TXT_DAYS") or 180
FORM_RENDERER = "web.forms.RoomFormRenderer"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# --- safety -----------------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "accounts.views.stale_page"
CONTENT_SECURITY_POLICY = content_policy(QUICK_EXIT_URL)
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.yes("SECURE_SSL_REDIRECT", True)
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "rest_framework.throttling.UserRateThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {"anon": "240/min", "user": "600/min"},
    "NUM_PROXIES": TRUSTED_PROXIES,
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 100,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Who's in the Room",
    "DESCRIPTION": "The role catalogue, read-only, and the decoder of letters.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
}

LOGGING = log_lines(env.one_of("LOG_LEVEL", LEVELS, "WARNING"))

if PRODUCTION:
    refuse_unsafe(
        secret_key=SECRET_KEY,
        debug=DEBUG,
        hosts=ALLOWED_HOSTS,
        clock_shift=CLOCK_SHIFT_SECONDS,
        site=SITE_ADDRESS,
        DATABASE_URL=env.text("DATABASE_URL"),
        EMAIL_URL=EMAIL_URL,
        TRUSTED_PROXIES=env.text("TRUSTED_PROXIES"),
    )
